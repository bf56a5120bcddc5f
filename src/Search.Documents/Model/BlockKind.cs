namespace Search.Documents;

/// <summary>What a block is by the markup of its file.</summary>
public enum BlockKind
{
    /// <summary>Running text, or lines of a letterhead.</summary>
    Paragraph,

    /// <summary>A heading by markup; headings by convention alone are found by the outline.</summary>
    Heading,

    /// <summary>One item of a list, with its bullet or number.</summary>
    ListItem,

    /// <summary>One row of a table; <see cref="Block.Cells"/> are its cells and <see cref="Block.Level"/> its number.</summary>
    TableRow,

    /// <summary>A footnote or endnote.</summary>
    Note,

    /// <summary>A line that only separates.</summary>
    Rule,

    /// <summary>Metadata at the head of the file: <see cref="SourceText.Metadata"/>.</summary>
    FrontMatter,

    /// <summary>A page ends here, where the file says so.</summary>
    PageBreak,

    /// <summary>What belongs to the page and not to the document: running heads, page numbers, a site's menus. It stays in the
    /// source, and is neither read, nor searched, nor part of a hash.</summary>
    Furniture,
}
