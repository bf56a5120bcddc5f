using Search.Citations.Scanning;

namespace Search.Citations.Patterns;

/// <summary>"…, có hiệu lực thi hành kể từ ngày 01/01/2021" after a mention.</summary>
internal sealed class EffectPattern : ICitationPattern
{
    public bool IsHead(in Token token, Lexicon lexicon) => lexicon.Phrases.Effect.MayStart(token);

    public int Read(ScanState state, int at)
    {
        if (state.Drafts.Count == 0 || state.Lexicon.Phrases.Effect.Match(state.Tokens, at, out var end) < 0
            || !state.Lexicon.Dates.TryRead(state.Tokens, end, out var date))
        {
            return at;
        }

        var before = state.Tokens.IsPunctuation(at - 1, ',') ? at - 1 : at;
        for (var i = state.Drafts.Count - 1; i >= 0 && state.Drafts.Count - i <= 16; i--)
        {
            var draft = state.Drafts[i];
            if (draft.Kind == DraftKind.Numbered && draft.To == before)
            {
                draft.Effective ??= date.Date;
                return date.End;
            }
        }

        // A title without date or issuer stands between: it belongs to the first number of the sentence.
        Draft? owner = null;
        var walk = new BackWalk(state, before);
        for (var i = state.Drafts.Count - 1; i >= 0 && state.Drafts.Count - i <= 16; i--)
        {
            var draft = state.Drafts[i];
            if (draft.Tail > before || before - draft.Tail > 200)
            {
                break;
            }

            if (!walk.Reaches(draft.To, out var ended))
            {
                if (ended)
                {
                    break;
                }

                continue;
            }

            if (draft.Kind == DraftKind.Numbered && draft.Effective is null)
            {
                owner = draft;
            }
        }

        if (owner is not null)
        {
            owner.Effective = date.Date;
        }

        return date.End;
    }
}
