using System.Text;
using Search.Application.Contracts;
using Search.Documents.Catalogues;

namespace Search.Application.Lines;

/// <summary>A document as the Party's rules on the form of documents have it cited (Hướng dẫn 36-HD/VPTW, 05-HD/VPTW): <c>Chỉ
/// thị số 04-CT/TW, ngày 06/7/2011 của Ban Bí thư về …</c>, the title in sentence case.</summary>
public static class CitedReference
{
    private static readonly string[] Verbs = [.. Catalogue.Default.Relations.SelectMany(relation => relation.Triggers).Distinct(StringComparer.Ordinal)];

    /// <summary>The reference to one document; what is not known is left out.</summary>
    public static string Of(DocumentLine document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var text = new StringBuilder(document.TypeName ?? "Văn bản");
        if (document.Number is { } number)
        {
            text.Append(" số ").Append(number);
        }

        if (document.Date is { } day)
        {
            text.Append(document.Number is null ? " ngày " : ", ngày ").Append(Labels.Day(day));
        }

        if (document.Issuer is { } issuer)
        {
            text.Append(" của ").Append(issuer);
        }

        if ((document.DisplayTitle ?? document.Title)?.Trim() is { Length: > 0 } title)
        {
            // "của Ban Bí thư về …", "của Tỉnh ủy thực hiện …" go on with the sentence; a title that is a name stands behind a comma.
            var goesOn = StartsWith(title, "về") || StartsWith(title, "V/v") || Verbs.Any(verb => StartsWith(title, verb));
            text.Append(goesOn ? " " : ", ").Append(goesOn && !StartsWith(title, "V/v") ? char.ToLowerInvariant(title[0]) + title[1..] : title);
        }

        return text.ToString();
    }

    private static bool StartsWith(string title, string word) =>
        title.StartsWith(word, StringComparison.OrdinalIgnoreCase) && title.Length > word.Length && title[word.Length] == ' ';
}
