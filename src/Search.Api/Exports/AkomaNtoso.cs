using System.Globalization;
using System.Text;
using System.Xml;
using Search.Api.Services;
using Search.Citations;
using Search.Documents;
using Search.Store;

namespace Search.Api.Exports;

/// <summary>
/// A document as Akoma Ntoso 3.0 (OASIS LegalDocML): identification, references and the text with its citations
/// as <c>ref</c> elements. The document type is <c>doc</c>, since Party papers fit none of the narrower ones.
/// </summary>
internal static class AkomaNtoso
{
    private const string Namespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";
    private const string Editor = "#editor";

    public static string Of(DocumentRecord record, IReadOnlyList<Citation> citations)
    {
        var text = new Utf8Writer();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, CheckCharacters = false }))
        {
            xml.WriteStartElement("akomaNtoso", Namespace);
            xml.WriteStartElement("doc");
            xml.WriteAttributeString("name", record.Summary.Type ?? "van-ban");
            Meta(xml, record);
            xml.WriteStartElement("preface");
            Paragraph(xml, record.Summary.Number is { } number ? $"Số {number}" : null);
            Paragraph(xml, record.Summary.Title);
            xml.WriteEndElement();
            xml.WriteStartElement("mainBody");
            Body(xml, record, citations);
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return text.ToString();
    }

    private static void Meta(XmlWriter xml, DocumentRecord record)
    {
        var uri = Uri(record.Summary.Key, record.Summary.Date);
        xml.WriteStartElement("meta");
        xml.WriteStartElement("identification");
        xml.WriteAttributeString("source", Editor);
        foreach (var (level, suffix) in new[] { ("FRBRWork", ""), ("FRBRExpression", "/vie@"), ("FRBRManifestation", "/vie@.xml") })
        {
            xml.WriteStartElement(level);
            Value(xml, "FRBRthis", uri + suffix + "/!main");
            Value(xml, "FRBRuri", uri + suffix);
            xml.WriteStartElement("FRBRdate");
            xml.WriteAttributeString("date", Pages.SearchAddress.Day(record.Summary.Date) ?? "0001-01-01");
            xml.WriteAttributeString("name", record.Summary.Date is null ? "unknown" : "issued");
            xml.WriteEndElement();
            xml.WriteStartElement("FRBRauthor");
            xml.WriteAttributeString("href", level == "FRBRWork" ? "#issuer" : Editor);
            xml.WriteEndElement();
            if (level == "FRBRWork") Value(xml, "FRBRcountry", "vn");
            if (level == "FRBRExpression")
            {
                xml.WriteStartElement("FRBRlanguage");
                xml.WriteAttributeString("language", "vie");
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteStartElement("references");
        xml.WriteAttributeString("source", Editor);
        Organization(xml, "issuer", record.Summary.Issuer ?? "không rõ");
        Organization(xml, "editor", "Kho tra cứu");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Body(XmlWriter xml, DocumentRecord record, IReadOnlyList<Citation> citations)
    {
        var any = false;
        foreach (var block in TextLayout.Of(record, citations, []))
        {
            any = true;
            xml.WriteStartElement("p");
            if (block.Anchors.Count > 0) xml.WriteAttributeString("eId", block.Anchors[0]);
            foreach (var run in block.Runs)
            {
                if (run.Citation is { IsSelf: false, Target: { } target })
                {
                    xml.WriteStartElement("ref");
                    xml.WriteAttributeString("href", Uri(target.Key, target.Date));
                    xml.WriteString(Clean(run.Text));
                    xml.WriteEndElement();
                }
                else
                {
                    xml.WriteString(Clean(run.Text));
                }
            }

            xml.WriteEndElement();
        }

        if (!any) Paragraph(xml, "");
    }

    private static string Uri(DocumentKey key, DateOnly? date) =>
        $"/akn/vn/doc/{date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "undated"}/{key.Slug}";

    private static void Organization(XmlWriter xml, string id, string name)
    {
        xml.WriteStartElement("TLCOrganization");
        xml.WriteAttributeString("eId", id);
        xml.WriteAttributeString("href", "/ontology/organization/vn/" + Text.VietnameseFolding.Fold(name).Replace(' ', '-'));
        xml.WriteAttributeString("showAs", Clean(name));
        xml.WriteEndElement();
    }

    private static void Value(XmlWriter xml, string element, string value)
    {
        xml.WriteStartElement(element);
        xml.WriteAttributeString("value", value);
        xml.WriteEndElement();
    }

    private static void Paragraph(XmlWriter xml, string? text)
    {
        if (text is not null) xml.WriteElementString("p", Clean(text));
    }

    // XML 1.0 has no way to write control characters and lone surrogates.
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) clean.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) clean.Append(text[i]).Append(text[++i]);
            else clean.Append('\uFFFD');
        }

        return clean.ToString();
    }

    // A StringWriter would declare UTF-16.
    private sealed class Utf8Writer : StringWriter
    {
        public Utf8Writer()
            : base(CultureInfo.InvariantCulture)
        {
        }

        public override Encoding Encoding => Encoding.UTF8;
    }
}
