using Search.Documents.Catalogues;

namespace Search.Documents.Letterheads;

/// <summary>
/// A body and the one it belongs to on one line, as a narrow column or a joined wrap leaves them: "BỘ TÀI CHÍNH CỤC THUẾ",
/// "UBND TỈNH LONG AN SỞ NỘI VỤ". They are two lines of a letterhead.
/// </summary>
internal static class OwnerLine
{
    /// <summary>The lines: one, or the owner and its part.</summary>
    public static IReadOnlyList<string> Split(string line, Catalogue catalogue, NameCase names, PlaceNames places)
    {
        if (!catalogue.BodiesByName(names.Lower(line)).IsEmpty)
        {
            return [line];
        }

        for (var at = line.IndexOf(' ', StringComparison.Ordinal); at > 0; at = line.IndexOf(' ', at + 1))
        {
            var part = line[(at + 1)..];
            var folded = TypeNames.Fold(part);
            if (!folded.StartsWith("bo ", StringComparison.Ordinal) && LetterheadWords.Default.BeginsBody(part, folded)
                && IsOwner(line[..at], catalogue, names, places))
            {
                return [line[..at], part];
            }
        }

        return [line];
    }

    /// <summary>A ministry or the like, whole, or a province's people's committee with its province.</summary>
    private static bool IsOwner(string name, Catalogue catalogue, NameCase names, PlaceNames places)
    {
        if (catalogue.BodiesByName(names.Lower(name)) is [{ Shared: false, Layer: Layer.State }, ..])
        {
            return true;
        }

        var folded = TypeNames.Fold(name);
        return (folded.StartsWith("uy ban nhan dan ", StringComparison.Ordinal) || folded.StartsWith("ubnd ", StringComparison.Ordinal))
            && places.In(folded, out var at) is { } province && at > 0 && folded.EndsWith(TypeNames.Fold(province.Name), StringComparison.Ordinal);
    }
}
