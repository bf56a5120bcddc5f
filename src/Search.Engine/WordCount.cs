using System.Runtime.InteropServices;

namespace Search.Engine;

/// <summary>A word of a collection.</summary>
/// <param name="Exact">Its exact form.</param>
/// <param name="Folded">Its folded form.</param>
/// <param name="Count">Passages that hold it.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct WordCount(string Exact, string Folded, long Count);
