namespace Search.Text.Tokens;

/// <summary>One walk over a normalized text: keeps the position and what stands between tokens.</summary>
internal ref struct AnalysisRun(NormalizedText source)
{
    /// <summary>Longer tokens are cut: no word of any language is longer, hostile input is.</summary>
    private const int MaxForm = 128;

    private readonly string _text = source.Text;
    private int _position = -1;
    private int _lastEnd;
    private bool _lastIsWord;
    private bool _punctuated;
    private bool _newSentence = true;

    internal void Visit<TVisitor>(ref TVisitor visitor)
        where TVisitor : ITokenVisitor, allows ref struct
    {
        foreach (var token in new SyllableTokenizer(_text))
        {
            NoteGap(token.Start);
            if (token.Kind == TokenKind.Punctuation)
            {
                NotePunctuation(token);
                continue;
            }

            if (token.Kind is TokenKind.Docket or TokenKind.Date)
            {
                Emit(token, token.Start, ref visitor, advance: true, mayJoin: false);
                var isFirst = true;
                foreach (var part in new SyllableTokenizer(token.Text, wholeDockets: false))
                {
                    if (part.Kind == TokenKind.Punctuation)
                    {
                        continue;
                    }

                    Emit(part, token.Start + part.Start, ref visitor, advance: !isFirst, mayJoin: false);
                    isFirst = false;
                }

                _lastIsWord = false;
            }
            else
            {
                Emit(token, token.Start, ref visitor, advance: true, mayJoin: _lastIsWord && !_punctuated);
                _lastIsWord = token.Kind == TokenKind.Word;
            }

            _punctuated = false;
            _lastEnd = token.End;
        }
    }

    private void Emit<TVisitor>(Token token, int start, ref TVisitor visitor, bool advance, bool mayJoin)
        where TVisitor : ITokenVisitor, allows ref struct
    {
        var startsSentence = _newSentence;
        if (advance)
        {
            _position += _newSentence && _position >= 0 ? 1 + VietnameseAnalyzer.SentenceGap : 1;
        }

        _newSentence = false;

        var joins = mayJoin && !startsSentence && token.Kind == TokenKind.Word;
        var form = token.Text.Length > MaxForm ? new Token(token.Text[..MaxForm], start, token.Kind) : token;
        Span<char> exact = stackalloc char[MaxForm];
        Span<char> folded = stackalloc char[MaxForm];
        var span = source.IsIdentity ? new TextSpan(start, start + token.Text.Length) : source.ToSource(new TextSpan(start, start + token.Text.Length));
        visitor.Visit(
            exact[..form.WriteExact(exact)],
            folded[..form.WriteFolded(folded)],
            new TokenPlace(span.Start, span.End, _position, token.Kind, startsSentence, joins));
    }

    /// <summary>A blank line ends a sentence; one line break does not: lines wrap anywhere.</summary>
    private void NoteGap(int start)
    {
        var breaks = 0;
        for (var i = _lastEnd; i < start; i++)
        {
            if (_text[i] == '\n')
            {
                breaks++;
            }
            else if (_text[i] == '\t')
            {
                _punctuated = true;
            }
        }

        if (breaks > 1)
        {
            _newSentence = true;
        }

        _lastEnd = start;
    }

    private void NotePunctuation(Token token)
    {
        _punctuated = true;
        _lastEnd = token.End;
        if (token.Text[0] is '.' or '!' or '?' or ';' or ':' or '…' && (token.End == _text.Length || char.IsWhiteSpace(_text[token.End])))
        {
            _newSentence = true;
        }
    }
}
