using Search.Citations.Scanning;

namespace Search.Citations.Patterns;

/// <summary>Texts of other nations and of history that are known by name: "Hiến chương Liên hợp quốc".</summary>
internal sealed class NamedPattern : ICitationPattern
{
    public bool IsHead(in Token token, Lexicon lexicon) => lexicon.Phrases.NamedHeads.MayStart(token);

    public int Read(ScanState state, int at)
    {
        var tokens = state.Tokens;
        if (!tokens[at].Has(TokenFlags.Capital) || state.Lexicon.Phrases.NamedHeads.Match(tokens, at, out var head) < 0)
        {
            return at;
        }
        // A name goes on with a capital, at once: Hiến chương Liên hợp quốc, Công ước Viên.
        if (head >= tokens.Count || !tokens[head].IsWord || !tokens[head].Has(TokenFlags.Capital) || tokens[head].Has(TokenFlags.Break))
        {
            return at;
        }

        var end = head;
        var lastCapital = head;
        while (end < tokens.Count && end - head < 12 && tokens[end].IsWord && !tokens[end].Has(TokenFlags.Blank | TokenFlags.Break)
            && !tokens.IsWord(end, state.Lexicon.Va) && !tokens.IsWord(end, state.Lexicon.Ngay) && state.Lexicon.Phrases.Following.Match(tokens, end, out _) < 0)
        {
            if (tokens[end].Has(TokenFlags.Capital))
            {
                lastCapital = end;
            }
            else if (end - lastCapital > 3)
            {
                break;
            }

            end++;
        }

        state.Add(new Draft
        {
            Kind = DraftKind.Unnumbered,
            From = at,
            To = end,
            CoreFrom = at,
            CoreTo = end,
            Title = tokens.Words(at, end),
        });
        return end;
    }
}
