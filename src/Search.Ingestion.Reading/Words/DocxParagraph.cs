using System.Text;
using Search.Documents;

namespace Search.Ingestion.Reading;

/// <summary>One paragraph of a Word document while it is read.</summary>
internal sealed class DocxParagraph(int page)
{
    private bool _hasPlain;

    /// <summary>Its text so far.</summary>
    public StringBuilder Text { get; } = new();

    /// <summary>Name of its style; null for the default one.</summary>
    public string? Style { get; set; }

    /// <summary>What is set on the paragraph itself.</summary>
    public WordStyle Direct { get; set; } = WordStyle.None;

    /// <summary>Page that its first word stands on.</summary>
    public int Page { get; set; } = page;

    /// <summary>Whether it belongs to a drawing, which may lie anywhere on its page.</summary>
    public bool IsDrawn { get; init; }

    /// <summary>What stands in text boxes that hang on it: it is read after the paragraph.</summary>
    public List<Piece> Boxes { get; } = [];

    /// <summary>Adds text of one run.</summary>
    public void Append(string text, WordStyle look)
    {
        _hasPlain |= look.IsBold != true && text.Any(char.IsLetter);
        if (look.IsCapitals == true)
        {
            text = text.ToUpperInvariant();
        }
        else if (IsCapitalFont(look.Font) && text.All(c => c <= '\u00FF'))
        {
            // Such a font draws a capital at the place of each small letter; the letters with marks follow when the whole
            // text is restored.
            text = string.Concat(text.Select(c => char.IsAsciiLetterLower(c) ? char.ToUpperInvariant(c) : c));
        }

        var raised = look.IsRaised == true ? text.Trim().Trim('(', ')', '[', ']') : "";
        Text.Append(NoteMarks.IsMark(raised, Text) ? Inline.Note(raised) : text);
    }

    /// <summary>The block that it becomes.</summary>
    /// <param name="look">What it looks like, styles included.</param>
    /// <param name="label">Number that Word shows before it.</param>
    /// <param name="kind">Kind of a paragraph that is neither heading nor list item.</param>
    public Piece ToPiece(WordStyle look, string label, BlockKind kind)
    {
        var text = Inline.Generated(label) + Text;
        var piece = new Piece(kind, text, Page: Page) { IsBold = !_hasPlain };
        return look.Heading is > 0 and var level
            ? piece with { Kind = BlockKind.Heading, Level = level }
            : label.Length > 0 ? piece with { Kind = BlockKind.ListItem, Level = (look.ListLevel ?? 0) + 1 } : piece;
    }

    /// <summary>.VnTimeH and its like.</summary>
    private static bool IsCapitalFont(string? font) =>
        font is not null && font.StartsWith(".Vn", StringComparison.OrdinalIgnoreCase) && font.EndsWith('H');
}
