using System.Globalization;
using System.Text;
using Search.Application.Contracts;

namespace Search.Api.Pages;

/// <summary>Addresses of the search page: all of its state is in them.</summary>
internal static class SearchAddress
{
    /// <summary>The address of a search; the page cursor is left out unless given.</summary>
    public static string Of(SearchQuery query, string path = "/", string? cursor = null)
    {
        var text = new StringBuilder();
        Add("q", query.Q);
        foreach (var (name, values) in Lists(query))
        {
            foreach (var value in values ?? [])
            {
                Add(name, value);
            }
        }

        Add("from", Day(query.From));
        Add("to", Day(query.To));
        Add("sort", query.Sort is "relevance" ? null : query.Sort);
        Add("mode", query.Mode is "documents" ? null : query.Mode);
        Add("verbatim", query.Verbatim == true ? "true" : null);
        Add("cursor", cursor);
        return text.Length == 0 ? path : $"{path}?{text}";

        void Add(string name, string? value)
        {
            if (string.IsNullOrEmpty(value))
            {
                return;
            }

            if (text.Length > 0)
            {
                text.Append('&');
            }

            text.Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }
    }

    /// <summary>The same search with a facet's value added, or taken away where it is there.</summary>
    public static SearchQuery Toggle(SearchQuery query, string facet, string value) => facet switch
    {
        "type" => query with { Type = Flip(query.Type, value) },
        "issuer" => query with { Issuer = Flip(query.Issuer, value) },
        "level" => query with { Level = Flip(query.Level, value) },
        "province" => query with { Province = Flip(query.Province, value) },
        "term" => query with { Term = Flip(query.Term, value) },
        "year" => query with { Year = Flip(query.Year, value) },
        "validity" => query with { Validity = Flip(query.Validity, value) },
        "signer" => query with { Signer = Flip(query.Signer, value) },
        "recipient" => query with { Recipient = Flip(query.Recipient, value) },
        _ => query,
    };

    /// <summary>The filters of a search as facet and value.</summary>
    public static IEnumerable<(string Facet, string Value)> Chosen(SearchQuery query) =>
        Lists(query).SelectMany(list => (list.Values ?? []).Select(value => (list.Name, value)));

    /// <summary>The same words without any filter.</summary>
    public static SearchQuery Bare(SearchQuery query) => new() { Q = query.Q, Sort = query.Sort, Mode = query.Mode };

    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static (string Name, string[]? Values)[] Lists(SearchQuery query) =>
    [
        ("type", query.Type),
        ("issuer", query.Issuer),
        ("level", query.Level),
        ("province", query.Province),
        ("term", query.Term),
        ("year", query.Year),
        ("validity", query.Validity),
        ("signer", query.Signer),
        ("recipient", query.Recipient),
    ];

    private static string[] Flip(string[]? values, string value) =>
        values?.Contains(value, StringComparer.Ordinal) == true
            ? [.. values.Where(v => !string.Equals(v, value, StringComparison.Ordinal))]
            : [.. values ?? [], value];
}
