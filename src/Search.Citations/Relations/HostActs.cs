using Search.Citations.Patterns;
using Search.Citations.Scanning;
using Search.Documents;

namespace Search.Citations.Relations;

/// <summary>
/// Whether it is the host that replaces, repeals, amends or corrects what a mention names. Only then is there a
/// relation: "đề xuất sửa đổi Luật X", "Luật sửa đổi, bổ sung một số điều của Luật X", "Quy định 37 thay thế Quy định 47"
/// change nothing by the host. The host acts where its title says so, where the verb opens the sentence ("Điều 2. Bãi bỏ
/// …"), where its own name is the subject ("Quy định này … thay thế"), or where it issues such a document of its own type.
/// What is only proposed, planned or told is not done; a report, a plan or a submission changes papers of its own type at
/// most; and of a text whose type nobody knows only a title or a sentence that begins with the verb says what it does.
/// </summary>
internal sealed class HostActs(Lexicon lexicon)
{
    /// <summary>How many tokens before the verb the word of proposing may stand.</summary>
    private const int MaxProposal = 12;

    /// <summary>How many tokens the clauses of one sentence before a verb may have.</summary>
    private const int MaxClauses = 120;

    private bool? _hasArticles;

    /// <summary>Whether the host does what a trigger says.</summary>
    /// <param name="state">The document.</param>
    /// <param name="sentence">First token of the sentence.</param>
    /// <param name="found">The trigger.</param>
    /// <param name="inTitle">Whether the mention stands in the host's title.</param>
    /// <param name="last">The last document named before the trigger in the sentence; null for none.</param>
    /// <param name="types">Types of the documents named so far.</param>
    /// <param name="target">The mention.</param>
    public bool Does(ScanState state, int sentence, in RelationHit found, bool inTitle, Draft? last, IReadOnlySet<string> types, Draft target)
    {
        if (!MayChange(state, target))
        {
            return false;
        }

        if (IsProposed(state, Math.Max(sentence, last?.To ?? sentence), found.From) || IsUnderProposals(state, sentence) || (IsTaskSetter(found.From, state) && !string.Equals(target.Type?.Id, state.SpeakerAt(found.From), StringComparison.Ordinal)))
        {
            return false;
        }

        if (IsOwn(state, last, types))
        {
            return true;
        }

        if (EndsWithType(state, found.From, out var noun, out var type))
        {
            if (state.Host.Type is null)
            {
                return inTitle && Opens(state, sentence, noun); // "Quốc hội ban hành Luật sửa đổi Luật X": a law that is not the host
            }

            // "ban hành Thông tư sửa đổi …" of a circular's own; any other noun names another document that amends.
            return IsHostType(state, type) && (inTitle || noun == sentence || (state.EndsBefore(lexicon.Phrases.Enacting, noun) && !IsTold(state, sentence, noun)));
        }

        if (last is not null)
        {
            return false;
        }

        return (inTitle && state.Host.Type is not null) || Opens(state, sentence, found.From) || IsIssuing(state, sentence, found.From)
            || NamesHost(state, sentence, found.From);
    }

    /// <summary>Whether the host's issuer has the power to change what a mention names.</summary>
    public bool MayChange(ScanState state, Draft target) => Standing.MayChange(lexicon.Catalogue, state.Host, target);

    /// <summary>Whether a statement that a document ends may be the host's: one of a text whose type nobody knows is, where it names
    /// the host after it ("kể từ ngày Quyết định này có hiệu lực").</summary>
    public bool MayEnd(ScanState state, int at)
    {
        const int MaxAfter = 24;
        for (var i = at; state.Host.Type is null && i < Math.Min(state.Tokens.Count, at + MaxAfter) && !state.Tokens[i].Has(TokenFlags.Break); i++)
        {
            if (state.Tokens.IsWord(i, lexicon.Nay))
            {
                return true;
            }
        }

        return state.Host.Type is not null;
    }

    /// <summary>Whether a word of proposing stands before the verb: "đề nghị sửa đổi", "dự thảo Nghị định thay thế".</summary>
    private bool IsProposed(ScanState state, int from, int at)
    {
        var tokens = state.Tokens;
        var proposing = lexicon.Phrases.Proposing;
        for (var i = Math.Max(from, at - MaxProposal); i < at; i++)
        {
            // "Theo đề nghị của Ban Tổ chức, …": what was proposed is done; "đề nghị của" names the proposal.
            if (proposing.MayStart(tokens[i]) && proposing.Match(tokens, i, out var end) >= 0 && !tokens.IsLoosely(end, lexicon.Cua)
                && lexicon.Phrases.NotTriggers.Match(tokens, i, out _) < 0 && !(i > 0 && state.EndsBefore(lexicon.Phrases.ProposalBases, i)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the line before is a heading that proposes: "Kiến nghị thực thi".</summary>
    private bool IsUnderProposals(ScanState state, int sentence)
    {
        const int MaxHeading = 10;
        var tokens = state.Tokens;
        if (sentence == 0 || !tokens[sentence].Has(TokenFlags.Line | TokenFlags.Blank))
        {
            return false;
        }

        var from = sentence - 1;
        while (from > 0 && sentence - from <= MaxHeading && !tokens[from].Has(TokenFlags.Line | TokenFlags.Blank))
        {
            from--;
        }

        return sentence - from <= MaxHeading && IsProposed(state, from, sentence);
    }

    /// <summary>Whether the words at a token are those of a paper that sets tasks, asks or reports, and so leaves documents of other types
    /// as they are.</summary>
    public bool IsTaskSetter(int at, ScanState state) => state.SpeakerAt(at) is { } type && lexicon.Catalogue.Type(type) is { SetsTasks: true };

    /// <summary>Whether an imperative of the host is a task for others: it directs, and has no articles.</summary>
    private bool IsTask(ScanState state)
    {
        if (state.Host.Type is not { } type || lexicon.Catalogue.Type(type) is not { Directs: true })
        {
            return false;
        }

        return !(_hasArticles ??= HasArticles(state.Tokens));
    }

    /// <summary>Whether "Điều 1" begins a sentence anywhere.</summary>
    private bool HasArticles(TokenList tokens)
    {
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (tokens.IsLoosely(i, lexicon.Dieu) && tokens[i].Has(TokenFlags.Break) && tokens[i].Has(TokenFlags.Capital) && tokens[i + 1].IsNumber)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Tỉnh ủy đã ban hành Nghị quyết sửa đổi …": the sentence tells of another document.</summary>
    private bool IsTold(ScanState state, int sentence, int noun)
    {
        for (var i = noun - 1; i >= Math.Max(sentence, noun - 4); i--)
        {
            if (state.Tokens.IsWord(i, lexicon.Da))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Quy định này": the host, or an annex of its own where no document of that type was named.</summary>
    private static bool IsOwn(ScanState state, Draft? draft, IReadOnlySet<string> types) =>
        draft is { Kind: DraftKind.Back, Back: BackReferenceKind.This or BackReferenceKind.Bare }
        && (draft.Type is not { } type || state.Host.Type is null || string.Equals(type.Id, state.Host.Type, StringComparison.Ordinal)
            || (draft.Back == BackReferenceKind.This && !types.Contains(type.Id)));

    private static bool IsHostType(ScanState state, string? type) =>
        state.Host.Type is null || string.Equals(type, state.Host.Type, StringComparison.Ordinal);

    /// <summary>Whether nothing but labels, "về việc" and a day stands before the verb: "Điều 2.", "1.", "a)", "-", "Nay", "Kể từ ngày …,".</summary>
    private bool Opens(ScanState state, int sentence, int at)
    {
        var tokens = state.Tokens;
        if (IsTask(state) || (sentence > 0 && tokens[sentence - 1].IsPunctuation(';') && !tokens[sentence].Has(TokenFlags.Line | TokenFlags.Blank)
            && (state.Host.Type is null || !SentenceActs(state, sentence))))
        {
            return false; // one of the tasks that a text goes through
        }

        EffectPattern.Since(state, sentence, out var first);
        for (var i = first; i < at; i++)
        {
            ref readonly var token = ref tokens[i];
            if (lexicon.Phrases.Opening.Match(tokens, i, out var end) >= 0)
            {
                i = end - 1;
                continue;
            }

            if (token.IsNumber || token.Kind == TokenKind.Punctuation || token.Length == 1 || TermScanner.TryNumeral(tokens, i, out _)
                || lexicon.Phrases.Pinpoints.Match(tokens, i, out _) >= 0)
            {
                continue;
            }

            if (lexicon.Triggers.Match(tokens, i, out end) is var relation && (relation < 0 || !lexicon.Catalogue.Relations[relation].HostActs))
            {
                return false;
            }

            i = end - 1; // "sửa đổi, bổ sung một số điều của"
        }

        return true;
    }

    /// <summary>"Bãi bỏ A; sửa đổi B": whether the sentence that a clause after a semicolon goes on with begins with an act. One that
    /// begins otherwise goes through tasks: "Rà soát các quy định; sửa đổi, bổ sung B".</summary>
    private bool SentenceActs(ScanState state, int clause)
    {
        var tokens = state.Tokens;
        var start = clause;
        while (start > 0 && !(tokens[start].Has(TokenFlags.Break) && !tokens[start - 1].IsPunctuation(';')))
        {
            if (clause - --start > MaxClauses)
            {
                return false;
            }
        }

        for (var i = start; i < clause; i++)
        {
            if (lexicon.Triggers.Match(tokens, i, out var end) is >= 0 and var relation && lexicon.Catalogue.Relations[relation].HostActs && end <= clause)
            {
                return !IsProposed(state, start, i) && Opens(state, start, i);
            }

            if (tokens.IsWord(i, lexicon.Nay))
            {
                return true; // "Nghị định này có hiệu lực từ …; bãi bỏ …"
            }
        }

        return false;
    }

    /// <summary>"ban hành Hướng dẫn mới thay thế …", "được ban hành để thay thế": a paper of the host's own type is issued.</summary>
    private bool IsIssuing(ScanState state, int sentence, int at)
    {
        var tokens = state.Tokens;
        for (var i = sentence; i < at; i++)
        {
            if (lexicon.Phrases.Enacting.Match(tokens, i, out var end) >= 0 && lexicon.Types.Match(tokens, end, out _) is >= 0 and var type)
            {
                return state.Host.Type is null
                    ? Opens(state, sentence, i)
                    : IsHostType(state, lexicon.Catalogue.Types[type].Id) && !IsTold(state, sentence, end);
            }
        }

        return false;
    }

    /// <summary>"Quyết định có hiệu lực từ ngày ký và thay thế …": the noun of the host's own type opens the sentence.</summary>
    private bool NamesHost(ScanState state, int sentence, int at)
    {
        for (var i = sentence; i < Math.Min(at, sentence + 6); i++)
        {
            if (lexicon.Types.Match(state.Tokens, i, out var end) is >= 0 and var type && end <= at)
            {
                var entry = lexicon.Catalogue.Types[type];
                return state.Host.Type is not null
                    ? string.Equals(entry.Id, state.Host.Type, StringComparison.Ordinal) || state.Tokens.IsWord(end, lexicon.Nay)
                    : state.Tokens.IsWord(end, lexicon.Nay);
            }
        }

        return false;
    }

    private bool EndsWithType(ScanState state, int at, out int noun, out string? type)
    {
        for (var length = 1; length <= 4 && at - length >= 0; length++)
        {
            noun = at - length;
            if (lexicon.Types.Match(state.Tokens, noun, out var end) is >= 0 and var found && end == at)
            {
                type = lexicon.Catalogue.Types[found].Id;
                return true;
            }
        }

        noun = at;
        type = null;
        return false;
    }
}
