namespace Search.Ingestion.Reading;

/// <summary>What of a style, paragraph or run matters for the text; null where it does not say.</summary>
internal sealed record WordStyle
{
    /// <summary>What says nothing.</summary>
    public static WordStyle None { get; } = new();

    /// <summary>Heading level, 1 at the top; 0 for text that is none.</summary>
    public int? Heading { get; init; }

    /// <summary>Number of the list instance; 0 takes a paragraph out of any list.</summary>
    public int? List { get; init; }

    /// <summary>Level in the list, from 0.</summary>
    public int? ListLevel { get; init; }

    /// <summary>Whether the letters are bold.</summary>
    public bool? IsBold { get; init; }

    /// <summary>Whether small letters are shown as capitals.</summary>
    public bool? IsCapitals { get; init; }

    /// <summary>Whether the text does not show, or is struck out.</summary>
    public bool? IsHidden { get; init; }

    /// <summary>Whether the letters are raised, as the mark of a note is.</summary>
    public bool? IsRaised { get; init; }

    /// <summary>Name of the font.</summary>
    public string? Font { get; init; }

    /// <summary>This one, and where it does not say, the other.</summary>
    public WordStyle Over(WordStyle other) => new()
    {
        Heading = Heading ?? other.Heading,
        List = List ?? other.List,
        ListLevel = ListLevel ?? other.ListLevel,
        IsBold = IsBold ?? other.IsBold,
        IsCapitals = IsCapitals ?? other.IsCapitals,
        IsHidden = IsHidden ?? other.IsHidden,
        IsRaised = IsRaised ?? other.IsRaised,
        Font = Font ?? other.Font,
    };

    /// <summary>With what one element of <c>w:pPr</c> or <c>w:rPr</c> says; the same for an element that matters not.</summary>
    public WordStyle With(System.Xml.XmlReader xml) => xml.LocalName switch
    {
        "outlineLvl" => this with { Heading = Word.Number(xml, "val") is { } level and >= 0 and < 9 ? level + 1 : 0 },
        "numId" => this with { List = Word.Number(xml, "val") },
        "ilvl" => this with { ListLevel = Word.Number(xml, "val") },
        "b" => this with { IsBold = Word.IsOn(xml) },
        "caps" or "smallCaps" => this with { IsCapitals = Word.IsOn(xml) || IsCapitals == true },
        "vanish" or "strike" or "dstrike" => this with { IsHidden = Word.IsOn(xml) || IsHidden == true },
        "vertAlign" => this with { IsRaised = Word.Attribute(xml, "val") is "superscript" },
        "rFonts" => this with { Font = Word.Attribute(xml, "ascii") ?? Word.Attribute(xml, "hAnsi") ?? Font },
        _ => this,
    };
}
