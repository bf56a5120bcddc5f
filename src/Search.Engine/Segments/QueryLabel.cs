using System.Runtime.InteropServices;

namespace Search.Engine;

/// <summary>What a list of a query is, for explanations: a word, or a pair. Joined only when somebody reads it.</summary>
/// <param name="First">The word, or the first of a pair.</param>
/// <param name="Second">The second of a pair; null for a word.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct QueryLabel(string First, string? Second)
{
    public static implicit operator QueryLabel(string word) => new(word, null);

    public static implicit operator QueryLabel((string First, string Second) pair) => new(pair.First, pair.Second);

    public override string ToString() => Second is null ? First : $"{First} {Second}";
}
