using Search.Citations.Patterns;
using Search.Citations.Scanning;

namespace Search.Citations.Relations;

/// <summary>
/// What a mention does with the document it cites, from the words around it. The nearest trigger before the mention
/// in its sentence decides, with these rules on top: a review (sơ kết, tổng kết) governs the verbs after it; members
/// of a list share the relation of the first; a statement of validity after the mention wins; a sentence that opens
/// with <c>Căn cứ</c> makes weak triggers a legal basis; a guideline whose title cites a document guides it.
/// </summary>
internal sealed class RelationFinder
{
    private const int MaxBack = 60;
    private readonly Lexicon _lexicon;
    private readonly string[] _ids;
    private readonly PhraseTrie _forward;
    private readonly PhraseTrie _reviewing;
    private readonly PhraseTrie _between;
    private readonly PhraseTrie _notTriggers;
    private readonly PhraseTrie _passive;

    public RelationFinder(Lexicon lexicon)
    {
        _lexicon = lexicon;
        _ids = [.. lexicon.Catalogue.Relations.Select(relation => relation.Id)];
        _forward = lexicon.Phrases.Validity;
        _reviewing = lexicon.Phrases.Reviewing;
        _between = lexicon.Phrases.BetweenReview;
        _notTriggers = lexicon.Phrases.NotTriggers;
        _passive = lexicon.Phrases.Passive;
    }

    public RelationHit Find(ScanState state, Draft draft, Draft? previous, RelationHit previousHit, bool inTitle)
    {
        if (draft.Kind == DraftKind.Alias)
        {
            return new RelationHit("dinh-nghia-alias", -1, -1);
        }

        var tokens = state.Tokens;
        if (TryForward(tokens, draft.To, out var forward))
        {
            return forward;
        }

        var start = draft.PinpointFrom >= 0 ? draft.PinpointFrom : draft.From;
        var sentence = SentenceStart(tokens, start);
        if (previous is not null && previous.From < sentence && sentence < previous.To)
        {
            sentence = SentenceStart(tokens, previous.From); // a page break inside the number before is no end of a sentence
        }

        var found = Nearest(tokens, sentence, start);
        var listed = previous is not null && previous.Tail <= start && previous.From >= sentence && (found.From < 0 || found.To <= previous.From)
            && OpensWithSeparator(tokens, previous.Tail, start);
        if (listed)
        {
            return previousHit;
        }

        if (previous is not null && found.From >= 0 && found.To <= previous.From && previous.To <= start)
        {
            found = new RelationHit("dan-chieu", -1, -1); // the trigger belongs to the mention before
        }

        if (previous is not null && previous.From < sentence && previous.Tail <= start && IsSemicolonList(tokens, previous.Tail, start))
        {
            return previousHit;
        }

        found = Govern(state, tokens, sentence, found, draft);
        if (inTitle && string.Equals(state.Host.Type, "huong-dan", StringComparison.Ordinal)
            && found.Relation is "dan-chieu" or "thuc-hien" or "trien-khai" or "quan-triet" or "so-ket" or "tong-ket")
        {
            found = found with { Relation = "huong-dan" };
        }

        return found;
    }

    /// <summary>The relation of one mention where it differs from that of the list it stands in: a report is taken in
    /// ("quán triệt và thực hiện Chỉ thị 04, Báo cáo …") or referred to, and never carried out.</summary>
    public RelationHit Of(ScanState state, Draft draft, RelationHit hit)
    {
        if (draft.Type?.Id is not "bao-cao" || hit.Relation is not ("thuc-hien" or "trien-khai"))
        {
            return hit;
        }

        for (var i = hit.From - 1; i >= 0 && hit.From - i <= 4; i--)
        {
            var relation = _lexicon.Triggers.Match(state.Tokens, i, out _);
            if (relation >= 0 && _ids[relation] is "quan-triet")
            {
                return hit with { Relation = "quan-triet", From = i };
            }
        }

        return new RelationHit("dan-chieu", -1, -1);
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

    private RelationHit Nearest(TokenList tokens, int sentence, int start)
    {
        var best = new RelationHit("dan-chieu", -1, -1);
        for (var i = start - 1; i >= sentence; i--)
        {
            if (best.From >= 0 && best.To - i > 8)
            {
                break;
            }

            if (!_lexicon.Triggers.MayStart(tokens[i]))
            {
                continue;
            }

            var relation = _lexicon.Triggers.Match(tokens, i, out var end);
            if (relation < 0 || end < best.To || _notTriggers.Match(tokens, i, out _) >= 0)
            {
                continue;
            }

            var id = _ids[relation];
            if (end > start)
            {
                // "xét Tờ trình số …": the trigger takes in the type word of the mention itself.
                if (id is not ("theo-de-nghi" or "tra-loi"))
                {
                    continue;
                }

                end = start;
            }

            if (id is "xac-nhan-hieu-luc" or "tu-dan-chieu" or "dinh-nghia-alias" || start - end > Reach(id, end - i))
            {
                continue;
            }

            if (_passive.Match(tokens, end, out _) >= 0)
            {
                id = "dan-chieu"; // "được thay thế bởi X": X does it, not the host
            }

            best = new RelationHit(id, i, end);
        }

        return best;
    }

    /// <summary>How many tokens may stand between trigger and mention: short common words bind closely.</summary>
    private static int Reach(string relation, int length) => relation switch
    {
        "dan-chieu" => 3,
        "ban-hanh" => 2,
        "bao-cao" or "theo-de-nghi" => 14,
        _ => length == 1 ? 8 : 14,
    };

    private RelationHit Govern(ScanState state, TokenList tokens, int sentence, RelationHit found, Draft draft)
    {
        if (found.From < 0 || found.Relation is "dan-chieu")
        {
            // Căn cứ, Theo đề nghị … at the head govern the whole sentence; so does xét Tờ trình.
            var head = HeadRelation(tokens, sentence, draft.From);
            return head.From >= 0 ? head : found;
        }

        if (found.Relation is "ban-hanh" && draft.IsLed)
        {
            return new RelationHit("dan-chieu", -1, -1);
        }

        if (found.Relation is "can-cu" && found.From > sentence + 2 && !tokens.IsLoosely(found.From, _lexicon.CanCu))
        {
            return found with { Relation = "thuc-hien" }; // "thực hiện theo quy định tại …" in the middle of a sentence
        }

        if (found.Relation is not ("thuc-hien" or "quan-triet" or "trien-khai"))
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
                return new RelationHit(relation == 0 ? "tong-ket" : "so-ket", review, found.To);
            }

            if (!EndsAt(tokens, _between, i, sentence, out var between, out _))
            {
                break;
            }

            i = between - 1;
        }

        if (found.Relation is "thuc-hien" && IsPlanToImplement(state, found.From))
        {
            return found with { Relation = "trien-khai" };
        }

        return found;
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
            var relation = _lexicon.Triggers.Match(tokens, i, out var end);
            if (relation >= 0 && end <= before && _ids[relation] is "can-cu" or "theo-de-nghi" or "tra-loi")
            {
                return new RelationHit(_ids[relation], i, end);
            }

            if (tokens[i].IsWord && tokens[i].Length > 4)
            {
                break;
            }
        }

        return new RelationHit("dan-chieu", -1, -1);
    }

    private bool TryForward(TokenList tokens, int at, out RelationHit hit)
    {
        hit = default;
        for (var i = at; i < Math.Min(tokens.Count, at + 3); i++)
        {
            if (tokens[i].Has(TokenFlags.Break) || tokens[i].Kind == TokenKind.Punctuation)
            {
                return false;
            }

            var kind = _forward.Match(tokens, i, out var end);
            if (kind >= 0)
            {
                hit = new RelationHit(kind < GrammarPhrases.ValidPhrases ? "xac-nhan-hieu-luc" : "bai-bo", i, end);
                return true;
            }
        }

        return false;
    }

    private static bool EndsAt(TokenList tokens, PhraseTrie phrases, int last, int sentence, out int from, out int payload)
    {
        for (var length = 3; length >= 1; length--)
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

    private bool OpensWithSeparator(TokenList tokens, int from, int to)
    {
        if (from >= to || to - from > 24)
        {
            return false;
        }

        return tokens[from].IsPunctuation(',') || tokens[from].IsPunctuation(';') || tokens.IsWord(from, _lexicon.Va)
            || tokens.IsWord(from, _lexicon.Cung) || (tokens[from].IsPunctuation(')') && from + 1 < to && OpensWithSeparator(tokens, from + 1, to));
    }

    private bool IsSemicolonList(TokenList tokens, int from, int to) =>
        to - from is > 0 and <= 3 && tokens[from].IsPunctuation(';') && !tokens[from + 1 < to ? from + 1 : from].Has(TokenFlags.Line | TokenFlags.Blank);
}
