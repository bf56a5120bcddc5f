namespace Search.Engine;

/// <summary>One immutable generation of an index. Safe for use from many threads.</summary>
public interface IIndexSnapshot : IDisposable
{
    /// <summary>The store's revision this generation mirrors; -1 for an empty, never committed index.</summary>
    long Revision { get; }

    /// <summary>Grows by one with every commit and merge. Two machines with the same entries have different ones; cursors are
    /// bound to <see cref="Revision"/> instead, so that either goes on with a page of the other.</summary>
    long Generation { get; }

    /// <summary>Counts of this generation.</summary>
    IndexStatistics Statistics { get; }

    /// <summary>
    /// SHA-256 over the content (entries, terms, columns) in lower-case hex. The same entries give the same
    /// digest whatever the order, thread count, segments or deletes that led to them.
    /// </summary>
    string Digest { get; }

    /// <summary>The words of this generation, for reading a query in their spelling. Made for one query and one thread.</summary>
    ICollectionWords Words { get; }

    /// <summary>Ranks passages and rolls them up to documents.</summary>
    /// <param name="request">What to look for.</param>
    /// <param name="ct">Stops the search between blocks.</param>
    /// <exception cref="InvalidCursorException">The cursor is garbled or belongs to another revision.</exception>
    /// <exception cref="IndexDamagedException">A block that was needed fails its checksum.</exception>
    SearchPage Search(SearchRequest request, CancellationToken ct);

    /// <summary>Those of some documents that a search finds as matches, by the rule of <see cref="Search"/> but without ranking
    /// anything: what asks whether one document that has arrived answers a search.</summary>
    /// <param name="request">What to look for; limit, order, cursor and facets do not apply.</param>
    /// <param name="groups">Keys of the documents.</param>
    /// <param name="ct">Stops the search between blocks.</param>
    /// <exception cref="IndexDamagedException">A block that was needed fails its checksum.</exception>
    IReadOnlySet<string> Matching(SearchRequest request, IReadOnlyCollection<string> groups, CancellationToken ct);

    /// <summary>Completes what is being typed, with or without accents, from titles, numbers and frequent phrases.</summary>
    /// <param name="prefix">The typed text; the last word may be unfinished.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="names">The names of types, by which numbers in words are read; null for none.</param>
    IReadOnlyList<Suggestion> Suggest(string prefix, int limit, QueryCatalogue? names = null);

    /// <summary>The query in the collection's own spelling, or null where there is nothing better to offer.</summary>
    /// <param name="query">The query as typed.</param>
    string? DidYouMean(string query);

    /// <summary>Documents whose vocabulary is most like the given one's, itself left out.</summary>
    /// <param name="group">The document's key.</param>
    /// <param name="limit">At most so many.</param>
    SearchPage Similar(string group, int limit);
}
