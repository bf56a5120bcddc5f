using System.Globalization;
using System.Text;
using System.Xml;
using Search.Application.Contracts;

namespace Search.Api.Exports;

/// <summary>Atom 1.0 (RFC 4287).</summary>
internal static class AtomFeed
{
    public const string MediaType = "application/atom+xml; charset=utf-8";

    private const string Namespace = "http://www.w3.org/2005/Atom";

    /// <summary>One entry of a feed.</summary>
    /// <param name="Id">Stable name, unique in the feed.</param>
    /// <param name="Document">The document it tells of.</param>
    /// <param name="Summary">Plain text.</param>
    public sealed record Entry(string Id, DocumentLine Document, string? Summary);

    public static byte[] Write(HttpRequest request, string title, string page, IReadOnlyList<Entry> entries)
    {
        var host = $"{request.Scheme}://{request.Host}";
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Indent = true, Encoding = new UTF8Encoding(false), CheckCharacters = false }))
        {
            xml.WriteStartElement("feed", Namespace);
            xml.WriteElementString("title", Clean(title));
            xml.WriteElementString("id", host + request.Path + request.QueryString);
            Link(xml, "self", host + request.Path + request.QueryString);
            Link(xml, "alternate", host + page);
            xml.WriteElementString("updated", Instant(entries.Select(e => e.Document.Date).Max()));
            xml.WriteStartElement("author");
            xml.WriteElementString("name", "Tra cứu văn bản Đảng");
            xml.WriteEndElement();
            foreach (var entry in entries)
            {
                xml.WriteStartElement("entry");
                xml.WriteElementString("title", Clean($"{entry.Document.TypeName} {entry.Document.Number} {entry.Document.Title}".Trim()));
                xml.WriteElementString("id", $"tag:{request.Host.Host},2026:{Uri.EscapeDataString(entry.Id)}");
                Link(xml, "alternate", host + entry.Document.Url);
                xml.WriteElementString("updated", Instant(entry.Document.Date));
                if (entry.Document.Type is { } type)
                {
                    xml.WriteStartElement("category");
                    xml.WriteAttributeString("term", type);
                    xml.WriteEndElement();
                }

                if (entry.Summary is { } summary)
                {
                    xml.WriteStartElement("summary");
                    xml.WriteAttributeString("type", "text");
                    xml.WriteString(Clean(summary));
                    xml.WriteEndElement();
                }

                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private static void Link(XmlWriter xml, string relation, string address)
    {
        xml.WriteStartElement("link");
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    // Atom wants an instant: a document without a date stands at the beginning of time.
    private static string Instant(DateOnly? day) =>
        (day ?? DateOnly.MinValue).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00+07:00";

    private static string Clean(string text) =>
        string.Concat(text.Select(c => XmlConvert.IsXmlChar(c) ? c : '\uFFFD'));
}
