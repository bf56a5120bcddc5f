using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using Search.Application.Contracts;

namespace Search.Api.Exports;

/// <summary>
/// Atom 1.0 (RFC 4287). An entry is a document, its <c>updated</c> the moment it came into the collection, so that a
/// subscriber sees an old directive on the day it arrives. Names are made from keys and not from the host's name.
/// </summary>
internal static class AtomFeed
{
    public const string MediaType = "application/atom+xml; charset=utf-8";

    private const string Namespace = "http://www.w3.org/2005/Atom";

    /// <summary>One entry of a feed.</summary>
    /// <param name="Document">The document it describes.</param>
    /// <param name="Arrived">When it came into the collection.</param>
    /// <param name="Summary">Plain text.</param>
    /// <param name="Alert">Id of the alert that the entry is; null for the document itself.</param>
    public sealed record Entry(DocumentLine Document, DateTimeOffset Arrived, string? Summary, string? Alert = null);

    /// <summary>Writes one page of a feed.</summary>
    /// <param name="request">The request it answers.</param>
    /// <param name="title">Title of the feed.</param>
    /// <param name="name">Names the feed, the same on each of its pages.</param>
    /// <param name="page">Path of the page that shows the same to people.</param>
    /// <param name="entries">The entries, latest first.</param>
    /// <param name="next">Path of the next page, or null on the last one.</param>
    public static byte[] Write(HttpRequest request, string title, string name, string page, IReadOnlyList<Entry> entries, string? next)
    {
        var host = $"{request.Scheme}://{request.Host}";
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Indent = true, Encoding = new UTF8Encoding(false), CheckCharacters = false }))
        {
            xml.WriteStartElement("feed", Namespace);
            xml.WriteElementString("title", Clean(title));
            xml.WriteElementString("id", Name("feed", name));
            Link(xml, "self", host + request.Path + request.QueryString);
            Link(xml, "alternate", host + page);
            if (next is not null)
            {
                Link(xml, "next", host + next);
            }

            // A feed that is empty was last changed when time began for its readers.
            xml.WriteElementString("updated", Instant(entries.Count == 0 ? DateTimeOffset.UnixEpoch : entries.Max(entry => entry.Arrived)));
            xml.WriteStartElement("author");
            xml.WriteElementString("name", "Tra cứu văn bản Đảng");
            xml.WriteEndElement();
            foreach (var entry in entries)
            {
                Write(xml, host, entry);
            }

            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private static void Write(XmlWriter xml, string host, Entry entry)
    {
        xml.WriteStartElement("entry");
        xml.WriteElementString("title", Clean($"{entry.Document.TypeName} {entry.Document.Number} {entry.Document.Title}".Trim()));
        xml.WriteElementString("id", entry.Alert is { } alert ? Name("alert", alert) : Name("document", entry.Document.Key));
        Link(xml, "alternate", host + entry.Document.Url);
        xml.WriteElementString("updated", Instant(entry.Arrived));
        if (entry.Document.Date is { } issued)
        {
            xml.WriteElementString("published", issued.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00+07:00");
        }

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

    private static void Link(XmlWriter xml, string relation, string address)
    {
        xml.WriteStartElement("link");
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    // A UUID of version 8 (RFC 9562, 5.8) from the hash of a name.
    private static string Name(string kind, string name)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{name}")).AsSpan(0, 16);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return $"urn:uuid:{new Guid(hash, bigEndian: true)}";
    }

    private static string Instant(DateTimeOffset moment) => moment.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Clean(string text) =>
        string.Concat(text.Select(c => XmlConvert.IsXmlChar(c) ? c : '\uFFFD'));
}
