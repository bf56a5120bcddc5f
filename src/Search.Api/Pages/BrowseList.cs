using System.Globalization;
using System.Runtime.CompilerServices;
using Search.Application.Contracts;
using Search.Application.Lines;
using Search.Documents;
using Search.Store;

namespace Search.Api.Pages;

/// <summary>One page of the list of documents, and what it can be narrowed to.</summary>
public sealed class BrowseList
{
    /// <summary>Documents of a page: a page stays far below 200 KB however many documents there are.</summary>
    public const int PageLength = 100;

    // More values than these are of no help to an eye.
    private const int MostValues = 40;

    private static readonly ConditionalWeakTable<IReadOnlyList<DocumentSummary>, Last> Lasts = [];

    private BrowseList(BrowseQuery query, int total, IReadOnlyList<DocumentLine> documents, IReadOnlyDictionary<string, IReadOnlyList<FacetLine>> facets) =>
        (Query, Total, Documents, Facets) = (query, total, documents, facets);

    /// <summary>What was asked.</summary>
    public BrowseQuery Query { get; }

    /// <summary>How many documents there are in all pages.</summary>
    public int Total { get; }

    /// <summary>How many pages there are, at least one.</summary>
    public int Pages => Math.Max(1, (Total + PageLength - 1) / PageLength);

    /// <summary>The documents of the page.</summary>
    public IReadOnlyList<DocumentLine> Documents { get; }

    /// <summary>Values and counts among the documents of all pages, by the filter's name in addresses.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<FacetLine>> Facets { get; }

    /// <summary>Answers a question of the list.</summary>
    /// <param name="all">Every document that is present.</param>
    /// <param name="query">What was asked.</param>
    internal static BrowseList Of(IReadOnlyList<DocumentSummary> all, BrowseQuery query)
    {
        // A list of a hundred thousand is sorted and counted once, not for each of its pages; it goes with the state it is of.
        var last = Lasts.GetOrCreateValue(all);
        var asked = query with { Number = null };
        var order = last.Order is { } made && made.Query == asked ? made : last.Order = Sorted(all, asked);
        var skip = (int)Math.Min(int.MaxValue, (Math.Max(1, query.Number ?? 1) - 1L) * PageLength);
        return new BrowseList(query, order.Documents.Length, [.. order.Documents.Skip(skip).Take(PageLength).Select(DocumentLines.Of)], order.Facets);
    }

    private static Order Sorted(IReadOnlyList<DocumentSummary> all, BrowseQuery query)
    {
        var chosen = query.Chosen().Any() ? [.. all.Where(document => Fits(document, query))] : all;
        var sorted = query.Sort switch
        {
            "cu" => chosen.OrderBy(d => d.Date ?? DateOnly.MaxValue).ThenBy(d => d.Key),
            "dan" => chosen.OrderByDescending(d => d.CitedBy).ThenBy(d => d.Key),
            "so" => chosen.OrderBy(d => d.Number is null).ThenBy(d => d.Key),
            _ => chosen.OrderByDescending(d => d.Date ?? DateOnly.MinValue).ThenBy(d => d.Key),
        };
        return new Order(
            query,
            [.. sorted],
            new Dictionary<string, IReadOnlyList<FacetLine>>(StringComparer.Ordinal)
            {
                ["loai"] = Count(chosen, d => d.Type, query.Type),
                ["cap"] = Count(chosen, d => d.Level, query.Level),
                ["coquan"] = Count(chosen, d => d.Issuer, query.Issuer),
                ["tinh"] = Count(chosen, d => d.Province, query.Province),
                ["khoa"] = Count(chosen, d => d.Term, query.Term),
                ["nam"] = Years(chosen, query.Year),
            });
    }

    private static bool Fits(DocumentSummary document, BrowseQuery query) =>
        Is(document.Type, query.Type) && Is(document.Level, query.Level) && Is(document.Province, query.Province)
        && Is(document.Issuer, query.Issuer) && Is(document.Term, query.Term)
        && (query.Year is not { Length: > 0 } year || (document.Date?.Year ?? 0) == int.Parse(year, NumberStyles.None, CultureInfo.InvariantCulture));

    private static bool Is(string? value, string? wanted) => string.IsNullOrEmpty(wanted) || string.Equals(value, wanted, StringComparison.Ordinal);

    private static IReadOnlyList<FacetLine> Count(IReadOnlyList<DocumentSummary> documents, Func<DocumentSummary, string?> value, string? chosen)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var document in documents)
        {
            if (value(document) is { } here)
            {
                counts[here] = counts.GetValueOrDefault(here) + 1;
            }
        }

        return
        [
            .. counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(MostValues)
                .Select(pair => new FacetLine(pair.Key, pair.Key, pair.Value, string.Equals(pair.Key, chosen, StringComparison.Ordinal))),
        ];
    }

    private static IReadOnlyList<FacetLine> Years(IReadOnlyList<DocumentSummary> documents, string? chosen)
    {
        var counts = new SortedDictionary<int, int>();
        foreach (var document in documents)
        {
            var year = document.Date?.Year ?? 0;
            counts[year] = counts.GetValueOrDefault(year) + 1;
        }

        return
        [
            .. counts.Reverse().Select(pair => (Text: pair.Key.ToString(CultureInfo.InvariantCulture), pair.Value))
                .Select(year => new FacetLine(year.Text, year.Text, year.Value, string.Equals(year.Text, chosen, StringComparison.Ordinal))),
        ];
    }

    /// <summary>The documents that one question leaves, in its order, and their counts.</summary>
    private sealed record Order(BrowseQuery Query, DocumentSummary[] Documents, IReadOnlyDictionary<string, IReadOnlyList<FacetLine>> Facets);

    /// <summary>What was asked last of a list.</summary>
    private sealed class Last
    {
        public volatile Order? Order;
    }
}
