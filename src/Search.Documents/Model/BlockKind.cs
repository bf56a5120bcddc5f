namespace Search.Documents;

/// <summary>What a block is by the markup of its file.</summary>
public enum BlockKind
{
    /// <summary>Running text.</summary>
    Paragraph,

    /// <summary>A heading by markup; headings by convention alone are found by the outline.</summary>
    Heading,

    /// <summary>One item of a list.</summary>
    ListItem,

    /// <summary>One row of a table.</summary>
    TableRow,

    /// <summary>A footnote or endnote.</summary>
    Note,

    /// <summary>A line that only separates.</summary>
    Rule,

    /// <summary>Metadata at the head of the file.</summary>
    FrontMatter,
}
