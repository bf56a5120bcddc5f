using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml;
using Search.Documents;

namespace Search.Citations;

/// <summary>Writes a part of the graph as JSON, DOT, GraphML or Mermaid. Source cites target.</summary>
public static class GraphWriter
{
    private static readonly JsonWriterOptions JsonOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary><c>{"nodes":[{"key","number","type","date","title","status"}],"edges":[{"source","target","relation",
    /// "relations","mentions","depth"}]}</c>.</summary>
    public static string Json(GraphView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonOptions))
        {
            json.WriteStartObject();
            json.WriteStartArray("nodes");
            foreach (var node in view.Nodes)
            {
                json.WriteStartObject();
                json.WriteString("key", node.Key.Value);
                json.WriteString("number", node.Number);
                json.WriteString("type", node.Type);
                json.WriteString("date", Day(node.Date));
                json.WriteString("title", node.Title);
                json.WriteString("status", Status(node));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("edges");
            foreach (var edge in view.Edges)
            {
                json.WriteStartObject();
                json.WriteString("source", edge.Source.Value);
                json.WriteString("target", edge.Target.Value);
                json.WriteString("relation", edge.Relation);
                json.WriteStartArray("relations");
                foreach (var relation in edge.Relations)
                {
                    json.WriteStringValue(relation);
                }

                json.WriteEndArray();
                json.WriteNumber("mentions", edge.Mentions);
                json.WriteNumber("depth", edge.Depth);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>Graphviz; stubs are dashed.</summary>
    public static string Dot(GraphView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var dot = new StringBuilder("digraph citations {\n  rankdir=RL;\n  node [shape=box];\n");
        foreach (var node in view.Nodes)
        {
            dot.Append("  ").Append(Quote(node.Key.Value)).Append(" [label=").Append(Quote(Label(node)))
                .Append(!node.Status.IsHeld() ? ", style=dashed" : "").Append("];\n");
        }

        foreach (var edge in view.Edges)
        {
            dot.Append("  ").Append(Quote(edge.Source.Value)).Append(" -> ").Append(Quote(edge.Target.Value))
                .Append(" [label=").Append(Quote(edge.Relation)).Append(CultureInfo.InvariantCulture, $", weight={Math.Max(1, edge.Mentions)}").Append("];\n");
        }

        return dot.Append("}\n").ToString();
    }

    /// <summary>GraphML for Gephi, yEd and the like.</summary>
    public static string GraphMl(GraphView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true, CheckCharacters = false }))
        {
            xml.WriteStartElement("graphml", "http://graphml.graphdrawing.org/xmlns");
            foreach (var (id, target, type) in new[]
            {
                ("number", "node", "string"), ("type", "node", "string"), ("date", "node", "string"), ("title", "node", "string"), ("status", "node", "string"),
                ("relation", "edge", "string"), ("relations", "edge", "string"), ("mentions", "edge", "int"), ("depth", "edge", "int"),
            })
            {
                xml.WriteStartElement("key");
                xml.WriteAttributeString("id", id);
                xml.WriteAttributeString("for", target);
                xml.WriteAttributeString("attr.name", id);
                xml.WriteAttributeString("attr.type", type);
                xml.WriteEndElement();
            }

            xml.WriteStartElement("graph");
            xml.WriteAttributeString("edgedefault", "directed");
            foreach (var node in view.Nodes)
            {
                xml.WriteStartElement("node");
                xml.WriteAttributeString("id", Clean(node.Key.Value));
                Data(xml, "number", node.Number);
                Data(xml, "type", node.Type);
                Data(xml, "date", Day(node.Date));
                Data(xml, "title", node.Title);
                Data(xml, "status", Status(node));
                xml.WriteEndElement();
            }

            foreach (var edge in view.Edges)
            {
                xml.WriteStartElement("edge");
                xml.WriteAttributeString("source", Clean(edge.Source.Value));
                xml.WriteAttributeString("target", Clean(edge.Target.Value));
                Data(xml, "relation", edge.Relation);
                Data(xml, "relations", string.Join(' ', edge.Relations));
                Data(xml, "mentions", edge.Mentions.ToString(CultureInfo.InvariantCulture));
                Data(xml, "depth", edge.Depth.ToString(CultureInfo.InvariantCulture));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return text.Append('\n').ToString();
    }

    /// <summary>A Mermaid flowchart; stubs have round corners.</summary>
    public static string Mermaid(GraphView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var ids = new Dictionary<DocumentKey, int>();
        var chart = new StringBuilder("flowchart RL\n");
        foreach (var node in view.Nodes)
        {
            ids[node.Key] = ids.Count;
            var label = Label(node).Replace("\"", "#quot;", StringComparison.Ordinal).Replace('\n', ' ');
            var (open, close) = !node.Status.IsHeld() ? ("(", ")") : ("[", "]");
            chart.Append(CultureInfo.InvariantCulture, $"  d{ids[node.Key]}{open}\"{label}\"{close}\n");
        }

        foreach (var edge in view.Edges)
        {
            chart.Append(CultureInfo.InvariantCulture, $"  d{ids[edge.Source]} -->|{edge.Relation}| d{ids[edge.Target]}\n");
        }

        return chart.ToString();
    }

    private static void Data(XmlWriter xml, string key, string? value)
    {
        if (value is null)
        {
            return;
        }

        xml.WriteStartElement("data");
        xml.WriteAttributeString("key", key);
        xml.WriteString(Clean(value));
        xml.WriteEndElement();
    }

    /// <summary>XML has no control characters, whatever a scan took in.</summary>
    private static string Clean(string text) => string.Concat(text.Where(XmlConvert.IsXmlChar));

    private static string Quote(string text) =>
        "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace('\n', ' ').Replace('\r', ' ') + "\"";

    private static string Label(GraphNode node) => node.Number is not { } number
        ? node.Title ?? node.Key.Value
        : node.Date is { } date ? string.Create(CultureInfo.InvariantCulture, $"{number} ({date:dd/MM/yyyy})") : number;

    private static string? Day(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Status(GraphNode node) => node.Status.Id();
}
