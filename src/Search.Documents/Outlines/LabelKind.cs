namespace Search.Documents.Outlines;

/// <summary>What numbers a section. The order is the usual order of nesting, the outermost first.</summary>
internal enum LabelKind
{
    /// <summary>Markdown heading without a number; its level is added.</summary>
    Markup = 10,

    /// <summary>Phần thứ nhất, Phần I.</summary>
    Part = 20,

    /// <summary>Chương I.</summary>
    Chapter = 30,

    /// <summary>Mục 1.</summary>
    Division = 40,

    /// <summary>A. B.</summary>
    Capital = 45,

    /// <summary>I. II-</summary>
    Roman = 50,

    /// <summary>A line in capitals or strong type without a number.</summary>
    Title = 55,

    /// <summary>Điều 5.</summary>
    Article = 60,

    /// <summary>1. 1.1. 1)</summary>
    Arabic = 70,

    /// <summary>Một là, Hai là,</summary>
    Ordinal = 80,

    /// <summary>a) b.</summary>
    Letter = 90,

    /// <summary>(i) (1)</summary>
    Bracketed = 95,
}
