using Search.Citations.Patterns;
using Search.Citations.Scanning;

namespace Search.Citations.Relations;

/// <summary>
/// Lists of documents under a heading without a colon that says what they are for the host: "Căn cứ", "I. Cơ sở pháp lý".
/// An item is a line that begins with a document, whatever its bullet or label; the list ends with the first line that does not.
/// </summary>
internal sealed class HeadedLists(ScanState state)
{
    /// <summary>A longer line is no heading.</summary>
    private const int MaxHeading = 14;

    private const int MaxLabel = 4;

    private readonly TokenList _tokens = state.Tokens;
    private readonly Lexicon _lexicon = state.Lexicon;

    // The last item that was looked at and what its list is: items come in reading order, so no line is walked twice.
    private int _item = -1;
    private RelationHit? _hit;

    /// <summary>The relation of the mention with which an item of such a list begins; null where it stands elsewhere.</summary>
    /// <param name="start">The mention's first token.</param>
    public RelationHit? BasisOf(int start)
    {
        var line = start;
        while (line > 0 && start - line <= MaxLabel && !_tokens[line].Has(TokenFlags.Line | TokenFlags.Blank))
        {
            line--;
        }

        if (line <= 0 || SkipLabel(line) != start)
        {
            return null;
        }

        var item = line;
        var above = LineOf(line - 1);
        while (above > _item && SkipLabel(above) is var first && (IsDocument(first) || !_tokens[above].Has(TokenFlags.Break)) && above > 0)
        {
            above = LineOf(above - 1); // an item, or the rest of one that is wrapped
        }

        _hit = above == _item ? _hit : Heading(above);
        _item = item;
        return _hit;
    }

    /// <summary>The line itself as such a heading.</summary>
    private RelationHit? Heading(int line)
    {
        var from = SkipLabel(line);
        if (from >= _tokens.Count || _lexicon.Phrases.BasisHeadings.Match(_tokens, from, out var to) < 0)
        {
            return null;
        }

        for (var i = to; i < _tokens.Count && i < line + MaxHeading; i++)
        {
            if (_tokens[i].Has(TokenFlags.Line | TokenFlags.Blank))
            {
                return new RelationHit("can-cu", from, to);
            }

            if (_tokens[i].IsNumber || _tokens[i].IsPunctuation(';'))
            {
                break;
            }
        }

        return null;
    }

    /// <summary>The first token of the line a token stands in.</summary>
    private int LineOf(int at)
    {
        while (at > 0 && !_tokens[at].Has(TokenFlags.Line | TokenFlags.Blank))
        {
            at--;
        }

        return at;
    }

    /// <summary>Past the bullet, the label, the marks of a heading at the begin of a line.</summary>
    private int SkipLabel(int line)
    {
        var at = line;
        while (at < _tokens.Count && at - line < MaxLabel
            && (_tokens[at].Kind == TokenKind.Punctuation || ((_tokens[at].IsNumber || _tokens[at].Length == 1 || TermScanner.TryNumeral(_tokens, at, out _))
                && at + 1 < _tokens.Count && (_tokens.IsPunctuation(at + 1, '.') || _tokens.IsPunctuation(at + 1, ')') || _tokens.IsPunctuation(at + 1, '-')))))
        {
            at++;
        }

        return at;
    }

    private bool IsDocument(int at) => at < _tokens.Count && _lexicon.Types.MayStart(_tokens[at]) && _lexicon.Types.Match(_tokens, at, out _) >= 0;
}
