using System.Xml;

namespace Search.Ingestion.Reading;

/// <summary>Numbers of notes as Word shows them: in the order in which the text refers to them, whatever their ids.</summary>
internal sealed class DocxNotes
{
    private readonly Dictionary<(bool IsEnd, string Id), string> _labels = [];
    private readonly string[] _formats = ["decimal", "lowerRoman"];
    private readonly int[] _next = [1, 1];

    /// <summary>Takes the formats out of the settings of the document.</summary>
    public bool ReadSettings(XmlReader xml)
    {
        var at = -1;
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName is "footnotePr" or "endnotePr")
            {
                at = -1;
            }

            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "footnotePr" or "endnotePr" when !xml.IsEmptyElement:
                    at = xml.LocalName is "footnotePr" ? 0 : 1;
                    break;
                case "numFmt" when at >= 0:
                    _formats[at] = Word.Attribute(xml, "val") ?? _formats[at];
                    break;
                case "numStart" when at >= 0:
                    _next[at] = Word.Number(xml, "val") ?? 1;
                    break;
            }
        }

        return true;
    }

    /// <summary>The mark of a note that the text refers to here.</summary>
    public string Refer(bool isEnd, string id)
    {
        if (_labels.TryGetValue((isEnd, id), out var label))
        {
            return label;
        }

        var kind = isEnd ? 1 : 0;
        var number = _next[kind]++;
        return _labels[(isEnd, id)] = _formats[kind] switch
        {
            "upperRoman" => ListNumbers.Roman(number),
            "lowerRoman" => ListNumbers.Roman(number).ToLowerInvariant(),
            "upperLetter" => ListNumbers.RepeatedLetter(number),
            "lowerLetter" => ListNumbers.RepeatedLetter(number).ToLowerInvariant(),
            _ => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
    }

    /// <summary>The mark of a note; null for one that nothing refers to, as the lines that part notes from the text.</summary>
    public string? LabelOf(bool isEnd, string id) => _labels.GetValueOrDefault((isEnd, id));
}
