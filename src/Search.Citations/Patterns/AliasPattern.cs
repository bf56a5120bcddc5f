using Search.Citations.Scanning;


namespace Search.Citations.Patterns;

/// <summary>
/// Definitions of short names: "(sau đây gọi tắt là Chỉ thị 04)", ", sau đây gọi là Quy chế", and the bare bracket
/// "(Chỉ thị 04)" after the document it abbreviates.
/// </summary>
internal sealed class AliasPattern : ICitationPattern
{
    private const int MaxBack = 8;
    private const int MaxAlias = 12;

    public bool IsHead(in Token token, Lexicon lexicon) => token.IsPunctuation('(') || lexicon.Phrases.Naming.MayStart(token);

    public int Read(ScanState state, int at)
    {
        var tokens = state.Tokens;
        var open = tokens[at].IsPunctuation('(');
        var start = open ? at + 1 : at;
        var named = state.Lexicon.Phrases.Naming.Match(tokens, start, out var alias) >= 0;
        if (!named && !open)
        {
            return at;
        }

        if (!named)
        {
            alias = start;
        }

        if (tokens.IsPunctuation(alias, '"') || tokens.IsPunctuation(alias, '\''))
        {
            alias++;
        }

        if (alias >= tokens.Count || !tokens[alias].IsWord)
        {
            return at;
        }

        var found = state.Lexicon.Types.Match(tokens, alias, out var head);
        if (found < 0)
        {
            found = tokens[alias].Has(TokenFlags.Upper) ? state.Lexicon.Abbreviations.Match(tokens, alias, out head) : -1;
        }

        if (found < 0)
        {
            return at;
        }

        var type = state.Lexicon.Catalogue.Types[found];
        var number = tokens.IsLoosely(head, state.Lexicon.So) ? head + 1 : head;
        string? sequence = null;
        var coreTo = head;
        if (tokens.IsNumber(number) && tokens[number].Length <= 4 && !tokens.IsPunctuation(number + 1, '-') && !tokens.IsPunctuation(number + 1, '/'))
        {
            sequence = NumberedReader.Pad(tokens.TextOf(number).ToString());
            coreTo = number + 1;
        }
        else if (named && tokens.IsNumber(number)
            && state.Lexicon.Dockets.TryRead(tokens.Text, tokens[number].Start, tokens.End, context: true, out var hit) && hit.Docket is not null)
        {
            // "(sau đây viết tắt là Thông tư số 20/2023/TT-BKHCN)"
            sequence = hit.Docket.Sequence;
            coreTo = tokens.Seek(number, hit.End);
        }
        else if (named && !tokens[alias].Has(TokenFlags.Capital))
        {
            return at; // "(sau đây gọi tắt là báo cáo đánh giá rủi ro)": a paper to be written
        }
        else if (named)
        {
            // The name may be any words: "gọi tắt là Quy chế quản lý đối ngoại".
            while (coreTo < tokens.Count && coreTo - alias < MaxAlias && tokens[coreTo].Kind != TokenKind.Punctuation && !tokens[coreTo].Has(TokenFlags.Break))
            {
                coreTo++;
            }

            if (!open && coreTo > head)
            {
                coreTo = head;
            }
        }

        var close = coreTo;
        if (tokens.IsPunctuation(close, '"') || tokens.IsPunctuation(close, '\''))
        {
            close++;
        }

        var closed = tokens.IsPunctuation(close, ')');
        if (open && !closed)
        {
            return at;
        }

        if (!named && sequence is null)
        {
            return at;
        }

        var other = FindDefined(state, at, type.Id, sequence);
        if (other is null && !named)
        {
            return at;
        }

        state.Add(new Draft
        {
            Kind = DraftKind.Alias,
            From = at,
            To = open ? close + 1 : coreTo,
            CoreFrom = alias,
            CoreTo = coreTo,
            Type = type,
            Sequence = sequence,
            Other = other,
            Title = Search.Text.VietnameseFolding.Fold(tokens.Words(alias, coreTo)),
        });
        return open ? close + 1 : coreTo;
    }

    /// <summary>The document that stands before in the same sentence; one with the same running number first.</summary>
    private static Draft? FindDefined(ScanState state, int at, string type, string? sequence)
    {
        Draft? best = null;
        var seen = 0;
        for (var i = state.Drafts.Count - 1; i >= 0 && seen < MaxBack; i--, seen++)
        {
            var draft = state.Drafts[i];
            if (draft.Kind is not (DraftKind.Numbered or DraftKind.Short or DraftKind.Unnumbered) || at - draft.Tail > 80)
            {
                continue;
            }

            var sameType = string.Equals(draft.Type?.Id, type, StringComparison.Ordinal);
            if (sequence is not null && string.Equals(draft.Sequence, sequence, StringComparison.Ordinal) && (sameType || (draft.Docket?.Type is { } letters && state.Lexicon.Catalogue.TypesByAbbreviation(letters).Any(other => string.Equals(other.Id, type, StringComparison.Ordinal)))))
            {
                return draft;
            }

            if (sequence is null && sameType && best is null)
            {
                best = draft;
            }
        }

        return best;
    }
}
