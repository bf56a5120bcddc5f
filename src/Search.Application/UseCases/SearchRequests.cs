using System.Globalization;
using Search.Application.Contracts;
using Search.Application.Errors;
using Search.Engine;

namespace Search.Application.UseCases;

/// <summary>Reads the parameters of a search into the engine's request, or says what is wrong with them.</summary>
internal static class SearchRequests
{
    /// <summary>The columns that answers count.</summary>
    public static IReadOnlyList<string> FacetColumns { get; } =
    [
        IndexFields.Type, IndexFields.Issuer, IndexFields.Level, IndexFields.Province, IndexFields.Term, IndexFields.Year,
        IndexFields.Validity, IndexFields.Signer,
    ];

    /// <summary>Parses a query text within the API's limits.</summary>
    /// <param name="text">The query.</param>
    /// <param name="names">The names of the field.</param>
    /// <param name="words">The collection's words, in whose spelling typing errors are read.</param>
    /// <param name="isVerbatim">Whether they are only offered.</param>
    /// <exception cref="SearchException">It is too long, or cannot be read.</exception>
    public static ParsedQuery Parse(string? text, QueryCatalogue names, ICollectionWords? words, bool isVerbatim)
    {
        text ??= "";
        if (text.Length > ApiLimits.QueryLength)
        {
            throw SearchException.Limit(
                "q",
                $"Câu truy vấn dài quá {ApiLimits.QueryLength} ký tự.",
                $"The query is longer than {ApiLimits.QueryLength} characters.");
        }

        var parsed = QueryParser.Parse(text, names, words, isVerbatim);
        if (parsed.Errors.Count == 0)
        {
            return parsed;
        }

        throw new SearchException(ErrorKind.InvalidQuery, parsed.Errors[0].Message, "The query cannot be read.")
        {
            Errors = [.. parsed.Errors.Select(e => new ParameterError("q", e.Message, e.Position, e.Length))],
        };
    }

    /// <summary>The filters that parameters ask for, beside those in the query text.</summary>
    public static List<Filter> Filters(SearchQuery query, QueryCatalogue names)
    {
        var filters = new List<Filter>();
        Add(IndexFields.Type, query.Type, names.FindTypeSlug);
        Add(IndexFields.Issuer, query.Issuer, names.Issuer);
        Add(IndexFields.Level, query.Level, value => value);
        Add(IndexFields.Province, query.Province, names.Province);
        Add(IndexFields.Province, query.Place, names.Province);
        Add(IndexFields.Term, query.Term, value => value.ToUpperInvariant());
        Add(IndexFields.Year, query.Year, value => value);
        Add(IndexFields.Validity, query.Validity, value => names.Value(IndexFields.Validity, value) ?? value);
        Add(IndexFields.Validity, query.Status, value => names.Value(IndexFields.Validity, value) ?? value);
        Add(IndexFields.Signer, query.Signer, value => value, isPart: true);
        Add(IndexFields.Recipient, query.Recipient, value => value, isPart: true);
        if (query.From is not null || query.To is not null)
        {
            filters.Add(new RangeFilter(IndexFields.Date, Number(query.From), Number(query.To)));
        }

        return filters;

        void Add(string column, string[]? values, Func<string, string> canonical, bool isPart = false)
        {
            var given = values?.Where(value => !string.IsNullOrWhiteSpace(value)).Select(value => canonical(value.Trim())).ToList();
            if (given is { Count: > 0 })
            {
                filters.Add(new KeywordFilter(column, given) { IsPart = isPart, IsWholeFirst = isPart });
            }
        }
    }

    /// <exception cref="SearchException">There is no such order.</exception>
    public static SortOrder Sort(string? name) => name switch
    {
        null or "" or "relevance" => SortOrder.Relevance,
        "newest" => SortOrder.Newest,
        "oldest" => SortOrder.Oldest,
        "most-cited" => SortOrder.MostCited,
        _ => throw FilterValues.OneOf("sort", name, ["relevance", "newest", "oldest", "most-cited"]),
    };

    private static string FindTypeSlug(this QueryCatalogue names, string value) => names.FindType(value)?.Slug ?? value;

    private static long? Number(DateOnly? day) => day is { } d
        ? long.Parse(d.ToString("yyyyMMdd", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
        : null;
}
