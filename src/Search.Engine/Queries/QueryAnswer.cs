namespace Search.Engine;

/// <summary>A query as read, with the page that answers it.</summary>
/// <param name="Parsed">The query; relaxed where nothing fitted all that it asked for, which its repairs say.</param>
/// <param name="Page">The page.</param>
public sealed record QueryAnswer(ParsedQuery Parsed, SearchPage Page)
{
    private const string NoPhrase =
        "Không văn bản nào có đủ mọi cụm từ bắt buộc nên chúng chỉ được ưu tiên. (No document holds every required phrase; they are wishes now.)";

    private const string NoField =
        "Không văn bản nào có các từ ở nơi đã chỉ nên đã tìm trong toàn văn. (No document holds the words in that field; the whole text was searched.)";

    private const string NotAllWords =
        "Không văn bản nào có đủ mọi từ nên đã tìm văn bản có phần lớn các từ. (No document holds every word; documents with most of them were found.)";

    /// <summary>Whether less was searched for than was asked; asking verbatim undoes it.</summary>
    public bool IsRelaxed { get; init; }

    /// <summary>
    /// Searches; where nothing fits all that is asked, searches once more for less: phrases and beginnings of words as wishes,
    /// then words of fields in the whole text. Few words that no document holds together are most of them already. Each is
    /// said, and none is done for a verbatim query. Everybody who answers readers goes through here, so that page, API, command
    /// line and feeds find the same.
    /// </summary>
    /// <param name="snapshot">The collection.</param>
    /// <param name="parsed">The query.</param>
    /// <param name="request">What is asked for besides; its query is replaced.</param>
    /// <param name="ct">Stops the search.</param>
    /// <exception cref="InvalidCursorException">The cursor is garbled or belongs to another revision.</exception>
    public static QueryAnswer Of(IIndexSnapshot snapshot, ParsedQuery parsed, SearchRequest request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(parsed);
        ArgumentNullException.ThrowIfNull(request);
        var (query, said) = Asked(snapshot, parsed, request, ct);
        var page = snapshot.Search(request with { Query = query }, ct);
        if (said is null && page.Rule == MatchRule.Most && page.Total.Value > 0 && RelaxedQuery.Strict(query, WordCoverage.MostWords) is not null)
        {
            said = NotAllWords;
        }

        return said is null
            ? new QueryAnswer(parsed with { Query = query }, page)
            : new QueryAnswer(parsed with { Query = query, Repairs = [.. parsed.Repairs, new QueryRepair(0, 0, said)] }, page) { IsRelaxed = true };
    }

    /// <summary>Those of some documents that <see cref="Of"/> finds as matches.</summary>
    /// <param name="snapshot">The collection.</param>
    /// <param name="parsed">The query.</param>
    /// <param name="request">What is asked for besides; its query is replaced.</param>
    /// <param name="groups">Keys of the documents.</param>
    /// <param name="ct">Stops the search.</param>
    public static IReadOnlySet<string> Matching(
        IIndexSnapshot snapshot, ParsedQuery parsed, SearchRequest request, IReadOnlyCollection<string> groups, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(parsed);
        ArgumentNullException.ThrowIfNull(request);
        return snapshot.Matching(request with { Query = Asked(snapshot, parsed, request, ct).Query }, groups, ct);
    }

    private static (Query Query, string? Said) Asked(IIndexSnapshot snapshot, ParsedQuery parsed, SearchRequest request, CancellationToken ct)
    {
        if (parsed.IsVerbatim)
        {
            return RelaxedQuery.Strict(parsed.Query, WordCoverage.MostWords) is { } strict && First(parsed.Query).Rule == MatchRule.Most
                ? (strict, null)
                : (parsed.Query, null);
        }

        var withoutFields = RelaxedQuery.WithoutFields(parsed.Query);
        if ((parsed.Relaxed is null && withoutFields is null) || First(parsed.Query).Total.Value > 0)
        {
            return (parsed.Query, null);
        }

        return withoutFields is not null && (parsed.Relaxed is null || First(parsed.Relaxed).Total.Value == 0)
            ? (withoutFields, NoField)
            : (parsed.Relaxed!, NoPhrase);

        SearchPage First(Query query) => snapshot.Search(request with { Query = query, Cursor = null, Limit = 1, Facets = [] }, ct);
    }
}
