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

    public static DocumentLine Of(DocumentSummary summary) => Of(summary.Key, summary.Header, summary.Status) with
    {
        IsAbstract = summary.IsAbstract,
        CitedBy = summary.CitedBy,
        RecordedBy = summary.RecordedBy,
    };

    public static DocumentLine Of(KnownDocument known) => Of(known.Key, known.Header, known.Status);

    private static DocumentLine Of(DocumentKey key, DocumentHeader header, DocumentStatus status) => new()
    {
        Key = key.Value,
        Slug = key.Slug,
        Number = header.Number,
        PrintedNumber = header.PrintedNumber,
        Type = header.Type,
        TypeName = header.Type is { } type ? Labels.Type(type) : null,
        Issuer = header.Issuer,
        Level = header.Level,
        Province = header.Province ?? (header.ProvinceId is { } province ? Labels.Province(province) : null),
        Date = header.Date,
        Term = header.Term,
        Title = header.Title,
        DisplayTitle = DisplayTitle.Of(header.Title, Search.Documents.Catalogues.Catalogue.Default),
        Status = Status(status),
        Url = Url(key),
    };
}
