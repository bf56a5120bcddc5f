using System.Collections.Frozen;

namespace Search.Text.Repairs;

/// <summary>Looks up compounds by their exact form and by their form without accents.</summary>
internal static class CompoundIndex
{
    private static readonly FrozenSet<string> Exact =
        Compounds.All.Select(entry => entry.Replace("|", "", StringComparison.Ordinal)).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Compound[]> ByFolded = Compounds.All
        .Select(entry => new Compound(entry))
        .GroupBy(compound => compound.Folded, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    private static readonly FrozenSet<string> Free = Compounds.Free.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The longest compound has so many syllables.</summary>
    internal const int LongestCompound = 4;

    internal static bool Contains(string exact) => Exact.Contains(exact);

    internal static bool IsFree(string word) => Free.Contains(word);

    internal static IReadOnlyList<Compound> Find(string folded) => ByFolded.TryGetValue(folded, out var found) ? found : [];
}
