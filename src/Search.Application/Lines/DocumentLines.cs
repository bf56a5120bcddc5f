using Search.Application.Contracts;
using Search.Citations;
using Search.Documents;
using Search.Store;

namespace Search.Application.Lines;

/// <summary>Turns what the store knows of a document into a line of an answer.</summary>
internal static class DocumentLines
{
    public static string Status(DocumentStatus status) => status.Id();

    public static string Url(DocumentKey key) => "/van-ban/" + key.Slug;

    public static DocumentLine Of(DocumentSummary summary) => new()
    {
        Key = summary.Key.Value,
        Slug = summary.Key.Slug,
        Number = summary.Number,
        Type = summary.Type,
        TypeName = summary.Type is { } type ? Labels.Type(type) : null,
        Issuer = summary.Issuer,
        Level = summary.Level,
        Province = summary.Province,
        Date = summary.Date,
        Term = summary.Term,
        Title = summary.Title,
        Status = Status(summary.Status),
        IsAbstract = summary.IsAbstract,
        CitedBy = summary.CitedBy,
        Url = Url(summary.Key),
    };

    public static DocumentLine Of(KnownDocument known) => new()
    {
        Key = known.Key.Value,
        Slug = known.Key.Slug,
        Number = known.Docket?.Canonical,
        Type = known.Type,
        TypeName = known.Type is { } type ? Labels.Type(type) : null,
        Issuer = known.Issuer,
        Province = known.ProvinceId is { } province ? Labels.Province(province) : null,
        Date = known.Date,
        Term = known.Term,
        Title = known.Title,
        Status = Status(known.Status),
        Url = Url(known.Key),
    };
}
