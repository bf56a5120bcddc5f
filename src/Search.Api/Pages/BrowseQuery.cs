using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace Search.Api.Pages;

/// <summary>What a reader asked of the list of documents; the names are those of its addresses.</summary>
public sealed record BrowseQuery
{
    /// <summary>Id of a document type.</summary>
    [FromQuery(Name = "loai"), MaxLength(64)]
    public string? Type { get; init; }

    /// <summary>Id of a level.</summary>
    [FromQuery(Name = "cap"), MaxLength(64)]
    public string? Level { get; init; }

    /// <summary>Name of a province.</summary>
    [FromQuery(Name = "tinh"), MaxLength(64)]
    public string? Province { get; init; }

    /// <summary>Name of an issuer.</summary>
    [FromQuery(Name = "coquan"), MaxLength(256)]
    public string? Issuer { get; init; }

    /// <summary>Term in Roman figures.</summary>
    [FromQuery(Name = "khoa"), MaxLength(16)]
    public string? Term { get; init; }

    /// <summary>Year of issue; <c>0</c> for the undated. Text, since a form also sends what was left empty.</summary>
    [FromQuery(Name = "nam"), RegularExpression("[0-9]{0,4}")]
    public string? Year { get; init; }

    /// <summary>Order: <c>moi</c> (default), <c>cu</c>, <c>dan</c> (most cited), <c>so</c> (by number).</summary>
    [FromQuery(Name = "sap"), AllowedValues("moi", "cu", "dan", "so", null)]
    public string? Sort { get; init; }

    /// <summary>Page from 1.</summary>
    [FromQuery(Name = "trang"), Range(1, 1_000_000)]
    public int? Number { get; init; }

    /// <summary>The filters that are set, by their names in addresses.</summary>
    internal IEnumerable<(string Name, string Value)> Chosen()
    {
        (string Name, string? Value)[] all =
        [
            ("loai", Type), ("cap", Level), ("tinh", Province), ("coquan", Issuer), ("khoa", Term),
            ("nam", Year),
        ];
        return all.Where(filter => !string.IsNullOrEmpty(filter.Value)).Select(filter => (filter.Name, filter.Value!));
    }

    /// <summary>The same with one filter set to a value, or taken away where it has that value; from the first page.</summary>
    internal BrowseQuery Toggle(string name, string value) => (name switch
    {
        "loai" => this with { Type = Flip(Type, value) },
        "cap" => this with { Level = Flip(Level, value) },
        "tinh" => this with { Province = Flip(Province, value) },
        "coquan" => this with { Issuer = Flip(Issuer, value) },
        "khoa" => this with { Term = Flip(Term, value) },
        _ => this with { Year = Flip(Year, value) },
    }) with { Number = null };

    /// <summary>The address of the list as asked.</summary>
    internal string Address()
    {
        var text = new StringBuilder("/danh-muc");
        IEnumerable<(string Name, string Value)> rest =
        [
            ("sap", Sort is "moi" ? "" : Sort ?? ""), ("trang", Number is null or 1 ? "" : Number.Value.ToString(CultureInfo.InvariantCulture)),
        ];
        foreach (var (name, value) in Chosen().Concat(rest.Where(part => part.Value.Length > 0)))
        {
            text.Append(text.Length == "/danh-muc".Length ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }

        return text.ToString();
    }

    private static string? Flip(string? now, string value) => string.Equals(now, value, StringComparison.Ordinal) ? null : value;
}
