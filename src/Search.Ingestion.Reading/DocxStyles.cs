using System.Globalization;
using System.Xml;

namespace Search.Ingestion.Reading;

/// <summary>Which paragraph styles of a Word document are headings, and of what level.</summary>
internal sealed class DocxStyles
{
    private readonly Dictionary<string, int> _levels = new(StringComparer.Ordinal);

    public static DocxStyles None { get; } = new();

    /// <summary>Heading level of a style, 1 at the top; 0 for other styles.</summary>
    public int HeadingLevel(string? style) => style is not null && _levels.TryGetValue(style, out var level) ? level : 0;

    public static DocxStyles Read(XmlReader xml)
    {
        var styles = new DocxStyles();
        string? id = null;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.LocalName is "style")
            {
                id = Word.Attribute(xml, "styleId");
            }
            else if (id is null)
            {
                continue;
            }
            else if (xml.LocalName is "outlineLvl" && Word.Number(xml, "val") is { } outline and < 9)
            {
                styles._levels[id] = outline + 1;
            }
            else if (xml.LocalName is "name" && Word.Attribute(xml, "val") is { } name
                && name.StartsWith("heading ", StringComparison.OrdinalIgnoreCase)
                && int.TryParse(name.AsSpan(8), NumberStyles.None, CultureInfo.InvariantCulture, out var level))
            {
                styles._levels[id] = level;
            }
        }

        return styles;
    }
}
