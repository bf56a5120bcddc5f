using System.Runtime.InteropServices;

namespace Search.Engine;

/// <summary>A word, or a pair joined by a space, that a scan of the dictionaries found.</summary>
/// <param name="Folded">Its folded form.</param>
/// <param name="Exact">Its exact form.</param>
/// <param name="Count">Live passages that hold it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FoundWord(string Folded, string Exact, long Count);
