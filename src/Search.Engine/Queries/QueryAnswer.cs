namespace Search.Engine;

/// <summary>A query as read, with the page that answers it.</summary>
/// <param name="Parsed">The query; relaxed where nothing fitted all that it asked for, which its repairs say.</param>
/// <param name="Page">The page.</param>
public sealed record QueryAnswer(ParsedQuery Parsed, SearchPage Page)
{
    /// <summary>
    /// Searches; where nothing fits all phrases and beginnings of words, searches once more with them as wishes. Everybody who
    /// answers readers goes through here, so that page, API, command line and feeds find the same.
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
        if (Relaxed(snapshot, parsed, request, ct) is not { } relaxed)
        {
            return new QueryAnswer(parsed, snapshot.Search(request with { Query = parsed.Query }, ct));
        }

        var page = snapshot.Search(request with { Query = relaxed }, ct);
        var repair = new QueryRepair(0, 0,
            "Không văn bản nào có đủ mọi cụm từ bắt buộc nên chúng chỉ được ưu tiên. (No document holds every required phrase; they are wishes now.)");
        return new QueryAnswer(parsed with { Query = relaxed, Repairs = [.. parsed.Repairs, repair] }, page);
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
        return snapshot.Matching(request with { Query = Relaxed(snapshot, parsed, request, ct) ?? parsed.Query }, groups, ct);
    }

    // The query with its musts as wishes, where nothing fits them all.
    private static Query? Relaxed(IIndexSnapshot snapshot, ParsedQuery parsed, SearchRequest request, CancellationToken ct) =>
        parsed.Relaxed is { } relaxed && snapshot.Search(request with { Query = parsed.Query, Cursor = null, Limit = 1, Facets = [] }, ct).Total.Value == 0
            ? relaxed
            : null;
}
