using System.Globalization;

namespace Search.Documents.Letterheads;

/// <summary>
/// The heading of a page above a paper that it prints without number and date: "Nghị định số 35/2026/NĐ-CP Quy định …" above
/// "NGHỊ ĐỊNH" and "Quy định …". Only where type and title are those of the paper is it the paper's: pages tell of others too.
/// </summary>
internal static class PageHeading
{
    /// <summary>Shorter titles are alike by chance.</summary>
    private const int MinTitle = 12;

    /// <summary>The number and the date it gives; none where the page has no such heading.</summary>
    /// <param name="sheet">The source.</param>
    /// <param name="from">First line of the page.</param>
    /// <param name="opening">What the paper says of itself.</param>
    public static IReadOnlyDictionary<string, Claim> Read(Sheet sheet, int from, Opening opening)
    {
        var claims = new Dictionary<string, Claim>(StringComparer.Ordinal);
        if (opening.Heading is not { Value: { } type } heading || opening.Title.Count == 0)
        {
            return claims;
        }

        var title = TypeNames.Fold(Titles.Join(opening.Title.Select(piece => piece.Text)));
        for (var i = from; i < heading.Line.Index; i++)
        {
            var line = sheet.Lines[i];
            if (line.Text.Length > Sheet.MaxLine || !string.Equals(TypeNames.Of(sheet.Catalogue).AtStart(line.Folded, out var length)?.Id, type, StringComparison.Ordinal))
            {
                continue;
            }

            while (length < line.Text.Length && line.Text[length] == ' ')
            {
                length++;
            }

            var parts = HeadingParts.Read(line.Folded[length..]);
            var rest = line.Folded.AsSpan(length + parts.TitleStart).Trim();
            if (parts.NumberLength == 0 || rest.Length < MinTitle || title.Length < MinTitle || !(rest.StartsWith(title) || title.AsSpan().StartsWith(rest)))
            {
                continue;
            }

            var reason = $"Tiêu đề của trang ghi “{line.Text[..Math.Min(120, line.Text.Length)]}”, cùng loại và trích yếu với văn bản.";
            claims["number"] = new Claim(line.Text.Substring(length + parts.NumberStart, parts.NumberLength), reason, 0.8);
            if (parts.Date is { } date)
            {
                claims["date"] = new Claim(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), reason, 0.8);
            }

            break;
        }

        return claims;
    }
}
