using Search.Citations.Scanning;

namespace Search.Citations.Patterns;

/// <summary>
/// Days of effect: "…, có hiệu lực thi hành kể từ ngày 01/01/2021" after a mention or a reference of the document to itself,
/// "có hiệu lực đến hết ngày 31/12/2025", "hết hiệu lực từ ngày …", and "kể từ ngày …" right after a mention, which is the day
/// on which what is said of it happens.
/// </summary>
internal sealed class EffectPattern : ICitationPattern
{
    /// <summary>How many drafts back an owner is looked for, and how many tokens.</summary>
    private const int MaxDrafts = 16;
    private const int MaxTokens = 200;

    public bool IsHead(in Token token, Lexicon lexicon)
    {
        var phrases = lexicon.Phrases;
        return phrases.Effect.MayStart(token) || phrases.LastDay.MayStart(token) || phrases.Ended.MayStart(token) || phrases.Holds.MayStart(token)
            || phrases.Since.MayStart(token) || phrases.Until.MayStart(token);
    }

    public int Read(ScanState state, int at)
    {
        if (state.Drafts.Count == 0 || (Adjacent(state, at) is { IsOwnProvision: true }))
        {
            return at; // "khoản 2 Điều này có hiệu lực từ …": a day of a provision, not of the document
        }

        var phrases = state.Lexicon.Phrases;
        var dates = state.Lexicon.Dates;
        if (phrases.Effect.Match(state.Tokens, at, out var end) >= 0 && dates.TryRead(state.Tokens, end, out var date))
        {
            if (Owner(state, at) is { } owner)
            {
                owner.Effective ??= date.Date;
                owner.Ends ??= EndAt(state, date.End, phrases.Until);
            }

            return date.End;
        }

        if (EndAt(state, at, phrases.LastDay) is { } lastDay)
        {
            if (Owner(state, at) is { } owner)
            {
                owner.Ends ??= lastDay;
            }
        }
        else if (phrases.Ended.Match(state.Tokens, at, out end) >= 0 || phrases.Holds.Match(state.Tokens, at, out end) >= 0)
        {
            // "hết hiệu lực kể từ ngày …", "có hiệu lực trở lại từ ngày …"
            if (Since(state, end, out _) is { } day && Owner(state, at) is { } owner)
            {
                owner.ActsOn ??= day;
            }
        }
        else if (Adjacent(state, at) is { } named)
        {
            var after = at;
            named.ActsOn ??= Since(state, at, out after);
            named.Ends ??= EndAt(state, after, phrases.Until);
        }

        return at; // what a day says of a mention before it takes no words from one that begins with it
    }

    /// <summary>The day of "kể từ ngày …" at a token; null for none.</summary>
    internal static DateOnly? Since(ScanState state, int at, out int after)
    {
        after = at;
        if (state.Lexicon.Phrases.Since.Match(state.Tokens, at, out var end) < 0 || !state.Lexicon.Dates.TryRead(state.Tokens, end, out var date))
        {
            return null;
        }

        after = date.End;
        return date.Date;
    }

    /// <summary>The first day after "đến hết ngày 31/12/2025", "đến hết năm 2025" at a token; null for none.</summary>
    private static DateOnly? EndAt(ScanState state, int at, PhraseTrie phrases)
    {
        var tokens = state.Tokens;
        if (at >= tokens.Count || phrases.Match(tokens, at, out var end) < 0)
        {
            return null;
        }

        if (state.Lexicon.Dates.TryRead(tokens, end, out var date))
        {
            return date.Date is { } day && day < DateOnly.MaxValue ? day.AddDays(1) : null;
        }

        return tokens.IsLoosely(end, state.Lexicon.Nam) && end + 1 < tokens.Count && DateScanner.IsYear(tokens[end + 1])
            ? new DateOnly(tokens[end + 1].Word + 1, 1, 1)
            : null;
    }

    /// <summary>The mention that ends right before a token.</summary>
    private static Draft? Adjacent(ScanState state, int at)
    {
        var before = state.Tokens.IsPunctuation(at - 1, ',') ? at - 1 : at;
        for (var i = state.Drafts.Count - 1; i >= 0 && state.Drafts.Count - i <= MaxDrafts; i--)
        {
            if (state.Drafts[i].To == before && state.Drafts[i].Kind is DraftKind.Numbered or DraftKind.Short or DraftKind.Unnumbered or DraftKind.Back)
            {
                return state.Drafts[i];
            }
        }

        return null;
    }

    /// <summary>The document a statement of effect is about: the one named right before it, else, with a title without date or
    /// issuer between, the first number of the sentence or what the document calls itself.</summary>
    private static Draft? Owner(ScanState state, int at)
    {
        if (Adjacent(state, at) is { } named)
        {
            return named;
        }

        var before = state.Tokens.IsPunctuation(at - 1, ',') ? at - 1 : at;
        Draft? owner = null;
        var walk = new BackWalk(state, before);
        for (var i = state.Drafts.Count - 1; i >= 0 && state.Drafts.Count - i <= MaxDrafts; i--)
        {
            var draft = state.Drafts[i];
            if (draft.Tail > before || before - draft.Tail > MaxTokens)
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

            if (draft.Effective is null && (draft.Kind == DraftKind.Numbered || (draft is { Kind: DraftKind.Back, Back: BackReferenceKind.This } && owner is null)))
            {
                owner = draft;
            }
        }

        return owner;
    }
}
