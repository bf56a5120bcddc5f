using System.Diagnostics.CodeAnalysis;
using Search.Documents.Catalogues;

namespace Search.Documents.Letterheads;

/// <summary>The sign of a number as its type spells it: pages and keyboards without Vietnamese letters write "ND-CP" for a decree.</summary>
internal static class SignSpelling
{
    /// <summary>The number with the abbreviation of the type it is of, where its own differs from that by a stroke or mark alone.</summary>
    /// <param name="docket">The number as it is printed.</param>
    /// <param name="type">What the paper is.</param>
    [return: NotNullIfNotNull(nameof(docket))]
    public static Docket? Of(Docket? docket, TypeEntry? type)
    {
        if (docket?.Type is not { } sign || type is null || type.Abbreviations.Contains(sign, StringComparer.Ordinal))
        {
            return docket;
        }

        var folded = TypeNames.Fold(sign);
        foreach (var abbreviation in type.Abbreviations)
        {
            if (string.Equals(TypeNames.Fold(abbreviation), folded, StringComparison.Ordinal)
                && Docket.TryParse(docket.Canonical[..^docket.Symbol.Length] + abbreviation + docket.Symbol[sign.Length..], out var spelled))
            {
                return spelled;
            }
        }

        return docket;
    }
}
