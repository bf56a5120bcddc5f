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

    private readonly List<Piece> _pieces = [];
    private int _length;

    /// <summary>Adds a block; lines inside it are kept, white space around it is not. Nothing is added for a blank text.</summary>
    /// <exception cref="ReadRefusedException">The whole text grows past the limit.</exception>
    public void Add(Piece piece)
    {
        var text = Clean(piece.Text);
        if (text.Length == 0)
        {
            return;
        }

        _length += text.Length + 2;
        if (_length > maxLength)
        {
            throw TooLong();
        }

        _pieces.Add(piece with { Text = text });
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

            var start = text.Length;
            text.Append(restoration?.Apply(piece.Text) ?? piece.Text);
            var span = new TextSpan(start, text.Length);
            blocks.Add(new Block(piece.Kind, span, span, piece.Level, piece.Page));
        }

        return new SourceText
        {
            Name = name,
            Text = text.ToString(),
            Encoding = restoration is null ? encoding : $"{encoding}+{restoration.Name}",
            Blocks = blocks,
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

    private ReadRefusedException TooLong() => new(new ReadError(
        "too-large",
        $"Văn bản dài hơn giới hạn {maxLength} ký tự.",
        $"The text is longer than the limit of {maxLength} characters."));

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
