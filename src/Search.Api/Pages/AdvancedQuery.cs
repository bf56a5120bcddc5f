using System.ComponentModel.DataAnnotations;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Search.Application.Contracts;

namespace Search.Api.Pages;

/// <summary>The fields of the advanced form, which become one query in the language of the search box.</summary>
public sealed record AdvancedQuery
{
    /// <summary>Words.</summary>
    [FromQuery(Name = "tu"), MaxLength(300)]
    public string? Words { get; init; }

    /// <summary>A phrase.</summary>
    [FromQuery(Name = "cum"), MaxLength(200)]
    public string? Phrase { get; init; }

    /// <summary>Words that must not occur.</summary>
    [FromQuery(Name = "khong"), MaxLength(100)]
    public string? Without { get; init; }

    /// <summary>A number.</summary>
    [FromQuery(Name = "so"), MaxLength(60)]
    public string? Number { get; init; }

    /// <summary>Id of a type.</summary>
    [FromQuery(Name = "loai"), MaxLength(64)]
    public string? Type { get; init; }

    /// <summary>An issuer.</summary>
    [FromQuery(Name = "coquan"), MaxLength(100)]
    public string? Issuer { get; init; }

    /// <summary>A signer.</summary>
    [FromQuery(Name = "nguoiky"), MaxLength(100)]
    public string? Signer { get; init; }

    /// <summary>Id of a state of validity.</summary>
    [FromQuery(Name = "hieuluc"), MaxLength(64)]
    public string? Validity { get; init; }

    /// <summary>First day.</summary>
    [FromQuery(Name = "from")]
    public string? From { get; init; }

    /// <summary>Last day.</summary>
    [FromQuery(Name = "to")]
    public string? To { get; init; }

    /// <summary>Address of the search they make; the start page where nothing was filled in.</summary>
    internal string Address()
    {
        var query = new StringBuilder();
        Add("", Words);
        Add("", Quoted(Phrase));
        foreach (var word in (Without ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            Add("-", word.TrimStart('-'));
        }

        Add("so:", Quoted(Number));
        Add("loai:", Type);
        Add("coquan:", Quoted(Issuer));
        Add("nguoiky:", Quoted(Signer));
        Add("hieuluc:", Validity);
        return SearchAddress.Of(new SearchQuery { Q = query.ToString(), From = Day(From), To = Day(To) });

        void Add(string field, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                query.Append(query.Length == 0 ? "" : " ").Append(field).Append(value.Trim());
            }
        }
    }

    // A form sends fields that were left empty.
    private static DateOnly? Day(string? day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var read) ? read : null;

    private static string? Quoted(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : $"\"{text.Trim().Replace("\"", "", StringComparison.Ordinal)}\"";
}
