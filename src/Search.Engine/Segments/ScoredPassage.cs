using System.Runtime.InteropServices;

namespace Search.Engine;

/// <summary>A passage with its score.</summary>
/// <param name="Score">The score.</param>
/// <param name="Segment">Segment number.</param>
/// <param name="Doc">Passage number.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ScoredPassage(float Score, int Segment, int Doc);
