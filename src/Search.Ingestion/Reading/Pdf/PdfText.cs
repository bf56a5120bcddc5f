using System.Text;
using Search.Documents;

namespace Search.Ingestion.Reading;

/// <summary>Puts the pages of a PDF together: paragraphs from lines by their shape on the page, across page breaks, with
/// heads, feet and page numbers out of the way.</summary>
internal static class PdfText
{
    /// <summary>A line that ends so near to the right edge of its page, in heights, was broken for want of room.</summary>
    private const double Full = 3;

    /// <summary>A line that begins so far to the right of its block, in heights, begins a paragraph.</summary>
    private const double Indent = 0.9;

    /// <summary>Share of the text's width from which on a line is running text.</summary>
    private const double Wide = 0.6;

    /// <param name="name">Name that the text is to carry.</param>
    /// <param name="pages">The pages in order.</param>
    /// <param name="encoding">What the text was read from.</param>
    /// <param name="maxLength">Longest text, in UTF-16 code units.</param>
    /// <exception cref="ReadRefusedException">The text is too long.</exception>
    public static SourceText Build(string name, IReadOnlyList<PdfPage> pages, string encoding, int maxLength)
    {
        var builder = new SourceBuilder(maxLength);
        var furniture = PageFurniture.Find(pages);
        var margins = new List<Piece>();
        Paragraph? open = null;
        foreach (var page in pages)
        {
            var isFirst = true;
            foreach (var paragraph in Paragraphs(page, furniture))
            {
                if (isFirst && open is not null && open.GoesOnIn(paragraph))
                {
                    open.Append(paragraph);
                }
                else
                {
                    Close();
                    open = paragraph;
                }

                isFirst = false;
            }

            // A sentence that runs on to the next page is one block: what stands between its halves follows it.
            margins.AddRange(page.Lines.Where(furniture.Contains)
                .Select(line => new Piece(BlockKind.Paragraph, line.Text(), Page: page.Number) { IsFurniture = true }));
        }

        Close();
        return builder.Build(name, encoding);

        void Close()
        {
            if (open is not null)
            {
                builder.Add(open.ToPiece());
            }

            margins.ForEach(builder.Add);
            margins.Clear();
        }
    }

    private static IEnumerable<Paragraph> Paragraphs(PdfPage page, HashSet<PdfLine> furniture)
    {
        var lines = page.Lines.Where(line => !furniture.Contains(line)).ToList();
        if (lines.Count == 0)
        {
            yield break;
        }

        var left = lines.Select(line => line.Left).Order().ElementAt(lines.Count / 20);
        var right = lines.Select(line => line.Right).Order().ElementAt(lines.Count - 1 - (lines.Count / 20));
        foreach (var block in page.Blocks)
        {
            var own = block.Where(line => !furniture.Contains(line)).ToList();
            if (own.Count == 0)
            {
                continue;
            }

            var edge = own.Min(line => line.Left);
            var isProse = own.Exists(IsFull);
            Paragraph? open = null;
            foreach (var line in own)
            {
                var isIndented = line.Left > edge + (Indent * line.Height);
                if (open is null || (isProse && isIndented && (open.IsFull || !open.IsIndented)))
                {
                    if (open is not null)
                    {
                        yield return open;
                    }

                    open = new Paragraph(page.Number);
                }

                open.Append(line.Text(), IsFull(line), isIndented);
            }

            yield return open!;
        }

        bool IsFull(PdfLine line) => line.Right > right - (Full * line.Height) && line.Width > (right - left) * Wide;
    }

    /// <summary>Lines that are one paragraph, as far as the page tells; where it does not, their shape decides later.</summary>
    private sealed class Paragraph(int page)
    {
        private readonly StringBuilder _text = new();
        private int _start;

        /// <summary>Whether its last line ran to the right edge.</summary>
        public bool IsFull { get; private set; }

        /// <summary>Whether its last line began to the right of the others.</summary>
        public bool IsIndented { get; private set; }

        /// <summary>Whether a paragraph of the next page is the rest of this one.</summary>
        public bool GoesOnIn(Paragraph next) =>
            IsFull && _text.Length > 0 && _text[^1] is not ('.' or ';' or ':' or '!' or '?') && next._text.Length > 0 && char.IsLower(next._text[0])
            && !(next._text.Length > 1 && next._text[1] is ')' or '.');

        public void Append(Paragraph next)
        {
            Join(next._text.ToString());
            IsFull = next.IsFull;
        }

        public void Append(string line, bool isFull, bool isIndented)
        {
            Join(line);
            (IsFull, IsIndented) = (isFull, isIndented);
        }

        public Piece ToPiece() => new(BlockKind.Paragraph, _text.ToString(), Page: page) { IsWrapped = true };

        /// <summary>A hyphen at the end of a line is one of the text, since Vietnamese breaks no words: NĐ- and CP are NĐ-CP.</summary>
        private void Join(string line)
        {
            if (_text.Length > 0 && line.Length > 0)
            {
                var last = _text[^1];
                if (last is '-' or '/' && _text.Length > 1 && char.IsLetterOrDigit(_text[^2]) && char.IsLetterOrDigit(line[0]))
                {
                    // NĐ-⏎CP, 18-⏎NQ/TW, Covid-⏎19, QĐ/⏎TW
                }
                else
                {
                    _text.Append(IsFull && last is not ('.' or ';' or ':') && IsCapital(line) == IsCapital(_text.ToString(_start, _text.Length - _start)) ? ' ' : '\n');
                }
            }

            _start = _text.Length;
            _text.Append(line);
        }

        /// <summary>A line in capitals goes on no line that is in none, however far that one runs: "Hà Nội, ngày …" above "CHỦ NHIỆM".</summary>
        private static bool IsCapital(string line) => line.Any(char.IsUpper) && !line.Any(char.IsLower);
    }
}
