using Search.Documents;

namespace Search.Ingestion.Reading;

/// <summary>One block as a reader found it, before the source is put together.</summary>
/// <param name="Kind">What the markup of the file says it is.</param>
/// <param name="Text">Its text; a line feed begins a new line, a tab parts columns or cells, <see cref="Inline"/> marks what is
/// no word of it.</param>
/// <param name="Level">Heading level or list depth, 1 at the top; number of a table row; 0 where it means nothing.</param>
/// <param name="Page">Page it begins on, 1-based; 0 where nobody knows.</param>
internal sealed record Piece(BlockKind Kind, string Text, int Level = 0, int Page = 0)
{
    /// <summary>Whether all of its letters are bold.</summary>
    public bool IsBold { get; init; }

    /// <summary>Whether its line feeds may come from wrapping by width.</summary>
    public bool IsWrapped { get; init; }

    /// <summary>Whether it stands in a text box.</summary>
    public bool IsBox { get; init; }

    /// <summary>Whether it belongs to the page and not to the text: header, footer, page number, site navigation.</summary>
    public bool IsFurniture { get; init; }
}
