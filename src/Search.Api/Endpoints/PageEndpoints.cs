using Microsoft.AspNetCore.Http.HttpResults;
using Search.Api.Access;
using Search.Api.Pages;
using Search.Api.Problems;
using Search.Application.Contracts;
using Search.Application.Errors;
using Search.Application.Layout;
using Search.Application.Lines;
using Search.Application.Reading;
using Search.Application.Sheets;
using Search.Application.UseCases;
using Search.Documents;
using Search.Engine;

namespace Search.Api.Endpoints;

// Longer than most files because every page has its handler here; they share how an address moves and how an error shows.
/// <summary>The pages for readers.</summary>
internal static class PageEndpoints
{
    public static void MapPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").ExcludeFromDescription().WithPagingNames().WithValidation();
        pages.RequireScope(Scopes.Read);
        pages.MapGet("/", Results).WithRequestTimeout(RouteMetadata.SearchTimeout);
        pages.MapGet("/van-ban/{slug}", Document).AuditsSecretReads().WithETag();
        pages.MapGet("/do-thi/{slug}", Graph).WithETag();
        pages.MapGet("/lich-su", Topic).WithRequestTimeout(RouteMetadata.SearchTimeout);
        pages.MapGet("/lich-su/{slug}", Course).WithETag();
        pages.MapGet("/ngon-ngu", LanguageSwitch.Choose);
        pages.MapGet("/problems/{code}", Explain);
    }

    private static RazorComponentResult<ResultsView> Results(
        [AsParameters] SearchQuery query, SearchService search, CollectionReader knowledge, HttpContext context, CancellationToken stop)
    {
        var asked = !string.IsNullOrWhiteSpace(query.Q) || SearchAddress.Chosen(query).Any() || query.From is not null || query.To is not null;
        SearchAnswer? answer = null;
        string? problem = null;
        if (asked)
        {
            try
            {
                answer = search.Search(query with { Facets = true, Limit = query.Limit ?? 20, Passages = query.Passages ?? 3 }, stop);
            }
            catch (SearchException e) when (ProblemKinds.Of(e.Kind).Status == StatusCodes.Status400BadRequest)
            {
                problem = e.Message;
            }
            catch (InvalidCursorException)
            {
                problem = "Kho vừa được cập nhật; hãy xem lại từ trang đầu. (The collection has changed; start at the first page.)";
            }
        }

        var page = PageResults.Show<ResultsView>(
            context,
            (nameof(ResultsView.Query), query),
            (nameof(ResultsView.Answer), answer),
            (nameof(ResultsView.Problem), problem),
            (nameof(ResultsView.Wanted), answer?.Total.Value == 0 ? WantedNumbers(knowledge, query.Q) : []),
            (nameof(ResultsView.Statistics), asked ? null : knowledge.Statistics),
            (nameof(ResultsView.All), asked ? null : BrowseEndpoints.Everything(knowledge)),
            (nameof(ResultsView.Newest), asked ? [] : Newest(knowledge)),
            (nameof(ResultsView.MostCited), asked ? [] : MostCited(knowledge, includeStubs: true)));
        if (problem is not null)
        {
            page.StatusCode = StatusCodes.Status400BadRequest;
        }

        return page;
    }

    // What came in last; a revision of the store brings one file.
    private static List<DocumentLine> Newest(CollectionReader knowledge)
    {
        const int most = 6;
        const int revisions = 60;
        return
        [
            .. knowledge.Store.Changes(Math.Max(0, knowledge.Revision - revisions)).Where(change => !change.Removed).Reverse()
                .Select(change => knowledge.Summary(change.Key)).OfType<Store.DocumentSummary>()
                .Where(summary => summary.Status is DocumentStatus.Present or DocumentStatus.Abstract)
                .Take(most).Select(DocumentLines.Of),
        ];
    }

    private static List<DocumentLine> MostCited(CollectionReader knowledge, bool includeStubs)
    {
        const int most = 6;
        return
        [
            .. knowledge.List(includeStubs).Where(summary => summary.CitedBy > 0)
                .OrderByDescending(summary => summary.CitedBy).ThenBy(summary => summary.Key).Take(most).Select(DocumentLines.Of),
        ];
    }

    // A search for a number finds nothing where the document is only known by citation and the filters hide it.
    private static List<DocumentLine> WantedNumbers(CollectionReader knowledge, string? typed)
    {
        const int most = 5;
        var number = typed?.Trim().ToUpperInvariant();
        if (number is null || !number.Any(char.IsAsciiDigit))
        {
            return [];
        }

        var folded = Text.VietnameseFolding.Fold(number.Split(' ')[^1]);
        return
        [
            .. knowledge.List(includeStubs: true)
                .Where(d => (d.Status is Documents.DocumentStatus.Stub or Documents.DocumentStatus.Abstract) && d.Number is { } own
                    && Text.VietnameseFolding.Fold(own.ToUpperInvariant()).StartsWith(folded, StringComparison.Ordinal))
                .OrderByDescending(d => d.CitedBy)
                .Take(most)
                .Select(DocumentLines.Of),
        ];
    }

    /// <summary>A page has one address; a key, a number or a slug of former times leads to it.</summary>
    private static RedirectHttpResult? Moved(HttpContext context, string folder, string slug, Documents.DocumentKey key)
    {
        if (string.Equals(slug, key.Slug, StringComparison.Ordinal))
        {
            return null;
        }

        // A browser keeps such an answer for good unless it is told to ask: a merge or a corrected date can be taken back.
        context.Response.Headers.CacheControl = "private, no-cache";
        return TypedResults.LocalRedirect(folder + key.Slug + context.Request.QueryString.Value, permanent: true, preserveMethod: true);
    }

    private static IResult Document(
        string slug, string? q, DocumentService documents, SheetService sheets, GraphService graphs, ValidityService validity, RepairService repairs, CollectionReader knowledge, HttpContext context)
    {
        var record = documents.Readable(slug);
        var key = record.Summary.Key;
        if (Moved(context, "/van-ban/", slug, key) is { } moved)
        {
            return moved;
        }

        var citations = knowledge.CitationsOf(key);
        IReadOnlyList<Text.TextSpan> marks = [];
        if (record.Document is { } document && record.Text is { } text && q is { Length: > 0 and <= ApiLimits.QueryLength })
        {
            var parsed = QueryParser.Parse(q, knowledge.Names);
            marks = [.. Highlighter.MarkAll(text, parsed.Query).Select(m => new Text.TextSpan(m.Start + document.Span.Start, m.End + document.Span.Start))];
            if (document.Corrected.Any(applied => applied.Span is not null))
            {
                // Found by an accepted reading, too: that is what is shown.
                var read = document.Edits.Apply(record.SourceText!, document.Span);
                marks = [.. marks.Concat(Highlighter.MarkAll(read.Text, parsed.Query).Select(m => read.ToSource(new Text.TextSpan(m.Start, m.End)))
                    .Select(span => new Text.TextSpan(span.Start + document.Span.Start, span.End + document.Span.Start))).Distinct()];
            }
        }

        var citing = documents.CitedBy(key)
            .Select(c => new RelationBoxes.Item(c.Document, c.Citation.Citation.Relation, c.Citation.Sentence, c.Citation.Reason, Place(c.Document.Url, c.Citation.Anchor)))
            .ToList();
        var cited = documents.Citations(record)
            .Where(c => c.Citation is { Self: false, Target: not null })
            .Select(c => (Line: c, Target: Cited(knowledge, c)))
            .Where(c => c.Target is not null)
            .Select(c => new RelationBoxes.Item(c.Target!, c.Line.Citation.Relation, c.Line.Sentence, c.Line.Reason, Place("", c.Line.Anchor)))
            .ToList();
        return PageResults.Show<DocumentView>(
            context,
            (nameof(DocumentView.Answer), documents.Describe(record)),
            (nameof(DocumentView.Layout), record.Document is null ? null : TextLayout.Of(record, [.. citations, .. knowledge.NotesOf(key)], marks, repairs.Of(record))),
            (nameof(DocumentView.Openings), Openings(record)),
            (nameof(DocumentView.Recorded), record.Document is null ? documents.Recorded(record) : null),
            (nameof(DocumentView.Corrected), record.Document?.Corrected ?? []),
            (nameof(DocumentView.Citing), RelationBoxes.Of(citing)),
            (nameof(DocumentView.Cited), RelationBoxes.Of(cited)),
            (nameof(DocumentView.Notes), documents.Notes(record)),
            (nameof(DocumentView.Validity), validity.Of(record, null)),
            (nameof(DocumentView.Sheets), DocumentService.IsMasked(record) ? [] : sheets.Pages(record).Select(page => page.Number).ToList()),
            (nameof(DocumentView.ChainItems), graphs.Chains(key.Value)),
            (nameof(DocumentView.Similar), record.Document is null ? [] : documents.Similar(key, 5)));
    }

    private static IResult Graph(
        string slug,
        [AsParameters] GraphPageQuery asked,
        DocumentService documents,
        GraphService graphs,
        CollectionReader knowledge,
        HttpContext context)
    {
        var record = documents.Record(slug);
        if (Moved(context, "/do-thi/", slug, record.Summary.Key) is { } moved)
        {
            return moved;
        }

        var goal = string.IsNullOrEmpty(asked.Goal) ? null : documents.Record(asked.Goal);
        var query = asked.Of(record.Summary.Key);
        var view = goal is null ? graphs.Around(query) : knowledge.Graph.Path(record.Summary.Key, goal.Summary.Key);
        // What can be chosen is what is there without the choice.
        var all = query.Relation is null && query.Level is null && query.Offset is 0 ? view : graphs.Around(query with { Relation = null, Level = null, Offset = 0 });
        var shown = view.Nodes.Select(node => node.Key.Value).ToHashSet(StringComparer.Ordinal);
        return PageResults.Show<GraphScreen>(
            context,
            (nameof(GraphScreen.Document), DocumentLines.Of(record.Summary)),
            (nameof(GraphScreen.Query), query),
            (nameof(GraphScreen.View), view),
            (nameof(GraphScreen.Goal), goal is null ? null : DocumentLines.Of(goal.Summary)),
            (nameof(GraphScreen.CitedBy), knowledge.List(includeStubs: true)
                .Where(d => shown.Contains(d.Key.Value))
                .ToDictionary(d => d.Key.Value, d => d.CitedBy, StringComparer.Ordinal)),
            (nameof(GraphScreen.Relations), all.Edges.SelectMany(e => e.Relations).Concat(query.Relation ?? []).Distinct(StringComparer.Ordinal)
                .OrderBy(r => knowledge.Base.Catalogue.Relation(r)?.Precedence ?? int.MaxValue).ToList()),
            (nameof(GraphScreen.Levels), all.Nodes.Select(n => n.Level).OfType<string>().Concat(query.Level ?? []).Distinct(StringComparer.Ordinal)
                .OrderBy(GraphData.Rank).ToList()));
    }

    private static RazorComponentResult<HistoryScreen> Topic(
        [System.ComponentModel.DataAnnotations.MaxLength(ApiLimits.QueryLength)] string? q,
        SearchService search,
        CollectionReader knowledge,
        HttpContext context,
        CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(q))
        {
            return PageResults.Show<HistoryScreen>(context, (nameof(HistoryScreen.Starts), MostCited(knowledge, includeStubs: false)));
        }

        SearchAnswer answer;
        try
        {
            answer = search.Search(new SearchQuery { Q = q, Limit = ApiLimits.PageSize, Passages = 1 }, stop);
        }
        catch (SearchException e) when (ProblemKinds.Of(e.Kind).Status == StatusCodes.Status400BadRequest)
        {
            var wrong = PageResults.Show<HistoryScreen>(context, (nameof(HistoryScreen.Topic), q), (nameof(HistoryScreen.Problem), e.Message));
            wrong.StatusCode = StatusCodes.Status400BadRequest;
            return wrong;
        }

        var graph = knowledge.Graph;
        var nodes = answer.Hits
            .Select(hit => Documents.DocumentKey.TryParse(hit.Document.Key, out var key) ? graph.Find(key) : null)
            .OfType<Citations.GraphNode>()
            .ToList();
        var around = nodes.Select(node => graph.Around(node.Key, 1, Citations.GraphDirection.Out)).ToList();
        return PageResults.Show<HistoryScreen>(
            context,
            (nameof(HistoryScreen.Topic), q),
            (nameof(HistoryScreen.Nodes), nodes),
            (nameof(HistoryScreen.Total), answer.Total.Value),
            (nameof(HistoryScreen.Edges), around.SelectMany(a => a.Edges).DistinctBy(e => (e.Source, e.Target)).ToList()),
            (nameof(HistoryScreen.Others), around.SelectMany(a => a.Nodes).ToList()));
    }

    private static IResult Course(
        string slug, DocumentService documents, CollectionReader knowledge, HttpContext context)
    {
        var record = documents.Record(slug);
        if (Moved(context, "/lich-su/", slug, record.Summary.Key) is { } moved)
        {
            return moved;
        }

        var view = knowledge.Graph.Around(record.Summary.Key, 2, Citations.GraphDirection.Both, maxNodes: ApiLimits.GraphNodes);
        return PageResults.Show<HistoryScreen>(
            context,
            (nameof(HistoryScreen.Document), DocumentLines.Of(record.Summary)),
            (nameof(HistoryScreen.Nodes), view.Nodes),
            (nameof(HistoryScreen.Total), (long)view.Nodes.Count + view.Omitted),
            (nameof(HistoryScreen.Edges), view.Edges));
    }

    private static Dictionary<string, string> Openings(Store.DocumentRecord record)
    {
        const int most = 140;
        var openings = new Dictionary<string, string>(StringComparer.Ordinal);
        if (record.SourceText is not { } source)
        {
            return openings;
        }

        foreach (var section in record.Document?.Outline ?? [])
        {
            if (section.Heading is not null)
            {
                continue;
            }

            var text = MarkdownSigns.Without(source.AsSpan(section.Span.Start, Math.Min(most, section.Span.End - section.Span.Start)), startsLine: true).AsSpan().TrimStart();
            // "(i) …", "a) …": the number stands before the words already.
            var bare = text.TrimStart('(');
            if (section.Label is { } label && bare.StartsWith(label, StringComparison.Ordinal) && (bare.Length == label.Length || !char.IsLetterOrDigit(bare[label.Length])))
            {
                text = bare[label.Length..].TrimStart(".)-–: \t");
            }

            openings[section.Anchor] = CitationLines.OneLine(text.ToString());
        }

        return openings;
    }

    private static string? Place(string url, string? anchor) => anchor is null ? null : $"{url}#{Uri.EscapeDataString(anchor)}";

    private static DocumentLine? Cited(CollectionReader knowledge, CitationLine line) =>
        line.Citation.Target is { } target
        && Documents.DocumentKey.TryParse(target.Key, out var key)
        && knowledge.Document(key) is { } record
            ? DocumentLines.Of(record.Summary)
            : null;

    private static RazorComponentResult<ProblemView> Explain(string code, HttpContext context) =>
        PageResults.Show<ProblemView>(
            context,
            (nameof(ProblemView.Kind), ProblemKinds.All.FirstOrDefault(k => string.Equals(k.Code, code, StringComparison.Ordinal))
                ?? throw ProblemException.NotFound(code)));
}
