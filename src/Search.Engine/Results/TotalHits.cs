using System.Runtime.InteropServices;

namespace Search.Engine;

/// <summary>How many hits there are: exactly, or at least so many.</summary>
/// <param name="Value">The count.</param>
/// <param name="Relation">Whether the count is exact.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TotalHits(long Value, TotalRelation Relation);
