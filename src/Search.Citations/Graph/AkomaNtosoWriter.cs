using System.Globalization;
using System.Text;
using System.Xml;
using Search.Documents;

namespace Search.Citations;

/// <summary>
/// Writes a document's text as Akoma Ntoso 3.0 with every linked mention as a <c>&lt;ref&gt;</c>. Only what links need:
/// identification, one paragraph for each line of the body, references.
/// </summary>
public static class AkomaNtosoWriter
{
    private const string Namespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

    /// <summary>Writes one document.</summary>
    /// <param name="host">The document.</param>
    /// <param name="source">The decoded text its spans point into.</param>
    /// <param name="citations">Its citations in any order; of nested ones the outer wins, of open ones none is marked.</param>
    public static string Write(Document host, string source, IReadOnlyList<Citation> citations)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(citations);
        var linked = citations.Where(citation => citation.Target is not null)
            .OrderBy(citation => citation.Span.Start).ThenByDescending(citation => citation.Span.Length).ToList();
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, Indent = false }))
        {
            xml.WriteStartElement("akomaNtoso", Namespace);
            xml.WriteStartElement("doc", Namespace);
            xml.WriteAttributeString("name", host.Type ?? "van-ban");
            WriteMeta(xml, host);
            xml.WriteStartElement("mainBody", Namespace);
            var next = 0;
            var position = host.Span.Start;
            while (position < host.Span.End)
            {
                var end = source.IndexOf('\n', position, host.Span.End - position);
                end = end < 0 ? host.Span.End : end;
                // A mention that goes over a line break keeps its lines in one paragraph.
                while (next < linked.Count && Covers(linked, next, position, end) is { } covering && covering > end)
                {
                    var more = covering >= host.Span.End ? -1 : source.IndexOf('\n', covering, host.Span.End - covering);
                    end = more < 0 ? host.Span.End : more;
                }

                WriteLine(xml, source, linked, ref next, position, end);
                position = end + 1;
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return text.ToString();
    }

    /// <summary>The address of a document: <c>/akn/vn/chi-thi/2011-07-06/04-ct-tw-2011-07-06</c>.</summary>
    public static string Reference(CitationTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var date = target.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? target.Key.DatePart ?? "x";
        return $"/akn/vn/{target.Type ?? "van-ban"}/{(date is DocumentKey.Unknown ? "x" : date)}/{target.Key.Slug}";
    }

    private static int? Covers(List<Citation> linked, int from, int position, int end)
    {
        int? last = null;
        for (var i = from; i < linked.Count && linked[i].Span.Start < end; i++)
        {
            if (linked[i].Span.Start >= position && linked[i].Span.End > end)
            {
                last = Math.Max(last ?? 0, linked[i].Span.End);
            }
        }

        return last;
    }

    private static void WriteMeta(XmlWriter xml, Document host)
    {
        xml.WriteStartElement("meta", Namespace);
        xml.WriteStartElement("identification", Namespace);
        xml.WriteAttributeString("source", "#source");
        xml.WriteStartElement("FRBRWork", Namespace);
        Element("FRBRthis", Reference(new CitationTarget { Key = host.Key, Header = host.Header, Status = DocumentStatus.Present }));
        if (host.Docket is { } docket)
        {
            Element("FRBRnumber", docket.Canonical);
        }

        Element("FRBRcountry", "vn");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();

        void Element(string name, string value)
        {
            xml.WriteStartElement(name, Namespace);
            xml.WriteAttributeString("value", value);
            xml.WriteEndElement();
        }
    }

    private static void WriteLine(XmlWriter xml, string source, List<Citation> linked, ref int next, int position, int end)
    {
        if (source.AsSpan(position, end - position).IsWhiteSpace())
        {
            return;
        }

        xml.WriteStartElement("p", Namespace);
        var at = position;
        while (next < linked.Count && linked[next].Span.Start < end)
        {
            var span = linked[next].Span;
            if (span.Start >= at && span.End <= end)
            {
                xml.WriteString(Clean(source[at..span.Start]));
                xml.WriteStartElement("ref", Namespace);
                xml.WriteAttributeString("href", Reference(linked[next].Target!));
                xml.WriteString(Clean(source[span.Start..span.End]));
                xml.WriteEndElement();
                at = span.End;
            }

            next++;
        }

        xml.WriteString(Clean(source[at..end]));
        xml.WriteEndElement();
    }

    private static string Clean(string text) => string.Concat(text.Where(XmlConvert.IsXmlChar)).TrimEnd('\r');
}
