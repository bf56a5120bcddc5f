using Search.Citations.Patterns;
using Search.Citations.Scanning;
using Search.Documents.Catalogues;

namespace Search.Citations.Relations;

// Longer than most files because the rules on top of the nearest trigger are tried in one order over the same words.
/// <summary>
/// The words around one mention and the relation they give. The nearest trigger before the mention in its sentence
/// decides, with these rules on top: a review (sơ kết, tổng kết) governs the verbs after it; a statement of validity
/// after the mention wins; a sentence that opens with <c>Căn cứ</c> makes weak triggers a legal basis. What lists
/// and subjects of other documents do to it is the business of <see cref="RelationReader"/>, who does what that of
/// <see cref="HostActs"/>.
/// </summary>
internal sealed class RelationFinder
{
    private const int MaxBack = 60;
    private const int MaxAside = 40;
    private readonly Lexicon _lexicon;
    private readonly RelationEntry[] _entries;
    private readonly PhraseTrie _reviewing;

    public RelationFinder(Lexicon lexicon)
    {
        _lexicon = lexicon;
        _entries = [.. lexicon.Catalogue.Relations];
        _reviewing = new PhraseTrie(lexicon.Vocabulary, exact: true);
        for (var i = 0; i < _entries.Length; i++)
        {
            foreach (var trigger in _entries[i].Reviews ? _entries[i].Triggers : [])
            {
                _reviewing.Add(trigger, i);
            }
        }

        _reviewing.Freeze();
    }

    /// <summary>First token of the sentence, at most <see cref="MaxBack"/> tokens back.</summary>
    public static int SentenceStart(TokenList tokens, int at)
    {
        var i = Math.Min(at, tokens.Count - 1);
        var limit = Math.Max(0, at - MaxBack);
        while (i > limit && !tokens[i].Has(TokenFlags.Break))
        {
            i--;
        }

        return i;
    }

    /// <summary>One past the last token of the sentence.</summary>
    public static int SentenceEnd(TokenList tokens, int at)
    {
        var limit = Math.Min(tokens.Count, at + MaxBack);
        while (at < limit && !tokens[at].Has(TokenFlags.Break))
        {
            at++;
        }

        return at;
    }

    /// <summary>The relation whose trigger begins at a token; null for none.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="at">The trigger's first token.</param>
    /// <param name="end">One past its last token.</param>
    /// <param name="start">Where the mention begins, whose own words tell nothing of the trigger: "theo Hướng dẫn số …" is not
    /// "theo hướng".</param>
    public RelationEntry? TriggerAt(TokenList tokens, int at, out int end, int start = int.MaxValue)
    {
        end = at;
        var relation = _lexicon.Triggers.MayStart(tokens[at]) ? _lexicon.Triggers.Match(tokens, at, out end) : -1;
        return relation < 0 || (_lexicon.Phrases.NotTriggers.Match(tokens, at, out var other) >= 0 && other <= start) ? null : _entries[relation];
    }

    /// <summary>The entry of a relation.</summary>
    public RelationEntry Entry(string id) => _lexicon.Catalogue.Relation(id)!;

    /// <summary>The nearest trigger that ends before a token and reaches it.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="sentence">Where the search ends.</param>
    /// <param name="start">The mention's first token.</param>
    /// <param name="names">Where names of documents stand, from the last to the first; no word inside one is a trigger.</param>
    public RelationHit Nearest(TokenList tokens, int sentence, int start, IEnumerable<(int From, int To)>? names = null)
    {
        var best = RelationHit.Default;
        using var inside = (names ?? []).GetEnumerator();
        var name = (From: -1, To: -1);
        for (var i = start - 1; i >= sentence; i--)
        {
            while (i < name.From || name.To < 0)
            {
                name = inside.MoveNext() ? inside.Current : (-1, 0);
            }

            if (i > name.From && i < name.To)
            {
                continue;
            }

            if (best.From >= 0 && best.To - i > 8)
            {
                break;
            }

            if (TriggerAt(tokens, i, out var end, start) is not { } entry || end < best.To)
            {
                continue;
            }

            if (end > start)
            {
                // "xét Tờ trình số …": the trigger takes in the type word of the mention itself.
                if (!entry.TakesTypeWord)
                {
                    continue;
                }

                end = start;
            }

            if (entry.AfterMention || start - end > Reach(entry, end - i))
            {
                continue;
            }

            // "được thay thế bởi X", "bị bãi bỏ theo X": X does it, not the host.
            best = _lexicon.Phrases.Passive.Match(tokens, end, out _) >= 0 || (!entry.HostActs && NamesAgent(tokens, sentence, i))
                ? new RelationHit("dan-chieu", i, end)
                : new RelationHit(entry.Id, i, end, entry.HostActs);
        }

        return best;
    }

    /// <summary>Whether the words before a token are a verb that somebody else does to a document: "bị bãi bỏ" before "theo",
    /// "được sửa đổi, bổ sung một số điều" before "tại".</summary>
    private bool NamesAgent(TokenList tokens, int sentence, int at)
    {
        const int MaxBetween = 3;
        for (var i = at - 1; i > sentence && at - i <= 10; i--)
        {
            if (TriggerAt(tokens, i, out var end) is { HostActs: true } && at - end is >= 0 and <= MaxBetween)
            {
                return EndsAt(tokens, _lexicon.Phrases.Undergoing, i - 1, sentence, out _, out _);
            }
        }

        return false;
    }

    /// <summary>Applies what stands before the trigger: the head of the sentence, a review.</summary>
    public RelationHit Govern(ScanState state, int sentence, RelationHit found, Draft draft)
    {
        var tokens = state.Tokens;
        if (found.From < 0 || found.Relation is "dan-chieu")
        {
            // Căn cứ, Theo đề nghị … at the head govern the whole sentence; so does xét Tờ trình.
            var head = HeadRelation(tokens, sentence, draft.From);
            return head.From >= 0 && !BeginsClause(tokens, head.To, draft.From) ? head : found;
        }

        if (found.Relation is "ban-hanh" && draft.IsLed)
        {
            return RelationHit.Default;
        }

        if (found.Relation is "can-cu" && found.From > sentence + 2 && !tokens.IsLoosely(found.From, _lexicon.CanCu))
        {
            return found with { Relation = "thuc-hien" }; // "thực hiện theo quy định tại …" in the middle of a sentence
        }

        if (!Entry(found.Relation).CarriesOut)
        {
            return found;
        }

        // "sơ kết 5 năm và tiếp tục thực hiện": two things, of which the second is done.
        var goesOn = tokens.IsWord(found.From, _lexicon.Tiep);

        // tổng kết 10 năm quán triệt và thực hiện: walk back over what may stand between.
        var i = found.From - 1;
        for (var steps = 0; i >= sentence && steps < 12 && !goesOn; steps++)
        {
            if (tokens[i].IsNumber || tokens[i].IsPunctuation(','))
            {
                i--;
                continue;
            }

            if (EndsAt(tokens, _reviewing, i, sentence, out var review, out var relation))
            {
                return new RelationHit(_entries[relation].Id, review, found.To);
            }

            if (!EndsAt(tokens, _lexicon.Phrases.BetweenReview, i, sentence, out var between, out _))
            {
                break;
            }

            i = between - 1;
        }

        return found.Relation is "thuc-hien" && IsPlanToImplement(state, found.From)
            ? found with { Relation = "trien-khai" }
            : found;
    }

    /// <summary>A statement of validity right after a mention.</summary>
    public bool TryForward(TokenList tokens, int at, out RelationHit hit)
    {
        hit = default;
        // "Nghị quyết số 33 (được khẳng định tại Kết luận số 76) còn nguyên giá trị": a bracket between a mention and what is said of it.
        at = tokens.PastBracket(at, MaxAside, TokenFlags.Blank, holdsNumbers: true);
        for (var i = at; i < Math.Min(tokens.Count, at + 3); i++)
        {
            if (tokens[i].Has(TokenFlags.Break) || tokens[i].Kind == TokenKind.Punctuation)
            {
                return false;
            }

            if (_lexicon.Phrases.Holds.Match(tokens, i, out var end) >= 0)
            {
                hit = new RelationHit("xac-nhan-hieu-luc", i, end);
                return true;
            }

            if (_lexicon.Phrases.Ended.Match(tokens, i, out end) >= 0)
            {
                // "đã hết hiệu lực": it had ended before, this document does not end it.
                hit = i > at && tokens.IsWord(i - 1, _lexicon.Da) ? RelationHit.Default : new RelationHit("bai-bo", i, end, true);
                return true;
            }

            // "Hướng dẫn số 36 được thay thế bằng Hướng dẫn này", "… bị bãi bỏ theo Quyết định này"
            if (TriggerAt(tokens, i, out end) is { HostActs: true } entry && TryAgent(tokens, i, end, out var agent)
                && _lexicon.Types.Match(tokens, agent, out var noun) >= 0 && tokens.IsWord(noun, _lexicon.Nay))
            {
                hit = new RelationHit(entry.Id, i, end, true);
                return true;
            }

            // "Hướng dẫn số 36 được Hướng dẫn này thay thế"
            if (_lexicon.Phrases.Undergoing.Match(tokens, i, out agent) >= 0 && _lexicon.Types.Match(tokens, agent, out noun) >= 0
                && tokens.IsWord(noun, _lexicon.Nay) && noun + 1 < tokens.Count && TriggerAt(tokens, noun + 1, out end) is { HostActs: true } done)
            {
                hit = new RelationHit(done.Id, noun + 1, end, true);
                return true;
            }
        }

        return false;
    }

    /// <summary>Where the name of who does it begins after a verb: after "bởi", or after "theo" and "tại" of a verb in the passive.</summary>
    private bool TryAgent(TokenList tokens, int verb, int after, out int agent) =>
        _lexicon.Phrases.Passive.Match(tokens, after, out agent) >= 0
        || (after < tokens.Count && TriggerAt(tokens, after, out agent) is { HostActs: false }
            && EndsAt(tokens, _lexicon.Phrases.Undergoing, verb - 1, Math.Max(0, verb - 4), out _, out _));

    /// <summary>"Bãi bỏ các văn bản sau:", "Các văn bản sau đây hết hiệu lực:": the relation that a line ending in a colon gives
    /// to the items under it.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="colon">Its closing colon.</param>
    public RelationHit LeadIn(TokenList tokens, int colon)
    {
        var sentence = SentenceStart(tokens, colon - 1);
        var named = false;
        for (var i = sentence; i < colon; i++)
        {
            named |= _lexicon.Types.MayStart(tokens[i]) && _lexicon.Types.Match(tokens, i, out _) >= 0;
            if (named && _lexicon.Phrases.Ended.MayStart(tokens[i]) && _lexicon.Phrases.Ended.Match(tokens, i, out var ended) >= 0)
            {
                return new RelationHit("bai-bo", i, ended, true);
            }
        }

        // "thực hiện các văn bản sau đây:", "Căn cứ:"; not "ban hành Kế hoạch thực hiện như sau:", where the host's own text follows.
        var end = colon;
        while (end > sentence && _lexicon.Phrases.ListLeads.Match(tokens, end - 1, out var lead) >= 0 && lead >= end)
        {
            end--;
        }

        var nearest = Nearest(tokens, sentence, end);
        if (end < colon && OpeningAct(tokens, sentence, end) is { } act)
        {
            return act;
        }

        return nearest.To == end || (nearest.From >= 0 && EndsAt(tokens, _lexicon.Types, end - 1, nearest.To, out _, out _)) ? nearest : RelationHit.Default;
    }

    /// <summary>"Bãi bỏ các văn bản thuộc lĩnh vực y tế, cụ thể": the act that opens a sentence, on documents of which none is numbered yet.</summary>
    private RelationHit? OpeningAct(TokenList tokens, int sentence, int end)
    {
        const int MaxToNoun = 3;
        var at = sentence;
        while (at < end && (tokens[at].IsNumber || tokens[at].Kind == TokenKind.Punctuation || tokens[at].Length == 1 || _lexicon.Phrases.Pinpoints.Match(tokens, at, out _) >= 0))
        {
            at++;
        }

        if (at >= end || TriggerAt(tokens, at, out var after) is not { HostActs: true } entry)
        {
            return null;
        }

        var names = false;
        for (var i = after; i < end; i++)
        {
            names |= i - after <= MaxToNoun && _lexicon.Types.Match(tokens, i, out _) >= 0;
            if (tokens[i].IsNumber)
            {
                return null;
            }
        }

        return names ? new RelationHit(entry.Id, at, after) : null;
    }

    /// <summary>How many tokens may stand between trigger and mention: short common words bind closely.</summary>
    private static int Reach(RelationEntry entry, int length) => entry.Reach > 0 ? entry.Reach : length == 1 ? 8 : 14;

    /// <summary>Whether a clause with a subject of its own begins between two tokens: ", Ban Tổ chức Trung ương hướng dẫn …".</summary>
    private bool BeginsClause(TokenList tokens, int from, int to)
    {
        for (var i = from; i + 1 < to; i++)
        {
            if (tokens[i].IsPunctuation(',') && tokens[i + 1].Has(TokenFlags.Capital)
                && _lexicon.Issuers.TryRead(tokens, i + 1, joint: true) is { IsKnown: true } issuer && issuer.End < to
                && tokens[issuer.End].IsWord && !tokens[issuer.End].Has(TokenFlags.Capital) && !tokens.IsWord(issuer.End, _lexicon.Va)
                && !tokens.IsWord(issuer.End, _lexicon.Ve) && !tokens.IsLoosely(issuer.End, _lexicon.Khoa) && !tokens.IsWord(issuer.End, _lexicon.Tai))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"ban hành Kế hoạch thực hiện X" carries X out by a plan.</summary>
    private bool IsPlanToImplement(ScanState state, int at)
    {
        for (var length = 2; length <= 4 && at - length >= 0; length++)
        {
            if (_lexicon.Types.Match(state.Tokens, at - length, out var end) >= 0 && end == at)
            {
                return state.EndsBefore(_lexicon.Phrases.Enacting, at - length);
            }
        }

        return false;
    }

    private RelationHit HeadRelation(TokenList tokens, int sentence, int before)
    {
        for (var i = sentence; i < Math.Min(before, sentence + 4); i++)
        {
            if (TriggerAt(tokens, i, out var end) is { GovernsSentence: true } entry && end <= before)
            {
                return new RelationHit(entry.Id, i, end);
            }

            if (tokens[i].IsWord && tokens[i].Length > 4)
            {
                break;
            }
        }

        return RelationHit.Default;
    }

    private static bool EndsAt(TokenList tokens, PhraseTrie phrases, int last, int sentence, out int from, out int payload)
    {
        for (var length = 4; length >= 1; length--)
        {
            from = last - length + 1;
            if (from < sentence)
            {
                continue;
            }

            payload = phrases.Match(tokens, from, out var end);
            if (payload >= 0 && end == last + 1)
            {
                return true;
            }
        }

        from = last;
        payload = -1;
        return false;
    }
}
