using Search.Citations.Scanning;

namespace Search.Citations.Patterns;

/// <summary>"khoản 2 Điều 5" before a document: kept for the mention that follows; "khoản 2 Điều này": a mention of the host itself,
/// unless it stands in words that are quoted, as in what an amending document puts into another one.</summary>
internal sealed class PinpointPattern : ICitationPattern
{
    public bool IsHead(in Token token, Lexicon lexicon) => lexicon.Phrases.Pinpoints.MayStart(token);

    public int Read(ScanState state, int at)
    {
        if (!state.Lexicon.Pinpoints.TryRead(state.Tokens, at, out var end, out var document, out var own))
        {
            return at;
        }

        if (own)
        {
            return ReadOwn(state, at, end);
        }

        state.PinpointFrom = at;
        state.PinpointTo = end;
        state.PinpointAt = document;
        return document;
    }

    private static int ReadOwn(ScanState state, int at, int end)
    {
        // "Điều này cho thấy …": a pronoun. Alone the noun is a provision where its capital proves it.
        var alone = state.Lexicon.Phrases.Pinpoints.Match(state.Tokens, at, out var head) >= 0 && head == end - 1;
        if (alone && (!state.Tokens[at].Has(TokenFlags.Capital) || state.BeginsSentence(at)))
        {
            return at;
        }

        if (!state.IsQuoted(at))
        {
            state.Add(new Draft
            {
                Kind = DraftKind.Back,
                Back = BackReferenceKind.This,
                From = at,
                To = end,
                CoreFrom = at,
                CoreTo = end,
                PinpointFrom = at,
                PinpointTo = end,
            });
        }

        return end;
    }
}
