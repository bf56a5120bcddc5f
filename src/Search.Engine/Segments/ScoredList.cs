using System.Runtime.InteropServices;

namespace Search.Engine;

/// <summary>A term or compound of a query with its weight and its postings in every segment.</summary>
/// <param name="Label">What it is, for explanations.</param>
/// <param name="Weight">Score of one impact step.</param>
/// <param name="Lists">
/// For each segment the lists it is made of: none, one, or several spellings of one word, whose frequencies add up
/// before they are saturated.
/// </param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ScoredList(QueryLabel Label, float Weight, TermEntry[][] Lists);
