using Search.Citations.Patterns;
using Search.Citations.Scanning;
using Search.Documents;

namespace Search.Citations.Relations;

// Longer than most files because the members of a list and what governs them are read in one pass with one state.
/// <summary>
/// Reads the relations of all mentions of one document, from left to right. Members of a list share the relation of
/// the first, however long the subjects between them are; a mention inside the subject of another document is only
/// referred to, whatever verb stands there; what was ordered "tại Công văn số …" is carried out; and a verb that only
/// the host can do (<see cref="HostActs"/>) relates nothing where another does it.
/// </summary>
internal sealed class RelationReader
{
    private const int MaxSubject = 90;
    private const int MaxOrder = 20;
    private readonly ScanState _state;
    private readonly TokenList _tokens;
    private readonly Lexicon _lexicon;
    private readonly RelationFinder _finder;
    private readonly HostActs _acts;
    private readonly HeadedLists _headings;
    private readonly List<Member> _members = [];
    private readonly HashSet<string> _types = new(StringComparer.Ordinal);

    // The labeled list that an act opened: its relation, the last item and the label of that.
    private (RelationHit Hit, Draft Item, string Label)? _list;

    public RelationReader(ScanState state, RelationFinder finder)
    {
        _state = state;
        _tokens = state.Tokens;
        _lexicon = state.Lexicon;
        _finder = finder;
        _acts = new HostActs(state.Lexicon);
        _headings = new HeadedLists(state);
    }

    /// <summary>The relation of every draft, by its index, and the document whose province is its own where it names none: the one
    /// in whose subject it stands, or the first of its list where the host has no province.</summary>
    /// <param name="drafts">In the order of their cores.</param>
    /// <param name="isInTitle">Whether a draft stands in the host's title.</param>
    public (RelationHit[] Hits, Draft?[] Owners) Read(IReadOnlyList<Draft> drafts, Func<Draft, bool> isInTitle)
    {
        var hits = new RelationHit[drafts.Count];
        var owners = new Draft?[drafts.Count];
        for (var i = 0; i < drafts.Count; i++)
        {
            var draft = drafts[i];
            if (draft.Kind == DraftKind.Alias)
            {
                hits[i] = new RelationHit("dinh-nghia-alias", -1, -1);
                continue;
            }

            if (draft.Kind == DraftKind.Generic)
            {
                hits[i] = _members.Count > 0 ? _members[^1].Hit : RelationHit.Default;
                continue;
            }

            var member = ReadOne(draft, isInTitle(draft));
            var hit = member.Hit;
            if (_finder.TryForward(_tokens, draft.To, out var forward) || TryEnds(draft, out forward))
            {
                var ended = forward.Relation is "bai-bo" ? Ended(draft, forward) : draft;
                if (ReferenceEquals(ended, draft))
                {
                    hit = forward;
                    ShareBack(hits, draft, forward);
                }
                else if (ended is not null)
                {
                    hits[ended.Index] = forward;
                }
            }

            _members.Add(member);
            if (draft is { Kind: DraftKind.Numbered or DraftKind.Short, Type: { } type })
            {
                _types.Add(type.Id);
            }

            hits[i] = Reported(draft, hit);
            owners[i] = member.Owner ?? (_state.Host.ProvinceId is null ? member.Head : null);
        }

        return (hits, owners);
    }

    private Member ReadOne(Draft draft, bool inTitle)
    {
        var start = OrderStart(draft.PinpointFrom >= 0 ? draft.PinpointFrom : draft.From);
        var sentence = RelationFinder.SentenceStart(_tokens, start);
        var previous = Previous(start);
        if (previous is { } before && before.Draft.From < sentence && sentence < before.Draft.To)
        {
            sentence = RelationFinder.SentenceStart(_tokens, before.Draft.From); // a page break inside the number before is no end of a sentence
        }

        var separator = Separator(start, out var gap);
        var isLed = separator == ':' || (separator is '\0' && _tokens.IsPunctuation(gap, ':')); // in a line of its own, or in that of the list
        if (isLed && _finder.LeadIn(_tokens, gap) is { From: >= 0 } ending && EndsByHost(draft, ending))
        {
            _list = LabelAt(gap + 1) is { } opening ? (ending, draft, opening) : null;
            return new Member(draft, ending, null);
        }

        if (previous is { } listed && separator != '\0' && TryList(draft, listed, separator, gap, out var member))
        {
            return member;
        }

        if (separator == ':' && _finder.LeadIn(_tokens, gap) is { From: >= 0 } lead)
        {
            var led = Checked(draft, lead, RelationFinder.SentenceStart(_tokens, gap - 1), inTitle);
            _list = LabelAt(gap + 1) is { } label && _finder.Entry(led.Relation).HostActs ? (led, draft, label) : null;
            return new Member(draft, led, null);
        }

        if (_list is { } list && separator is '\0' or ';' && IsNextItem(list.Item, list.Label, gap))
        {
            _list = (list.Hit, draft, LabelAt(gap)!);
            return new Member(draft, list.Hit, null);
        }

        var inner = InlineLabel(start, out var labelAt);
        if (inner is not null && _list is { } inline && Follows(inline.Label, inner) && !HasBreakBetween(inline.Item.To, labelAt))
        {
            _list = (inline.Hit, draft, inner);
            return new Member(draft, inline.Hit, null);
        }

        var found = _finder.Nearest(_tokens, sentence, start, Names(start));
        if (previous is { } p && Owner(p, start) is { } owner && (found.From < 0 || found.From >= owner.Draft.To))
        {
            return new Member(draft, RelationHit.Default with { IsDisplaced = found.IsDisplaced }, owner.Draft);
        }

        if (previous is { } q && found.From >= 0 && found.To <= q.Draft.From && q.Draft.To <= start)
        {
            found = RelationHit.Default; // the trigger belongs to the mention before
        }

        found = PartOfAct(draft, sentence) ?? _finder.Govern(_state, sentence, found, draft);
        if (found.From < 0 && _headings.BasisOf(start) is { } basis)
        {
            return new Member(draft, basis, null);
        }

        if (inTitle && _state.Host.Type is { } type && _lexicon.Catalogue.Type(type)?.TitleRelation is { } own
            && (found.Relation is "dan-chieu" || _finder.Entry(found.Relation) is { CarriesOut: true } or { Reviews: true }))
        {
            return new Member(draft, found with { Relation = own }, null);
        }

        var read = Checked(draft, found, sentence, inTitle);
        if (inner is "a" or "1" && _tokens.IsPunctuation(labelAt - 1, ':') && _finder.Entry(read.Relation).HostActs)
        {
            _list = (read, draft, inner);
        }

        return new Member(draft, read, null);
    }

    /// <summary>"Các văn bản sau hết hiệu lực:", "Các Nghị định sau hết hiệu lực kể từ ngày Nghị định này có hiệu lực:": the host ends
    /// what is listed, where it may; in a text whose type nobody knows, where the lead-in names it.</summary>
    private bool EndsByHost(Draft draft, in RelationHit lead) =>
        _lexicon.Phrases.Ended.Match(_tokens, lead.From, out _) >= 0 && !_tokens.IsWord(lead.From - 1, _lexicon.Da) && !IsTime(lead.From)
        && !_acts.IsTaskSetter(lead.From, _state) && _acts.MayEnd(_state, lead.To) && _acts.MayChange(_state, draft) && !_state.IsQuoted(lead.From);

    /// <summary>The label of an item in running text: "bãi bỏ các Nghị quyết: a) Nghị quyết A …. b) Nghị quyết B".</summary>
    private string? InlineLabel(int start, out int at)
    {
        at = start - 2;
        return at > 0 && _tokens.IsPunctuation(start - 1, ')') && (_tokens[at].IsNumber || _tokens[at].Length == 1) && !_tokens[at].Has(TokenFlags.Line | TokenFlags.Blank)
            && (_tokens.IsPunctuation(at - 1, ':') || _tokens.IsPunctuation(at - 1, '.') || _tokens.IsPunctuation(at - 1, ';'))
            ? _tokens.TextOf(at).ToString() : null;
    }

    private bool ActBetween(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (_finder.TriggerAt(_tokens, i, out _) is { HostActs: true })
            {
                return true;
            }
        }

        return false;
    }

    private bool HasBreakBetween(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (_tokens[i].Has(TokenFlags.Break))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The figure or letter of the label at a token.</summary>
    private string? LabelAt(int at) => IsItemLabel(at) ? _tokens.TextOf(at).ToString() : null;

    /// <summary>Whether the label at a token is the next one after that of an item, in the paragraph after it.</summary>
    private bool IsNextItem(Draft item, string label, int at)
    {
        return LabelAt(at) is { } next && !HasBreakBetween(item.To, at) && Follows(label, next);
    }

    private static bool Follows(string label, string next)
    {
        const string Letters = "abcdđeghiklmnopqrstuvxy";
        return int.TryParse(label, out var number)
            ? int.TryParse(next, out var following) && following == number + 1
            : label.Length == 1 && next.Length == 1 && Letters.IndexOf(label[0], StringComparison.Ordinal) is >= 0 and var place
                && Letters.IndexOf(next[0], StringComparison.Ordinal) == place + 1;
    }

    /// <summary>"Thông tư số 29/2023/TT-BYT hướng dẫn cách ghi nhãn hết hiệu lực kể từ ngày Thông tư này có hiệu lực": what is said of
    /// the document that opens the sentence stands after its subject.</summary>
    private bool TryEnds(Draft draft, out RelationHit hit)
    {
        hit = default;
        if (draft.Kind != DraftKind.Numbered || !OpensSubject(draft) || !Opens(draft, RelationFinder.SentenceStart(_tokens, draft.From)))
        {
            return false;
        }

        for (var i = draft.To; i < Math.Min(_tokens.Count, draft.To + MaxSubject) && !_tokens[i].Has(TokenFlags.Break); i++)
        {
            if (_lexicon.Phrases.Ended.MayStart(_tokens[i]) && _lexicon.Phrases.Ended.Match(_tokens, i, out var end) >= 0 && !_tokens.IsWord(i - 1, _lexicon.Da)
                && _lexicon.Phrases.Since.Match(_tokens, end, out var day) >= 0 && _tokens.IsLoosely(day, _lexicon.Ngay))
            {
                hit = new RelationHit("bai-bo", i, end, true);
                return true;
            }
        }

        return false;
    }

    /// <summary>Which document ends where a statement of its end follows a mention; null for none: words of another document that are
    /// quoted, a time ("đến hết ngày Nghị quyết số 29 hết hiệu lực"), what a text tells that is no document itself.</summary>
    private Draft? Ended(Draft draft, in RelationHit forward)
    {
        if (_state.IsQuoted(draft.CoreFrom) || IsTime(draft.From) || !_acts.MayEnd(_state, forward.To))
        {
            return null;
        }

        var ended = IsObject(draft, out var subject) ? subject : draft;
        return ended is not null && _acts.MayChange(_state, ended) ? ended : null;
    }

    /// <summary>Whether a word of time or condition stands before a mention in its clause.</summary>
    private bool IsTime(int start)
    {
        const int MaxWords = 6;
        for (var i = start - 1; i >= Math.Max(0, start - MaxWords) && !_tokens[i + 1].Has(TokenFlags.Break) && !_tokens[i].IsPunctuation(','); i--)
        {
            if (_lexicon.Phrases.Conditions.MayStart(_tokens[i]) && _lexicon.Phrases.Conditions.Match(_tokens, i, out _) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Quyết định A về chính sách theo Nghị định B hết hiệu lực": what ends is A, with which the sentence begins, not the
    /// object of a verb before the end, nor "Quyết định A được sửa đổi bởi B" that B. Where the sentence begins otherwise nobody is
    /// said to end: "Mục I Phụ lục ban hành kèm theo Quyết định A".</summary>
    private bool IsObject(Draft draft, out Draft? subject)
    {
        const int MaxVerb = 10; // "quy định chi tiết một số điều của"
        var head = ListHead(draft);
        var start = head.PinpointFrom >= 0 ? head.PinpointFrom : head.From;
        var isObject = _state.EndsBefore(_lexicon.Phrases.Passive, start);
        for (var i = start - 1; i >= Math.Max(0, start - MaxVerb) && !isObject; i--)
        {
            isObject = _finder.TriggerAt(_tokens, i, out var end) is { HostActs: false, AfterMention: false } && end == start;
        }

        var sentence = RelationFinder.SentenceStart(_tokens, start);
        var first = isObject ? _members.FindIndex(member => member.Draft.From >= sentence && member.Draft.To <= start) : -1;
        subject = first >= 0 && _members[first].Draft is { Kind: DraftKind.Numbered } named && Opens(named, sentence) ? named : null;
        return isObject && (first >= 0 || head.PinpointFrom < 0);
    }

    /// <summary>Whether nothing but labels stands before a mention in its sentence.</summary>
    private bool Opens(Draft draft, int sentence)
    {
        for (var i = sentence; i < draft.From; i++)
        {
            if (!_tokens[i].IsNumber && _tokens[i].Kind != TokenKind.Punctuation && _tokens[i].Length > 1)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The first of the mentions that only marks and "và" join to one.</summary>
    private Draft ListHead(Draft draft)
    {
        for (var i = _members.Count - 1; i >= 0; i--)
        {
            var before = _members[i].Draft;
            if (before.To >= draft.From || draft.From - before.To > 3 || !IsOnlySeparators(before.To, draft.From))
            {
                break;
            }

            draft = before;
        }

        return draft;
    }

    /// <summary>The names of the documents that end before a token, from the last on: "Luật Đầu tư theo phương thức đối tác công tư"
    /// carries nothing out.</summary>
    private IEnumerable<(int From, int To)> Names(int start)
    {
        for (var i = _members.Count - 1; i >= 0 && _members.Count - i <= 8; i--)
        {
            if (_members[i].Draft is { Kind: DraftKind.Unnumbered } draft && draft.To <= start)
            {
                yield return (draft.CoreFrom, draft.CoreTo);
            }
        }
    }

    /// <summary>A verb that only the host can do is dropped where the host does not do it.</summary>
    private RelationHit Checked(Draft draft, in RelationHit found, int sentence, bool inTitle)
    {
        if (found.From < 0 || !_finder.Entry(found.Relation).HostActs)
        {
            return found;
        }

        Draft? last = null;
        for (var i = _members.Count - 1; i >= 0 && _members[i].Draft.From >= sentence; i--)
        {
            if (_members[i].Draft.To <= found.From && !_members[i].Draft.IsOwnProvision)
            {
                last = _members[i].Draft;
                break;
            }
        }

        var isSaid = !inTitle && _state.IsQuoted(draft.CoreFrom) && _state.IsQuoted(found.From); // words of another document
        return !isSaid && _acts.Does(_state, sentence, found, inTitle, last, _types, draft) ? OfPart(draft, found) : RelationHit.Default with { IsDisplaced = last is not null };
    }

    /// <summary>"Thay thế một số cụm từ của Quy định A", "Sửa đổi, bãi bỏ một số điều của Thông tư B": what takes only a part of a
    /// document amends it.</summary>
    private RelationHit OfPart(Draft draft, in RelationHit found)
    {
        for (var i = found.To; found.Relation is "thay-the" or "bai-bo" && draft.PinpointFrom < 0 && i < draft.From; i++)
        {
            if ((_lexicon.Phrases.Parts.MayStart(_tokens[i]) && _lexicon.Phrases.Parts.Match(_tokens, i, out _) >= 0)
                || (i == found.To && IsIn(draft) && _lexicon.Phrases.Provisions.Match(_tokens, i, out _) >= 0))
            {
                return found with { Relation = "sua-doi-bo-sung" };
            }
        }

        return found;
    }

    /// <summary>"Bãi bỏ quy định về cấp phép tại Nghị định X": the act whose object are provisions that stand in a document; null for
    /// none.</summary>
    private RelationHit? PartOfAct(Draft draft, int sentence)
    {
        const int MaxProvision = 40;
        var start = draft.PinpointFrom >= 0 ? draft.PinpointFrom : draft.From;
        for (var i = start - 1; IsIn(draft) && i >= Math.Max(sentence, start - MaxProvision); i--)
        {
            if (_tokens[i].IsPunctuation(';') || _tokens[i].IsPunctuation(':') || (_members.Count > 0 && i < _members[^1].Draft.To))
            {
                break;
            }

            if (_finder.TriggerAt(_tokens, i, out var end) is { HostActs: true } act && _lexicon.Phrases.Provisions.Match(_tokens, end, out _) >= 0)
            {
                return new RelationHit(act.Id, i, end, true);
            }
        }

        return null;
    }

    /// <summary>Whether a mention says where something stands: "tại Nghị định X", "trong Quy chế Y".</summary>
    private bool IsIn(Draft draft)
    {
        var before = (draft.PinpointFrom >= 0 ? draft.PinpointFrom : draft.From) - 1;
        return _tokens.IsWord(before, _lexicon.Tai) || _tokens.IsWord(before, _lexicon.Trong);
    }

    /// <summary>The relation a member of a list shares.</summary>
    private bool TryList(Draft draft, Member previous, char separator, int gap, out Member member)
    {
        member = default;
        if (HasHardBreak(previous.Draft.To, gap))
        {
            return false;
        }

        var head = previous.Owner is { } owner ? MemberOf(owner) : previous;
        if (previous.Owner is not null && separator != ';' && IsOnlySeparators(previous.Draft.Tail, gap))
        {
            // Listed with a document inside the subject, unless it is built like the head: "Điều 2 Quyết định A … và Điều 2 Quyết định B".
            if (!(draft.PinpointFrom >= 0 && head.Draft.PinpointFrom >= 0 && previous.Draft.PinpointFrom < 0))
            {
                member = new Member(draft, RelationHit.Default with { IsDisplaced = previous.Hit.IsDisplaced }, previous.Owner);
                return true;
            }
        }

        if (previous.Owner is not null && separator != ';' && _finder.Entry(head.Hit.Relation).HostActs && string.Equals(previous.Draft.Type?.Id, draft.Type?.Id, StringComparison.Ordinal)
            && ActBetween(previous.Owner.To, previous.Draft.From))
        {
            // "Bãi bỏ Nghị định A sửa đổi Nghị định B quy định … và Nghị định C": C may be listed with B, so nobody says that it ends.
            member = new Member(draft, RelationHit.Default with { IsDisplaced = previous.Hit.IsDisplaced }, previous.Owner);
            return true;
        }

        if (previous.Owner is null && !OpensSubject(previous.Draft) && TriggerBetween(previous.Draft.Tail, gap))
        {
            return false; // "Căn cứ A và thực hiện chỉ đạo của Tỉnh ủy, Kế hoạch B"
        }

        // "theo Quy chế A ban hành kèm theo Quyết định X và Quy chế B": B is listed with A, not with X.
        for (var i = _members.Count - 1; draft.Other is not null && i >= Math.Max(0, _members.Count - 4); i--)
        {
            head = ReferenceEquals(_members[i].Draft.Other, previous.Draft) ? _members[i] : head;
        }

        member = new Member(draft, head.Hit, head.Owner, head.Head ?? head.Draft);
        return true;
    }

    /// <summary>The document in whose subject a mention stands: "Kế hoạch A về việc thực hiện Nghị quyết B".</summary>
    private Member? Owner(Member previous, int start)
    {
        var owner = previous.Owner is { } outer ? MemberOf(outer) : previous;
        if (owner.Draft.Kind is not (DraftKind.Numbered or DraftKind.Short) || start - owner.Draft.To > MaxSubject)
        {
            return null;
        }

        if (start < owner.Draft.Tail)
        {
            return owner;
        }

        if (!OpensSubject(owner.Draft) || HasHardBreak(owner.Draft.To, start))
        {
            return null;
        }

        for (var i = owner.Draft.To; i < start; i++)
        {
            if (_tokens[i].IsPunctuation(';') || (_tokens[i].IsPunctuation(',') && EndsSubject(i + 1, start)))
            {
                return null;
            }
        }

        return owner;
    }

    /// <summary>Whether after a comma a clause of the host goes on: a trigger, a body that acts, a verb in the past.</summary>
    private bool EndsSubject(int at, int start)
    {
        // "quy định chi tiết một số điều và biện pháp để tổ chức, hướng dẫn thi hành Luật X": the subject goes on.
        if (_finder.TriggerAt(_tokens, at, out _) is { Id: not "huong-dan" } || (_tokens[at].Has(TokenFlags.Capital) && _lexicon.Issuers.TryRead(_tokens, at, joint: false) is { IsKnown: true }))
        {
            return true;
        }

        for (var i = at; i < start && !_tokens[i].IsPunctuation(','); i++)
        {
            if (_lexicon.Phrases.ClauseMarks.MayStart(_tokens[i]) && _lexicon.Phrases.ClauseMarks.Match(_tokens, i, out _) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private bool OpensSubject(Draft draft) =>
        draft.Kind is DraftKind.Numbered or DraftKind.Short
        && (draft.Tail > draft.To || _tokens.IsPunctuation(draft.To, '"')
            || (draft.To < _tokens.Count && !_tokens[draft.To].Has(TokenFlags.Break) && _lexicon.Phrases.SubjectOpeners.Match(_tokens, draft.To, out _) >= 0));

    private bool TriggerBetween(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (_finder.TriggerAt(_tokens, i, out _) is { AfterMention: false } entry && entry.Id is not "dan-chieu")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Thực hiện chỉ đạo của Ban Thường vụ Thành ủy tại Văn bản số …": the order is what is carried out; the search for
    /// a trigger begins before it.</summary>
    private int OrderStart(int start)
    {
        if (!_tokens.IsWord(start - 1, _lexicon.Tai) || _tokens[start].Has(TokenFlags.Break)
            || (start > 1 && _finder.TriggerAt(_tokens, start - 2, out var named) is not null && named == start))
        {
            return start; // "nội dung nêu tại Chỉ thị 04" refers
        }

        for (var i = start - 2; i >= Math.Max(0, start - MaxOrder); i--)
        {
            if (_lexicon.Phrases.OrderNouns.MayStart(_tokens[i]) && _lexicon.Phrases.OrderNouns.Match(_tokens, i, out _) >= 0)
            {
                return WholeOrder(i);
            }

            if (_tokens[i].Has(TokenFlags.Break) || _tokens[i].IsPunctuation(',') || _tokens[i].IsPunctuation(';'))
            {
                break;
            }
        }

        return start;
    }

    /// <summary>Where the whole name of the order begins: "ý kiến chỉ đạo" for "chỉ đạo".</summary>
    private int WholeOrder(int at)
    {
        for (var from = at - 1; from >= Math.Max(0, at - 3) && !_tokens[from + 1].Has(TokenFlags.Break); from--)
        {
            if (_lexicon.Phrases.OrderNouns.Match(_tokens, from, out var end) >= 0 && end > at)
            {
                return from;
            }
        }

        return at;
    }

    /// <summary>The mark that parts a mention from what stands before it: <c>;</c> <c>,</c> (for <c>và</c> too) or the colon of a
    /// lead-in; none otherwise.</summary>
    /// <param name="start">The mention's first token.</param>
    /// <param name="gap">The separator's own token, or the first of several.</param>
    private char Separator(int start, out int gap)
    {
        var found = '\0';
        gap = start;
        for (var i = start - 1; i >= 0 && start - i <= 8; i--)
        {
            ref readonly var token = ref _tokens[i];
            if (_tokens.IsWord(i, _lexicon.Va) || _tokens.IsWord(i, _lexicon.Cung) || token.IsPunctuation(','))
            {
                found = found is ';' ? ';' : ',';
            }
            else if (token.IsPunctuation(';') || token.IsPunctuation(':'))
            {
                gap = i;
                return token.IsPunctuation(';') ? ';' : _tokens[i + 1].Has(TokenFlags.Break) ? ':' : found;
            }
            else if (_tokens.IsWord(i, _lexicon.Cac) || _tokens.IsLoosely(i, _lexicon.So))
            {
                continue;
            }
            else if (!IsLabel(i))
            {
                break;
            }

            gap = i;
        }

        return found;
    }

    /// <summary>A bullet or the label of a list item.</summary>
    private bool IsLabel(int at)
    {
        ref readonly var token = ref _tokens[at];
        return token.IsPunctuation('-') || token.IsPunctuation('+') || token.IsPunctuation('•') || token.IsPunctuation(')') || token.IsPunctuation('.')
            ? at + 1 < _tokens.Count && (_tokens[at].Has(TokenFlags.Break) || IsItemLabel(at - 1))
            : IsItemLabel(at) || (token.IsPunctuation('(') && token.Has(TokenFlags.Break) && IsItemLabel(at + 1));
    }

    /// <summary>The figure or letter of a label, which begins the item or follows its opening bracket: "2.", "(2)", "b)".</summary>
    private bool IsItemLabel(int at) => at >= 0 && at < _tokens.Count && (_tokens[at].IsNumber || _tokens[at].Length == 1)
        && (_tokens[at].Has(TokenFlags.Break) || (at > 0 && _tokens[at - 1].IsPunctuation('(') && _tokens[at - 1].Has(TokenFlags.Break)));

    private bool HasHardBreak(int from, int to)
    {
        if (to - from > MaxSubject * 2)
        {
            return true;
        }

        for (var i = from; i < to; i++)
        {
            if (_tokens[i].Has(TokenFlags.Break) && i > 0 && !_tokens[i - 1].IsPunctuation(';') && !_tokens[i].IsPunctuation('('))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsOnlySeparators(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (!_tokens[i].IsPunctuation(',') && !_tokens.IsWord(i, _lexicon.Va) && !_tokens.IsWord(i, _lexicon.Cung) && !_tokens[i].IsPunctuation(')'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The last mention that ends before a token; the law that amends others for those named in its name.</summary>
    private Member? Previous(int start)
    {
        for (var i = _members.Count - 1; i >= 0 && _members.Count - i <= 4; i--)
        {
            if (_members[i].Draft.To <= start)
            {
                return _members[i].Draft.Outer is { } outer && outer.To <= start ? MemberOf(outer) : _members[i];
            }
        }

        return null;
    }

    private Member MemberOf(Draft draft) => _members.FindLast(member => ReferenceEquals(member.Draft, draft));

    /// <summary>"A, B và C hết hiệu lực", "A quy định …; B hết hiệu lực": the statement after the last is about all of them.</summary>
    private void ShareBack(RelationHit[] hits, Draft draft, in RelationHit forward)
    {
        var next = draft;
        for (var i = _members.Count - 1; i >= 0; i--)
        {
            var member = _members[i].Draft;
            if (member.To >= next.From)
            {
                break;
            }

            if (next.From - member.To > 3 || !IsOnlySeparators(member.To, next.From))
            {
                if (_members[i].Owner is not null)
                {
                    continue; // named in the subject of the clause before
                }

                if (hits[member.Index].From >= 0 || !IsClauseBefore(member, next))
                {
                    break;
                }
            }

            hits[member.Index] = forward;
            next = member;
        }
    }

    /// <summary>"Thông tư A quy định …; Thông tư B hết hiệu lực": whether a document opens the clause that a semicolon parts from the next
    /// one, with nothing but its subject after it.</summary>
    private bool IsClauseBefore(Draft draft, Draft next)
    {
        var clause = RelationFinder.SentenceStart(_tokens, next.From);
        if (clause <= draft.To || !_tokens.IsPunctuation(clause - 1, ';') || _tokens[clause].Has(TokenFlags.Line) || !Opens(next, clause)
            || !Opens(draft, RelationFinder.SentenceStart(_tokens, draft.From)) || !(draft.To == clause - 1 || OpensSubject(draft)))
        {
            return false;
        }

        var phrases = _lexicon.Phrases;
        for (var i = draft.To; i < clause - 1; i++)
        {
            if (_tokens[i].Has(TokenFlags.Break) || Says(phrases.ClauseMarks, i) || Says(phrases.Undergoing, i) || Says(phrases.Ended, i)
                || Says(phrases.Holds, i) || Says(phrases.Effect, i) || Says(phrases.LastDay, i))
            {
                return false;
            }
        }

        return true;

        bool Says(PhraseTrie trie, int at) => trie.MayStart(_tokens[at]) && trie.Match(_tokens, at, out _) >= 0;
    }

    /// <summary>A report is taken in ("quán triệt và thực hiện Chỉ thị 04, Báo cáo …") or referred to, and never carried out.</summary>
    private RelationHit Reported(Draft draft, in RelationHit hit)
    {
        if (draft.Type is not { ReportsOn: true } || hit.Relation is not ("thuc-hien" or "trien-khai"))
        {
            return hit;
        }

        for (var i = hit.From - 1; i >= 0 && hit.From - i <= 4; i--)
        {
            if (_finder.TriggerAt(_tokens, i, out _) is { Id: "quan-triet" })
            {
                return hit with { Relation = "quan-triet", From = i };
            }
        }

        return RelationHit.Default;
    }

    /// <summary>A mention that was read: its relation as a member of a list, and the document in whose subject it stands.</summary>
    private readonly record struct Member(Draft Draft, RelationHit Hit, Draft? Owner, Draft? Head = null);
}
