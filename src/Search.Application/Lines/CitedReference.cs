using System.Text;
using Search.Application.Contracts;

namespace Search.Application.Lines;

/// <summary>A document as the Party's rules on the form of documents have it cited (Hướng dẫn 36-HD/VPTW, 05-HD/VPTW): <c>Chỉ
/// thị số 04-CT/TW, ngày 06/7/2011 của Ban Bí thư về …</c>, the title in sentence case.</summary>
public static class CitedReference
{
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

        if (document.DisplayTitle?.Trim() is { Length: > 0 } sentence)
        {
            text.Append(sentence.StartsWith("về ", StringComparison.OrdinalIgnoreCase) || sentence.StartsWith("V/v", StringComparison.OrdinalIgnoreCase) ? " " : ", ")
                .Append(LowerFirst(sentence));
        }

        return text.ToString();
    }

    private static string LowerFirst(string text) =>
        text.StartsWith("Về", StringComparison.Ordinal) ? "v" + text[1..] : text;
}
