using System.Globalization;
using System.Text;
using System.Xml;

namespace Search.Ingestion.Reading;

/// <summary>The numbers that Word shows before paragraphs and does not write into their text: <c>I.</c>, <c>1.2.</c>,
/// <c>a)</c>. Citations point to them, so they have to be in the text.</summary>
internal sealed class DocxNumbering
{
    private const int MaxLevels = 9;

    private readonly Dictionary<int, Definition> _definitions = [];
    private readonly Dictionary<int, Instance> _instances = [];
    private readonly Dictionary<int, int[]> _counters = [];

    public static DocxNumbering None => new();

    public static DocxNumbering Read(XmlReader xml)
    {
        var numbering = new DocxNumbering();
        Definition? definition = null;
        Instance? instance = null;
        var at = -1;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "abstractNum" when Word.Number(xml, "abstractNumId") is { } id:
                    definition = numbering._definitions[id] = new Definition();
                    instance = null;
                    break;
                case "num" when Word.Number(xml, "numId") is { } id:
                    instance = numbering._instances[id] = new Instance();
                    definition = null;
                    break;
                case "numStyleLink" when definition is not null:
                    definition.Style = Word.Attribute(xml, "val");
                    break;
                case "abstractNumId" when instance is not null:
                    instance.Of = Word.Number(xml, "val") ?? -1;
                    break;
                case "lvlOverride" or "lvl":
                    at = Word.Number(xml, "ilvl") is { } level and >= 0 and < MaxLevels ? level : -1;
                    if (xml.LocalName is "lvl" && at >= 0 && instance is not null)
                    {
                        instance.Levels[at] = new Level();
                    }

                    break;
                case "startOverride" when instance is not null && at >= 0:
                    instance.Starts[at] = Word.Number(xml, "val") ?? 1;
                    break;
                default:
                    if (at >= 0 && (instance is null ? definition?.Levels[at] : instance.Levels[at]) is { } shown)
                    {
                        Take(xml, shown);
                    }

                    break;
            }
        }

        return numbering;
    }

    private static void Take(XmlReader xml, Level level)
    {
        switch (xml.LocalName)
        {
            case "start":
                level.Start = Word.Number(xml, "val") ?? 1;
                break;
            case "numFmt":
                level.Format = Word.Attribute(xml, "val") ?? "decimal";
                break;
            case "lvlText":
                level.Text = Word.Attribute(xml, "val") ?? "";
                break;
            case "pStyle":
                level.Style = Word.Attribute(xml, "val");
                break;
            case "isLgl":
                level.IsLegal = Word.IsOn(xml);
                break;
            case "lvlRestart":
                level.RestartsAfter = Word.Number(xml, "val") ?? -1;
                break;
        }
    }

    /// <summary>The level that a paragraph style is bound to in a list; 0 where it is bound to none.</summary>
    public int LevelOf(int instance, string? style, DocxStyles styles)
    {
        if (style is null || Resolve(instance, styles) is not (var of, var own))
        {
            return 0;
        }

        for (var level = 0; level < MaxLevels; level++)
        {
            if (string.Equals((own.Levels[level] ?? of.Levels[level]).Style, style, StringComparison.Ordinal))
            {
                return level;
            }
        }

        return 0;
    }

    /// <summary>Counts one paragraph and gives what stands before it, with a space; empty for none.</summary>
    public string Next(int instance, int level, DocxStyles styles)
    {
        if (level is < 0 or >= MaxLevels || Resolve(instance, styles) is not (var of, var own))
        {
            return "";
        }

        if (!_counters.TryGetValue(own.Of, out var counters))
        {
            _counters[own.Of] = counters = new int[MaxLevels];
        }

        // Instances of one definition count on from one another, except where one begins again.
        if (own.Starts[level] is { } restart && !own.HasBegun[level])
        {
            counters[level] = restart;
        }
        else
        {
            counters[level] = counters[level] == 0 ? (own.Levels[level] ?? of.Levels[level]).Start : counters[level] + 1;
        }

        own.HasBegun[level] = true;
        for (var deeper = level + 1; deeper < MaxLevels; deeper++)
        {
            var restarts = (own.Levels[deeper] ?? of.Levels[deeper]).RestartsAfter;
            if (restarts < 0 || level < restarts)
            {
                counters[deeper] = 0;
                own.HasBegun[deeper] = false;
            }
        }

        return Label(of, own, counters, level);
    }

    private static string Label(Definition of, Instance own, int[] counters, int level)
    {
        var shown = own.Levels[level] ?? of.Levels[level];
        if (shown.Format is "bullet")
        {
            return "- ";
        }

        if (shown.Format is "none")
        {
            return "";
        }

        var text = new StringBuilder();
        for (var i = 0; i < shown.Text.Length; i++)
        {
            if (shown.Text[i] == '%' && i + 1 < shown.Text.Length && shown.Text[i + 1] is >= '1' and <= '9')
            {
                var other = shown.Text[++i] - '1';
                var its = own.Levels[other] ?? of.Levels[other];
                text.Append(Show(counters[other] == 0 ? its.Start : counters[other], shown.IsLegal ? "decimal" : its.Format));
            }
            else
            {
                text.Append(shown.Text[i]);
            }
        }

        return text.Length == 0 ? "" : text.Append(' ').ToString();
    }

    /// <summary>A definition may stand for the one of a list style, which names an instance of another definition.</summary>
    private (Definition Of, Instance Own)? Resolve(int instance, DocxStyles styles)
    {
        if (!_instances.TryGetValue(instance, out var own) || !_definitions.TryGetValue(own.Of, out var of))
        {
            return null;
        }

        if (of.Style is { } style && styles.ListOf(style) is { } other && other != instance
            && _instances.TryGetValue(other, out var linked) && _definitions.TryGetValue(linked.Of, out var definition))
        {
            of = definition;
        }

        return (of, own);
    }

    private static string Show(int number, string format) => format switch
    {
        "upperRoman" => ListNumbers.Roman(number),
        "lowerRoman" => ListNumbers.Roman(number).ToLowerInvariant(),
        "upperLetter" => ListNumbers.RepeatedLetter(number),
        "lowerLetter" => ListNumbers.RepeatedLetter(number).ToLowerInvariant(),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "none" => "",
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    private sealed class Definition
    {
        public Level[] Levels { get; } = [.. Enumerable.Range(0, MaxLevels).Select(_ => new Level())];

        public string? Style { get; set; }
    }

    private sealed class Instance
    {
        public int Of { get; set; } = -1;

        public Level?[] Levels { get; } = new Level?[MaxLevels];

        public int?[] Starts { get; } = new int?[MaxLevels];

        public bool[] HasBegun { get; } = new bool[MaxLevels];
    }

    private sealed class Level
    {
        public int Start { get; set; } = 1;

        public string Format { get; set; } = "decimal";

        public string Text { get; set; } = "";

        public string? Style { get; set; }

        public bool IsLegal { get; set; }

        /// <summary>The level, from 1, after which the count begins again; −1 after any higher one, 0 never.</summary>
        public int RestartsAfter { get; set; } = -1;
    }
}
