using System.Globalization;
using System.Text;
using System.Xml;
using Search.Api.Contracts;
using Search.Api.Services;

namespace Search.Api.Exports;

/// <summary>A graph for other programs: GraphML, Graphviz DOT, Mermaid.</summary>
internal static class GraphFormats
{
    public static string Dot(GraphAnswer graph)
    {
        var text = new StringBuilder("digraph citations {\n  rankdir=BT;\n  node [shape=box, style=rounded];\n");
        foreach (var node in graph.Nodes)
        {
            var style = node.Status == "stub" ? ", style=\"rounded,dashed\"" : "";
            text.Append(CultureInfo.InvariantCulture, $"  {Quote(node.Key)} [label={Quote(Label(node))}{style}];\n");
        }

        foreach (var edge in graph.Edges)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {Quote(edge.Source)} -> {Quote(edge.Target)} [label={Quote(Labels.Relation(edge.Relation))}];\n");
        }

        return text.Append("}\n").ToString();

        static string Quote(string value) =>
            "\"" + value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings("\\n") + "\"";
    }

    public static string Mermaid(GraphAnswer graph)
    {
        var ids = graph.Nodes.Select((node, i) => (node.Key, Id: $"n{i}")).ToDictionary(n => n.Key, n => n.Id, StringComparer.Ordinal);
        var text = new StringBuilder("flowchart BT\n");
        foreach (var node in graph.Nodes)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {ids[node.Key]}[\"{Safe(Label(node))}\"]{(node.Status == "stub" ? ":::stub" : "")}\n");
        }

        foreach (var edge in graph.Edges)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {ids[edge.Source]} -->|{Safe(Labels.Relation(edge.Relation))}| {ids[edge.Target]}\n");
        }

        return text.Append("  classDef stub stroke-dasharray: 5 4\n").ToString();

        static string Safe(string value) => value.ReplaceLineEndings(" ")
            .Replace("\"", "#quot;", StringComparison.Ordinal).Replace("|", "#124;", StringComparison.Ordinal);
    }

    public static string GraphMl(GraphAnswer graph)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Indent = true, Encoding = new UTF8Encoding(false), CheckCharacters = false }))
        {
            xml.WriteStartElement("graphml", "http://graphml.graphdrawing.org/xmlns");
            foreach (var (id, target) in new[]
            {
                ("number", "node"), ("type", "node"), ("date", "node"), ("title", "node"), ("status", "node"),
                ("relation", "edge"), ("relations", "edge"),
            })
            {
                xml.WriteStartElement("key");
                xml.WriteAttributeString("id", id);
                xml.WriteAttributeString("for", target);
                xml.WriteAttributeString("attr.name", id);
                xml.WriteAttributeString("attr.type", "string");
                xml.WriteEndElement();
            }

            xml.WriteStartElement("graph");
            xml.WriteAttributeString("id", "citations");
            xml.WriteAttributeString("edgedefault", "directed");
            foreach (var node in graph.Nodes)
            {
                xml.WriteStartElement("node");
                xml.WriteAttributeString("id", node.Key);
                Data(xml, "number", node.Number);
                Data(xml, "type", node.Type);
                Data(xml, "date", Pages.SearchAddress.Day(node.Date));
                Data(xml, "title", node.Title);
                Data(xml, "status", node.Status);
                xml.WriteEndElement();
            }

            foreach (var edge in graph.Edges)
            {
                xml.WriteStartElement("edge");
                xml.WriteAttributeString("source", edge.Source);
                xml.WriteAttributeString("target", edge.Target);
                Data(xml, "relation", edge.Relation);
                Data(xml, "relations", string.Join(' ', edge.Relations));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void Data(XmlWriter xml, string key, string? value)
    {
        if (value is null) return;
        xml.WriteStartElement("data");
        xml.WriteAttributeString("key", key);
        xml.WriteString(string.Concat(value.Select(c => XmlConvert.IsXmlChar(c) ? c : '\uFFFD')));
        xml.WriteEndElement();
    }

    private static string Label(GraphNodeLine node)
    {
        var name = $"{(node.Type is { } type ? Labels.Type(type) : "")} {node.Number}".Trim();
        if (name.Length == 0) name = node.Title ?? node.Key;
        return node.Date is { } date ? $"{name} ({date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)})" : name;
    }
}
