using System.Globalization;
using System.Text;
using Search.Application.Contracts;

namespace Search.Api.Exports;

/// <summary>A document as a reference for citation managers. A document's number has no field of its own in RIS: it stands in
/// M1, since SN is read as ISBN or ISSN.</summary>
internal static class References
{
    /// <summary>RIS, type GOVDOC.</summary>
    public static string Ris(DocumentAnswer answer, HttpRequest request)
    {
        var d = answer.Document;
        var text = new StringBuilder();
        Line("TY", "GOVDOC");
        Line("ID", d.Key);
        Line("TI", d.Title ?? d.Number ?? d.Key);
        Line("AU", d.Issuer);
        Line("M3", d.TypeName);
        Line("M1", d.Number);
        Line("PY", d.Date?.Year.ToString("0000", CultureInfo.InvariantCulture));
        Line("DA", d.Date?.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture));
        Line("CY", answer.Place);
        Line("LA", "vi");
        Line("N1", answer.Signer is { } signer ? $"Người ký: {signer}" : null);
        Line("N1", Held(d));
        Line("UR", Address(d, request));
        Line("ER", "");
        return text.ToString();

        void Line(string tag, string? value)
        {
            if (value is not null)
            {
                text.Append(tag).Append("  - ").Append(value.ReplaceLineEndings(" ")).Append("\r\n");
            }
        }
    }

    /// <summary>BibTeX, entry type misc, UTF-8.</summary>
    public static string BibTeX(DocumentAnswer answer, HttpRequest request)
    {
        var d = answer.Document;
        var text = new StringBuilder();
        text.Append("@misc{").Append(d.Slug);
        // Braces twice: readers of BibTeX put what stands in one pair into lower case.
        Field("title", "{" + Escape(d.Title ?? d.Number ?? d.Key) + "}", escaped: true);
        Field("author", d.Issuer is { } issuer ? "{" + Escape(issuer) + "}" : null, escaped: true);
        Field("number", d.Number);
        Field("type", d.TypeName);
        Field("year", d.Date?.Year.ToString("0000", CultureInfo.InvariantCulture));
        Field("month", d.Date?.Month.ToString(CultureInfo.InvariantCulture));
        Field("day", d.Date?.Day.ToString(CultureInfo.InvariantCulture));
        Field("address", answer.Place);
        Field("language", "vietnamese");
        Field("note", Held(d));
        Field("url", Address(d, request));
        text.Append("\n}\n");
        return text.ToString();

        void Field(string name, string? value, bool escaped = false)
        {
            if (value is null)
            {
                return;
            }

            text.Append(",\n  ").Append(name).Append(" = {").Append(escaped ? value : Escape(value)).Append('}');
        }
    }

    // A reference says where the collection has less than the text.
    private static string? Held(DocumentLine document) => document.IsAbstract
        ? "Kho chỉ có bản tóm lược."
        : document.Status is "stub" or "known" ? "Kho chưa có văn bản này." : null;

    private static string Address(DocumentLine document, HttpRequest request) =>
        $"{request.Scheme}://{request.Host}{document.Url}";

    private static string Escape(string value)
    {
        var escaped = new StringBuilder(value.Length);
        foreach (var c in value.ReplaceLineEndings(" "))
        {
            if (c is '{' or '}' or '\\')
            {
                continue;
            }

            if (c is '%' or '#' or '&' or '$' or '_')
            {
                escaped.Append('\\');
            }

            escaped.Append(c);
        }

        return escaped.ToString();
    }
}
