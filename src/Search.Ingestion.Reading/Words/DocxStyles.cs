using System.Globalization;
using System.Xml;

namespace Search.Ingestion.Reading;

/// <summary>The styles of a Word document with what they inherit.</summary>
internal sealed class DocxStyles
{
    /// <summary>Styles inherit from one another in chains; a longer one is a circle.</summary>
    private const int LongestChain = 32;

    private readonly Dictionary<string, (string? Base, WordStyle Own)> _styles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WordStyle> _resolved = new(StringComparer.Ordinal);
    private WordStyle _defaults = WordStyle.None;
    private string? _defaultParagraph;

    public static DocxStyles None { get; } = new();

    /// <summary>What a paragraph without direct formatting looks like.</summary>
    /// <param name="style">Its style; null for the default one.</param>
    public WordStyle OfParagraph(string? style) => Of(style ?? _defaultParagraph).Over(_defaults);

    /// <summary>What a style of letters says.</summary>
    public WordStyle OfRun(string? style) => style is null ? WordStyle.None : Of(style);

    /// <summary>The list instance that a style belongs to; null for none.</summary>
    public int? ListOf(string style) => Of(style).List;

    public static DocxStyles Read(XmlReader xml)
    {
        var styles = new DocxStyles();
        string? id = null;
        var isDefaults = false;
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName is "docDefaults")
            {
                isDefaults = false;
            }

            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "docDefaults":
                    isDefaults = !xml.IsEmptyElement;
                    break;
                case "style":
                    id = styles.Begin(xml);
                    break;
                case "pPrChange" or "rPrChange" or "tblStylePr":
                    xml.Skip();
                    break;
                default:
                    styles.Take(xml, id, isDefaults);
                    break;
            }
        }

        return styles;
    }

    private string? Begin(XmlReader xml)
    {
        if (Word.Attribute(xml, "styleId") is not { } id)
        {
            return null;
        }

        _styles[id] = (null, WordStyle.None);
        if (Word.Attribute(xml, "default") is "1" or "true" && Word.Attribute(xml, "type") is "paragraph")
        {
            _defaultParagraph = id;
        }

        return id;
    }

    private void Take(XmlReader xml, string? id, bool isDefaults)
    {
        if (isDefaults)
        {
            _defaults = _defaults.With(xml);
        }
        else if (id is not null)
        {
            var (based, own) = _styles[id];
            _styles[id] = xml.LocalName switch
            {
                "basedOn" => (Word.Attribute(xml, "val"), own),
                "name" when HeadingLevel(Word.Attribute(xml, "val")) is { } level => (based, own with { Heading = own.Heading ?? level }),
                _ => (based, own.With(xml)),
            };
        }
    }

    private static int? HeadingLevel(string? name) =>
        name is not null && name.StartsWith("heading ", StringComparison.OrdinalIgnoreCase)
        && int.TryParse(name.AsSpan(8), NumberStyles.None, CultureInfo.InvariantCulture, out var level)
            ? level
            : null;

    private WordStyle Of(string? style)
    {
        if (style is null)
        {
            return WordStyle.None;
        }

        if (_resolved.TryGetValue(style, out var known))
        {
            return known;
        }

        var resolved = WordStyle.None;
        var at = style;
        for (var i = 0; i < LongestChain && at is not null && _styles.TryGetValue(at, out var one); i++)
        {
            resolved = resolved.Over(one.Own);
            at = one.Base;
        }

        return _resolved[style] = resolved;
    }
}
