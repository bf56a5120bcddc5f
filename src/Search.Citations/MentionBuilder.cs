using Search.Citations.Patterns;
using Search.Citations.Relations;
using Search.Citations.Resolution;
using Search.Documents;
using Search.Documents.Catalogues;
using Search.Text;

namespace Search.Citations;

/// <summary>Turns drafts into mentions: source spans, relations, nesting, anchors.</summary>
internal sealed class MentionBuilder(NormalizedText normalized, string source, Document host, RelationFinder relations)
{
    private int _anchorHint;

    public IReadOnlyList<Mention> Build(ScanState state)
    {
        var drafts = state.Drafts;
        drafts.Sort(static (a, b) => a.CoreFrom != b.CoreFrom ? a.CoreFrom.CompareTo(b.CoreFrom)
            : a.To != b.To ? b.To.CompareTo(a.To) : a.Index.CompareTo(b.Index));
        for (var i = 0; i < drafts.Count; i++)
        {
            drafts[i].Index = i;
        }

        var mentions = new List<Mention>(drafts.Count);
        var open = new Stack<int>();
        bool InTitle(Draft draft) => host.TitleSpan is { } title && title.Contains(Source(state, draft.CoreFrom, draft.CoreTo).Start);
        var (hits, owners) = new RelationReader(state, relations).Read(drafts, InTitle);
        ActDays.Settle(state, drafts, hits, relations);
        var places = new PlaceReader(state);
        foreach (var draft in drafts)
        {
            while (open.Count > 0 && drafts[open.Peek()].To <= draft.CoreFrom)
            {
                open.Pop();
            }

            int? nested = open.Count > 0 && drafts[open.Peek()].To >= draft.CoreTo ? open.Peek() : null;

            var core = Source(state, draft.CoreFrom, draft.CoreTo);
            if (draft.ProvinceId is null && draft.Issuer is not null && owners[draft.Index] is { ProvinceId: { } outer } && !Facts.EndsWithName(draft.Issuer))
            {
                draft.ProvinceId = outer; // "Kế hoạch … của UBND tỉnh Sóc Trăng về … Chương trình … của Ban Chấp hành Đảng bộ tỉnh"
            }

            places.MoveTo(draft.CoreFrom);
            var mention = Make(state, draft, core, hits[draft.Index], InTitle(draft), nested) with
            {
                IsAside = places.IsAside(draft.From),
                IsDisplaced = hits[draft.Index].IsDisplaced,
                IsRespelled = draft.IsRespelled,
                Place = (places.Sentence, places.Paragraph),
            };
            mentions.Add(mention is BackReference back ? back with { IsHostSpeaking = places.IsHostSpeaking, IsQuoted = state.IsQuoted(draft.CoreFrom) } : mention);

            open.Push(draft.Index);
        }

        return mentions;
    }

    private Mention Make(ScanState state, Draft draft, TextSpan core, RelationHit hit, bool inTitle, int? nested)
    {
        var span = Source(state, Math.Min(draft.From, draft.CoreFrom), Math.Max(draft.To, draft.CoreTo));
        var text = span.Slice(source);
        draft.IsTitleWhole = draft.Title is not null && TitleReader.IsWhole(state, Math.Max(draft.Tail, draft.To));
        var cited = Describe(draft);
        var pinpoint = draft.PinpointFrom >= 0 ? state.Tokens.Words(draft.PinpointFrom, draft.PinpointTo) : null;
        var trigger = hit.From >= 0 ? state.Tokens.Words(hit.From, hit.To) : null;
        var evidence = draft.Kind == DraftKind.Generic
            ? (TextSpan?)null
            : Source(state, RelationFinder.SentenceStart(state.Tokens, draft.From), Math.Max(draft.To, RelationFinder.SentenceEnd(state.Tokens, draft.To)));
        var anchor = Anchor(core.Start);
        return draft.Kind switch
        {
            DraftKind.Numbered => new FullCitation
            {
                Span = span, Core = core, Text = text, Cited = cited, Pinpoint = pinpoint, Relation = hit.Relation, Trigger = trigger,
                Evidence = evidence, Anchor = anchor, IsInTitle = inTitle, NestedIn = nested, Readings = draft.Readings,
            },
            DraftKind.Short => new ShortCitation
            {
                Span = span, Core = core, Text = text, Cited = cited, Pinpoint = pinpoint, Relation = hit.Relation, Trigger = trigger,
                Evidence = evidence, Anchor = anchor, IsInTitle = inTitle, NestedIn = nested,
            },
            DraftKind.Alias => new AliasDefinition
            {
                Span = span, Core = core, Text = text, Cited = cited with { Header = cited.Header with { Title = null } }, Relation = hit.Relation, Trigger = trigger,
                Evidence = evidence, Anchor = anchor, IsInTitle = inTitle, NestedIn = nested, Alias = draft.Title ?? "", Defines = draft.Other?.Index,
            },
            DraftKind.Back => new BackReference
            {
                Span = span, Core = core, Text = text, Cited = cited, Pinpoint = pinpoint, Relation = hit.Relation, Trigger = trigger,
                Evidence = evidence, Anchor = anchor, IsInTitle = inTitle, NestedIn = nested, Kind = draft.Back,
            },
            DraftKind.Unnumbered => new UnnumberedCitation
            {
                Span = span, Core = core, Text = text, Cited = cited, Pinpoint = pinpoint, Relation = hit.Relation, Trigger = trigger,
                Evidence = evidence, Anchor = anchor, IsInTitle = inTitle, NestedIn = nested, AttachedTo = draft.Other?.Index,
            },
            _ => new GenericMention { Span = span, Core = core, Text = text, Cited = cited, NestedIn = nested, Anchor = anchor, IsInTitle = inTitle },
        };
    }

    private static CitedDescription Describe(Draft draft) => new()
    {
        Header = new DocumentHeader
        {
            Docket = draft.Docket,
            Type = draft.Type is { Kind: not TypeKind.Generic } type ? type.Id : null,
            Issuer = draft.Issuer,
            ProvinceId = draft.ProvinceId,
            Date = draft.Date,
            Term = draft.Term,
            Title = draft.Title,
        },
        Sequence = draft.Sequence,
        Year = draft.Date?.Year ?? draft.Year,
        IsTitleWhole = draft.IsTitleWhole,
        Effective = draft.Effective,
        Ends = draft.Ends,
        ActsOn = draft.ActsOn,
    };

    private TextSpan Source(ScanState state, int from, int to)
    {
        if (from >= to)
        {
            return normalized.ToSource(new TextSpan(state.Tokens[Math.Min(from, state.Tokens.Count - 1)].Start, state.Tokens[Math.Min(from, state.Tokens.Count - 1)].Start));
        }

        return normalized.ToSource(new TextSpan(state.Tokens[from].Start, state.Tokens[to - 1].End));
    }

    /// <summary>Passages are in reading order, and so are mentions: the search goes on from the last one found.</summary>
    private string? Anchor(int offset)
    {
        var passages = host.Passages;
        while (_anchorHint < passages.Count && passages[_anchorHint].Span.End <= offset)
        {
            _anchorHint++;
        }

        return _anchorHint < passages.Count && passages[_anchorHint].Span.Contains(offset) ? passages[_anchorHint].Anchor : null;
    }
}
