using System.ComponentModel;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Search.Application.Contracts;
using Search.Application.Errors;
using Search.Application.UseCases;

namespace Search.Application.Mcp;

/// <summary>A collection as tools of the Model Context Protocol, over standard streams and over HTTP alike. All of them only
/// read.</summary>
internal sealed class McpTools
{
    private const int MaxText = 40_000;

    private readonly Collection _collection;

    public McpTools(Collection collection)
    {
        _collection = collection;
        Searching =
        [
            Tool("search", "Search Vietnamese Party documents", Search),
            Tool("find_citations", "Find the documents and citations in a text", FindCitations),
            Tool("lookup_citation", "Check which documents a citation means", LookupCitation),
            Tool("verify_citation", "Check number, date, issuer and title of a citation", VerifyCitation),
        ];
        Reading =
        [
            Tool("fetch", "Fetch one document with its text", Fetch),
            Tool("get_document_graph", "Get the citation graph around a document", GetDocumentGraph),
        ];
    }

    /// <summary>For a caller who may search.</summary>
    public IReadOnlyList<McpServerTool> Searching { get; }

    /// <summary>For a caller who may read documents as well.</summary>
    public IReadOnlyList<McpServerTool> Reading { get; }

    /// <summary>What a server says of itself and what it offers.</summary>
    /// <param name="options">The server to be.</param>
    /// <param name="mayRead">Whether its caller may read documents.</param>
    public void Serve(McpServerOptions options, bool mayRead)
    {
        options.ServerInfo = new Implementation { Name = "search", Version = "1.0.0", Title = "Tra cứu văn bản Đảng" };
        options.ServerInstructions =
            "A knowledge base of Vietnamese Party documents. Look a citation up before using it; a target with status stub is known only by being cited.";
        options.ToolCollection = [.. Searching, .. mayRead ? Reading : []];
    }

    private static CheckedTool Tool(string name, string title, Delegate method) =>
        new(McpServerTool.Create(method, new McpServerToolCreateOptions
        {
            Name = name,
            Title = title,
            ReadOnly = true,
            Idempotent = true,
            Destructive = false,
            OpenWorld = false,
            UseStructuredContent = true,
            SerializerOptions = WireJson.Compact,
        }));

    [Description("Ranks documents for a query in Vietnamese, with or without accents. Understands words, \"phrases\", numbers (04-CT/TW, chi thi 04) and filters (loai:chi-thi nam:2011..2017).")]
    private SearchAnswer Search(
        [Description("The query.")] string query,
        [Description("At most so many documents, 1 to 100.")] int limit = 10,
        [Description("relevance, newest, oldest or most-cited.")] string sort = "relevance",
        CancellationToken stop = default) =>
        Guard(() => _collection.Search.Search(
            new SearchQuery { Q = query, Limit = Limits.Between("limit", limit, 1, ApiLimits.PageSize), Sort = sort }, stop));

    [Description("Letterhead, outline and text of one document by key (04-CT/TW@2011-07-06), slug or number. A document known only by being cited has no text.")]
    private FetchedDocument Fetch(
        [Description("Key, slug or number.")] string key,
        [Description("Where in the text to begin, for long documents.")] int offset = 0) =>
        Guard(() =>
        {
            var record = _collection.Documents.Readable(key);
            var text = record.Reading;
            var from = Math.Clamp(offset, 0, text?.Length ?? 0);
            var to = Math.Min(text?.Length ?? 0, from + MaxText);
            return new FetchedDocument(
                _collection.Documents.Describe(record), text?[from..to], to < text?.Length ? to : null);
        });

    [Description("The documents in a text and every mention of another document, each with its span, target and relation. Nothing is stored.")]
    private ExtractionAnswer FindCitations([Description("The text, at most 64,000 characters.")] string text) =>
        Guard(() =>
        {
            Limits.Check("text", text.Length <= ApiLimits.LookupLength, ApiLimits.LookupLength);
            return _collection.Citations.Extract(global::Search.Documents.DocumentReaders.FromText("text.txt", text));
        });

    [Description("Who cites whom around a document: nodes and edges, source cites target.")]
    private GraphAnswer GetDocumentGraph(
        [Description("Key, slug or number.")] string key,
        [Description("How many steps, 1 to 3.")] int depth = 2,
        [Description("in (who cites it), out (what it cites) or both.")] string direction = "both") =>
        Guard(() => GraphService.Answer(_collection.Graphs.Around(
            new GraphQuery { Key = key, Depth = depth, Direction = direction })));

    [Description("Which documents a citation in free text means: status 200 one document, 300 candidates, 404 well-formed and unknown, 400 no such form. Use it before citing.")]
    private LookupAnswer LookupCitation([Description("The citation: Chỉ thị 04, 04-CT/TW, Hướng dẫn 02-HD/BĐNTW ngày 16/01/2017.")] string citation) =>
        Guard(() =>
        {
            Limits.Check("citation", citation.Length <= ApiLimits.QueryLength, ApiLimits.QueryLength);
            return _collection.Lookups.One(citation);
        });

    [Description("Checks a citation field by field: right, wrong (and in what), ambiguous, unknown. Never cite a document whose verdict is not right.")]
    private VerifiedCitation VerifyCitation(
        [Description("The number, 04-CT/TW, or a whole citation in words.")] string number,
        [Description("Date of issue, 2011-07-06 or 06/7/2011.")] string? date = null,
        [Description("Who issued it.")] string? issuer = null,
        [Description("Its title.")] string? title = null) =>
        Guard(() =>
        {
            Limits.Check("number", number.Length <= ApiLimits.QueryLength, ApiLimits.QueryLength);
            Limits.Check("title", (title?.Length ?? 0) + (issuer?.Length ?? 0) + (date?.Length ?? 0) <= ApiLimits.QueryLength, ApiLimits.QueryLength);
            return _collection.Lookups.Verify(number, date, issuer, title);
        });

    // What a caller did wrong is told to it; anything else stays an internal error.
    private static T Guard<T>(Func<T> answer)
    {
        try
        {
            return answer();
        }
        catch (SearchException e)
        {
            // The query text is the parameter q of the API.
            var argument = e.Errors is [{ Parameter: var name }, ..] ? (name is "q" ? "query" : name) + ": " : "";
            throw new McpException(argument + string.Join(' ', e.Errors.Select(error => error.Message).DefaultIfEmpty(e.Message)) + (e.Candidates.Count > 0 ? " " + string.Join(", ", e.Candidates) : ""), e);
        }
    }
}
