using Search.Text;

namespace Search.Documents.Secrecy;

/// <summary>Tells which lines are paragraphs of their own: blank lines stand around them, or the line before ends a sentence.
/// Asked in the order of the text.</summary>
internal sealed class Paragraphs(string text)
{
    private int _end;

    /// <summary>Whether a line begins and ends a paragraph.</summary>
    public bool IsAlone(TextSpan line)
    {
        var from = line.Start;
        while (from > _end && text[from - 1] is '\n' or '\r' or ' ' or '\t' or '\f')
        {
            from--;
        }

        var before = from > 0 ? text[from - 1] : '\n';
        var begins = from == 0 || Breaks(from, line.Start) > 1 || before is '.' or '!' or '?' or '…' or '/';
        _end = line.Start;
        var to = line.End;
        while (to < text.Length && text[to] is '\n' or '\r' or ' ' or '\t' or '\f')
        {
            to++;
        }

        var after = to < text.Length ? text[to] : '\n';
        return begins && before is not (':' or ',') && (to == text.Length || Breaks(line.End, to) > 1 || char.IsUpper(after) || !char.IsLetter(after));
    }

    private int Breaks(int from, int to)
    {
        var breaks = 0;
        for (var i = from; i < to; i++)
        {
            breaks += text[i] switch { '\n' or '\f' => 1, _ => 0 };
        }

        return breaks;
    }
}
