using System.Globalization;
using System.Text;
using System.Xml;

namespace Search.Ingestion.Reading;

/// <summary>The numbers that Word shows before paragraphs and does not write into their text: <c>I.</c>, <c>1.2.</c>,
/// <c>a)</c>. Citations point to them, so they have to be in the text.</summary>
internal sealed class DocxNumbering
{
    private const int MaxLevels = 9;

    private readonly Dictionary<int, Level[]> _abstracts = [];
    private readonly Dictionary<int, int> _instances = [];
    private readonly Dictionary<int, int[]> _counters = [];

    public static DocxNumbering None => new();

    public static DocxNumbering Read(XmlReader xml)
    {
        var numbering = new DocxNumbering();
        Level[]? levels = null;
        var at = -1;
        var instance = -1;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "abstractNum" when Word.Number(xml, "abstractNumId") is { } id:
                    levels = numbering._abstracts[id] = [.. Enumerable.Range(0, MaxLevels).Select(_ => new Level())];
                    break;
                case "lvl":
                    at = Word.Number(xml, "ilvl") ?? -1;
                    break;
                case "start" when levels is not null && at is >= 0 and < MaxLevels:
                    levels[at].Start = Word.Number(xml, "val") ?? 1;
                    break;
                case "numFmt" when levels is not null && at is >= 0 and < MaxLevels:
                    levels[at].Format = Word.Attribute(xml, "val") ?? "decimal";
                    break;
                case "lvlText" when levels is not null && at is >= 0 and < MaxLevels:
                    levels[at].Text = Word.Attribute(xml, "val") ?? "";
                    break;
                case "num":
                    instance = Word.Number(xml, "numId") ?? -1;
                    levels = null; // overrides of single instances are rare and only restart the count
                    break;
                case "abstractNumId" when instance >= 0 && Word.Number(xml, "val") is { } of:
                    numbering._instances[instance] = of;
                    break;
            }
        }

        return numbering;
    }

    /// <summary>Counts one paragraph and gives what stands before it, with a space; empty for none.</summary>
    public string Next(int instance, int level)
    {
        if (level is < 0 or >= MaxLevels || !_instances.TryGetValue(instance, out var of)
            || !_abstracts.TryGetValue(of, out var levels))
        {
            return "";
        }

        if (!_counters.TryGetValue(of, out var counters))
        {
            _counters[of] = counters = new int[MaxLevels];
        }

        counters[level] = counters[level] == 0 ? levels[level].Start : counters[level] + 1;
        for (var deeper = level + 1; deeper < MaxLevels; deeper++)
        {
            counters[deeper] = 0;
        }

        var shown = levels[level];
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
                text.Append(Show(Math.Max(counters[other], levels[other].Start), levels[other].Format));
            }
            else
            {
                text.Append(shown.Text[i]);
            }
        }

        return text.Append(' ').ToString();
    }

    private static string Show(int number, string format) => format switch
    {
        "upperRoman" => Roman(number),
        "lowerRoman" => Roman(number).ToLowerInvariant(),
        "upperLetter" => Letter(number),
        "lowerLetter" => Letter(number).ToLowerInvariant(),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    private static string Letter(int number) =>
        number is < 1 or > 1000 ? "" : new string((char)('A' + ((number - 1) % 26)), ((number - 1) / 26) + 1);

    private static string Roman(int number)
    {
        if (number is < 1 or > 3999)
        {
            return number.ToString(CultureInfo.InvariantCulture);
        }

        ReadOnlySpan<(int Value, string Sign)> signs =
        [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
            (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ];
        var text = new StringBuilder();
        foreach (var (value, sign) in signs)
        {
            for (; number >= value; number -= value)
            {
                text.Append(sign);
            }
        }

        return text.ToString();
    }

    private sealed class Level
    {
        public int Start { get; set; } = 1;

        public string Format { get; set; } = "decimal";

        public string Text { get; set; } = "";
    }
}
