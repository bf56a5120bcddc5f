using System.Text;
using Search.Documents;
using Search.Text;

namespace Search.Ingestion.Reading;

/// <summary>Puts a text together block by block, for formats whose text lies scattered in markup. The text it builds is
/// the decoded source that every span points into.</summary>
internal sealed class SourceBuilder(int maxLength)
{
    private readonly StringBuilder _text = new();
    private readonly List<Block> _blocks = [];

    /// <summary>Page that the next blocks stand on; 0 where there are no pages.</summary>
    public int Page { get; set; }

    /// <summary>Adds a block; lines inside it are kept, white space around it is not. Nothing is added for a blank text.</summary>
    /// <exception cref="ReadRefusedException">The whole text grows past the limit.</exception>
    public void Add(BlockKind kind, string text, int level = 0)
    {
        text = Clean(text);
        if (text.Length == 0)
        {
            return;
        }

        if (_text.Length + text.Length + 2 > maxLength)
        {
            throw TooLong();
        }

        if (_text.Length > 0)
        {
            _text.Append(kind == BlockKind.TableRow && LastIs(BlockKind.TableRow) ? "\n" : "\n\n");
        }

        var span = new TextSpan(_text.Length, _text.Length + text.Length);
        _text.Append(text);
        _blocks.Add(new Block(kind, span, span, level, Page));
    }

    /// <summary>Takes the pages back, when it turns out that nobody knows them.</summary>
    public void ForgetPages()
    {
        for (var i = 0; i < _blocks.Count; i++)
        {
            _blocks[i] = _blocks[i] with { Page = 0 };
        }
    }

    public SourceText Build(string name, string encoding) => new()
    {
        Name = name,
        Text = _text.ToString(),
        Encoding = encoding,
        Blocks = _blocks,
    };

    private ReadRefusedException TooLong() => new(new ReadError(
        "too-large",
        $"Văn bản dài hơn giới hạn {maxLength} ký tự.",
        $"The text is longer than the limit of {maxLength} characters."));

    private bool LastIs(BlockKind kind) => _blocks.Count > 0 && _blocks[^1].Kind == kind;

    /// <summary>One space for a run of them, no space at the ends of lines, no control characters but tab and line feed.</summary>
    private static string Clean(string text)
    {
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
