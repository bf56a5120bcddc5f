using Search.Text.Letters;

namespace Search.Text.Repairs;

/// <summary>Gives a reading the case of what was written.</summary>
internal static class CaseOf
{
    internal static string Apply(string lower, ReadOnlySpan<char> written)
    {
        if (written.IsEmpty || !VietnameseLetter.IsUpper(written[0]))
        {
            return lower;
        }

        var isCapitals = written.Length > 1 && VietnameseLetter.IsUpper(written[^1]);
        return isCapitals ? lower.ToUpperInvariant() : char.ToUpperInvariant(lower[0]) + lower[1..];
    }
}
