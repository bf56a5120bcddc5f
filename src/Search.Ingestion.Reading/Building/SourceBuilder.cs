using System.Text;
using Search.Documents;
using Search.Text;

namespace Search.Ingestion.Reading;

/// <summary>Puts a text together block by block, for formats whose text lies scattered in markup. The text it builds is
/// the decoded source that every span points into. Letters that are not what they seem are restored for the whole text
/// (<see cref="TextRestoration"/>), before anything points into it.</summary>
internal sealed class SourceBuilder(int maxLength)
{
    private const int SampleLength = 1 << 16;

    /// <summary>Longer lines are no mark, and so many are a menu of a whole site.</summary>
    private const int LongestBeside = 110;
    private const int MostBeside = 2_000;

    private readonly List<Piece> _pieces = [];
    private readonly List<string> _beside = [];
    private readonly List<string> _remarks = [];
    private int _length;

    /// <summary>Adds a block; lines inside it are kept, white space around it is not. Nothing is added for a blank text.</summary>
    /// <exception cref="ReadRefusedException">The whole text grows past the limit.</exception>
    public void Add(Piece piece)
    {
        var text = piece.Kind == BlockKind.TableRow ? string.Join('\t', piece.Text.Split('\t').Select(Clean)) : Clean(piece.Text);
        if (text.Length == 0 || !text.Any(c => !Inline.IsMark(c) && !char.IsWhiteSpace(c)))
        {
            return;
        }

        _length += text.Length + 2;
        if (_length > maxLength)
        {
            throw new ReadRefusedException(TooLong(maxLength));
        }

        _pieces.Add(piece with { Text = text });
    }

    /// <summary>Notes text that is shown and is no part of the source (<see cref="SourceText.Beside"/>), line by line.</summary>
    public void AddBeside(string? text) => AddLines(_beside, text);

    /// <summary>Notes text that was written about the file (<see cref="SourceText.Remarks"/>), line by line.</summary>
    public void AddRemark(string? text) => AddLines(_remarks, text);

    private static void AddLines(List<string> lines, string? text)
    {
        foreach (var line in (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line.Length <= LongestBeside && lines.Count < MostBeside && line.Any(char.IsLetter))
            {
                lines.Add(line);
            }
        }
    }

    /// <summary>Takes the pages back, when it turns out that nobody knows them.</summary>
    public void ForgetPages()
    {
        for (var i = 0; i < _pieces.Count; i++)
        {
            _pieces[i] = _pieces[i] with { Page = 0 };
        }
    }

    /// <param name="name">Name that the text is to carry.</param>
    /// <param name="encoding">What the text was read from.</param>
    public SourceText Build(string name, string encoding)
    {
        var restoration = TextRestoration.Find(Sample());
        var text = new StringBuilder(_length);
        var blocks = new List<Block>(_pieces.Count);
        foreach (var piece in _pieces)
        {
            if (text.Length > 0)
            {
                text.Append(piece.Kind == BlockKind.TableRow && blocks[^1].Kind == BlockKind.TableRow ? "\n" : "\n\n");
            }

            blocks.Add(Append(text, piece, restoration?.Apply(piece.Text) ?? piece.Text));
        }

        return new SourceText
        {
            Name = name,
            Text = text.ToString(),
            Encoding = restoration is null ? encoding : $"{encoding}+{restoration.Name}",
            Blocks = blocks,
            Beside = _beside,
            Remarks = _remarks,
        };
    }

    /// <summary>Appends the text of a piece without the marks in it, and gives its block.</summary>
    private static Block Append(StringBuilder text, Piece piece, string words)
    {
        var start = text.Length;
        List<TextEdit>? edits = null;
        List<TextSpan>? generated = null;
        List<TextSpan>? cells = null;
        var open = Inline.End;
        int from = start, cell = start;
        foreach (var c in words)
        {
            switch (c)
            {
                case Inline.Unread or Inline.Made:
                    (open, from) = (c, text.Length);
                    break;
                case Inline.End:
                    if (open == Inline.Unread)
                    {
                        (edits ??= []).Add(new TextEdit(from, text.Length - from, ""));
                    }
                    else if (open == Inline.Made)
                    {
                        (generated ??= []).Add(new TextSpan(from, text.Length));
                    }

                    open = Inline.End;
                    break;
                case '\t' when piece.Kind == BlockKind.TableRow:
                    (cells ??= []).Add(new TextSpan(cell, text.Length));
                    text.Append(c);
                    cell = text.Length;
                    break;
                default:
                    text.Append(c);
                    break;
            }
        }

        var span = new TextSpan(start, text.Length);
        if (piece.Kind == BlockKind.TableRow)
        {
            (cells ??= []).Add(new TextSpan(cell, text.Length));
        }

        return new Block(piece.IsFurniture ? BlockKind.Furniture : piece.Kind, span, span, piece.Level, piece.Page)
        {
            Edits = edits ?? [],
            Cells = cells ?? [],
            Generated = generated ?? [],
            Strong = piece.IsBold ? [span] : [],
            IsWrapped = piece.IsWrapped,
            IsBox = piece.IsBox,
        };
    }

    /// <summary>The beginning of the text, from the first block on that is not plain ASCII: enough to judge its letters by.</summary>
    private string Sample()
    {
        var sample = new StringBuilder();
        foreach (var piece in _pieces.SkipWhile(piece => System.Text.Ascii.IsValid(piece.Text)))
        {
            sample.Append(piece.Text).Append('\n');
            if (sample.Length > SampleLength)
            {
                break;
            }
        }

        return sample.ToString();
    }

    /// <summary>Why a text is refused that is longer than the limit.</summary>
    public static ReadError TooLong(int maxLength) => new(
        "too-large",
        $"Văn bản dài hơn giới hạn {maxLength} ký tự.",
        $"The text is longer than the limit of {maxLength} characters.");

    /// <summary>One space for a run of them, no space at the ends of lines, no control
    /// characters but tab and line feed. A no-break space that was written out as an entity twice is a space as well.</summary>
    private static string Clean(string text)
    {
        if (text.Contains("&nbsp;", StringComparison.Ordinal))
        {
            text = text.Replace("&nbsp;", " ", StringComparison.Ordinal);
        }

        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c == '\n')
            {
                while (clean.Length > 0 && clean[^1] is ' ' or '\t')
                {
                    clean.Length--;
                }

                if (clean.Length > 0)
                {
                    clean.Append('\n');
                }
            }
            else if (c == '\t')
            {
                if (clean.Length > 0 && clean[^1] == ' ')
                {
                    clean.Length--;
                }

                clean.Append('\t');
            }
            else if (c is ' ' or '\u00A0' || char.IsControl(c))
            {
                if (clean.Length > 0 && clean[^1] is not (' ' or '\n' or '\t'))
                {
                    clean.Append(' ');
                }
            }
            else
            {
                clean.Append(c);
            }
        }

        return clean.ToString().Trim();
    }
}
