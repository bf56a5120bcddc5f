using System.Text;

namespace Search.Ingestion.Reading;

/// <summary>Words that stand beside one another, in reading order.</summary>
internal sealed class PdfLine
{
    /// <summary>A gap of this share of the height is a blank: poppler parts words by the same measure.</summary>
    private const double Blank = 0.08;

    /// <summary>A wider gap parts columns.</summary>
    private const double Column = 1.8;

    /// <summary>A note is set in smaller type than the word before it.</summary>
    private const double RaisedHeight = 0.8;

    public PdfLine(IReadOnlyList<PdfWord> words)
    {
        Words = words;
        Left = words.Min(word => word.Left);
        Right = words.Max(word => word.Right);
        Top = words.Min(word => word.Top);
        Bottom = words.Max(word => word.Bottom);
        Height = words.Select(word => word.Height).Order().ElementAt(words.Count / 2);
    }

    public IReadOnlyList<PdfWord> Words { get; }

    public double Left { get; }

    public double Right { get; }

    public double Top { get; }

    public double Bottom { get; }

    /// <summary>Height of a usual word in it.</summary>
    public double Height { get; }

    public double Width => Right - Left;

    /// <summary>Its text: a blank between words, a tab where a gap parts columns, raised figures as marks of notes.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        PdfWord? last = null;
        foreach (var word in Words)
        {
            if (last is not null)
            {
                var gap = word.Left - last.Right;
                if (IsRaised(word, last) && gap < Blank * 3 * last.Height && NoteMarks.IsMark(word.Text.Trim('(', ')', '[', ']'), text))
                {
                    text.Append(Inline.Note(word.Text.Trim('(', ')', '[', ']')));
                    continue;
                }

                if (gap > Column * Height)
                {
                    text.Append('\t');
                }
                else if (gap > Blank * Math.Min(last.Height, word.Height) || gap < -Height)
                {
                    text.Append(' ');
                }
            }

            text.Append(word.Text);
            last = word;
        }

        return text.ToString();
    }

    /// <summary>The parts between gaps that part columns.</summary>
    public IReadOnlyList<PdfLine> Segments()
    {
        var parts = new List<PdfLine>();
        var from = 0;
        for (var i = 1; i <= Words.Count; i++)
        {
            if (i == Words.Count || Words[i].Left - Words[i - 1].Right > Column * Height)
            {
                parts.Add(new PdfLine([.. Words.Skip(from).Take(i - from)]));
                from = i;
            }
        }

        return parts;
    }

    private static bool IsRaised(PdfWord word, PdfWord last) =>
        word.Height < RaisedHeight * last.Height && word.Bottom < last.Bottom - (0.15 * last.Height) && word.Top < last.Top + (0.4 * last.Height);
}
