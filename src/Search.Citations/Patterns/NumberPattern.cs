using Search.Citations.Scanning;

namespace Search.Citations.Patterns;

/// <summary>A number without a type word: "số 4011/UBND-VX2 ngày 15/6/2021", "theo 36-NQ/TW".</summary>
internal sealed class NumberPattern : ICitationPattern
{
    public bool IsHead(in Token token, Lexicon lexicon) =>
        token.IsNumber || (token.IsWord && token.Word == lexicon.So.Folded);

    public int Read(ScanState state, int at)
    {
        var tokens = state.Tokens;
        var number = at;
        if (tokens.IsLoosely(at, state.Lexicon.So))
        {
            number = tokens.IsPunctuation(at + 1, ':') ? at + 2 : at + 1;
        }

        if (!tokens.IsNumber(number) || tokens[number].Length > 6)
        {
            return at;
        }

        var named = number != at;
        if (!named && !MayFollow(tokens, number))
        {
            return at;
        }

        if (!state.Lexicon.Dockets.TryRead(tokens.Text, tokens[number].Start, tokens.End, named, out var hit) || hit.Docket is null
            || (!named && !hit.IsStrong) || (named && !hit.IsStrong && tokens.Has(at, TokenFlags.Break)))
        {
            return at;
        }

        if (state.EndsBefore(state.Lexicon.Phrases.Forms, at))
        {
            return tokens.Seek(number, hit.End);
        }

        var end = tokens.Seek(number, hit.End);
        if (NumberedReader.IsOwnNumber(state, at, number, end, hit.Docket))
        {
            return end;
        }

        return NumberedReader.Read(state, at, number, hit, type: null, issuer: null);
    }

    /// <summary>The separator must come at once: most figures of a text are dismissed here.</summary>
    private static bool MayFollow(TokenList tokens, int number)
    {
        if (number + 1 >= tokens.Count || tokens[number + 1].Kind != TokenKind.Punctuation)
        {
            return false;
        }

        if ((char)tokens[number + 1].Word is not ('-' or '/'))
        {
            return false;
        }
        // A figure glued to what stands before it is the tail of something else (QH14, 2.8.9).
        return number == 0 || tokens[number].Has(TokenFlags.Space) || tokens.IsPunctuation(number - 1, '(') || tokens.IsPunctuation(number - 1, '"');
    }
}
