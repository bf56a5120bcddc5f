using System.Globalization;
using Search.Documents.Catalogues;
using Search.Text;

namespace Search.Documents.Letterheads;

/// <summary>
/// Describes a record whose fields stand in its front matter: <c>number type issuer level province term date place
/// title signer addressees recipients secrecy</c>; <c>record: tom-tat</c> says it is an abstract. Fields left out are
/// unknown.
/// </summary>
internal static class RecordReader
{
    public static Document Describe(Sheet sheet, DocumentDraft draft)
    {
        var values = sheet.Source.Metadata;
        var catalogue = sheet.Catalogue;
        var docket = Docket.TryParse(Get(values, "number"), out var parsed) ? parsed : null;
        var type = Get(values, "type") is { } name ? catalogue.Type(name) ?? First(catalogue.TypesByName(name)) : TypeOf(docket, catalogue);
        var province = Get(values, "province") is { } place ? catalogue.Province(place) ?? First(catalogue.ProvincesByName(place)) : null;
        var issuer = Get(values, "issuer");
        var body = issuer is null ? null : First(catalogue.BodiesByName(issuer));
        var level = Get(values, "level") ?? (body is null ? null : body.Layer == Layer.State ? "nha-nuoc" : body.Level);
        var date = RecordDate.TryParse(Get(values, "date"), out var day) ? day : (DateOnly?)null;
        var title = Get(values, "title");
        var isAbstract = string.Equals(Get(values, "record"), "tom-tat", StringComparison.Ordinal);
        var first = 0;

        // The notice that a record is an abstract is no part of what it tells.
        while (isAbstract && first + 1 < sheet.Count && sheet.Lines[first].Markup.HasFlag(Lines.LineMarkup.Quoted))
        {
            first++;
        }

        return new Document
        {
            Key = Key(values, catalogue, docket, type, province, issuer, title, date),
            Docket = docket,
            Type = type?.Id,
            Issuer = issuer,
            Level = level,
            Province = province?.Name,
            ProvinceId = province?.Id,
            Date = date,
            Place = Get(values, "place"),
            Title = title,
            Term = Get(values, "term"),
            Addressees = List(values, "addressees"),
            Recipients = List(values, "recipients"),
            SigningAuthority = Get(values, "signingAuthority"),
            SignerTitle = Get(values, "signerTitle"),
            Signer = Get(values, "signer"),
            Secrecy = Get(values, "secrecy"),
            CopyOf = DocumentKey.TryParse(Get(values, "copyOf"), out var copyOf) ? copyOf : null,
            IsAbstract = isAbstract,
            Span = draft.Span,
            BodySpan = new TextSpan(sheet.Lines.SpanOf(first).Start, draft.Span.End),
            Parts = [.. draft.Parts],
            Inferences = Warnings(values, date),
        };
    }

    /// <summary>A date that stands there and cannot be read is said, not guessed and not used.</summary>
    private static Dictionary<string, Inference> Warnings(IReadOnlyDictionary<string, string> values, DateOnly? date)
    {
        var warnings = new Dictionary<string, Inference>(StringComparer.Ordinal);
        if (date is null && Get(values, "date") is { } written)
        {
            warnings["date"] = new Inference(written, "Ngày ghi trong bản ghi không đọc được thành một ngày; để trống.", 0);
        }

        return warnings;
    }

    private static TypeEntry? TypeOf(Docket? docket, Catalogue catalogue) =>
        docket?.Type is { } sign ? First(catalogue.TypesByAbbreviation(sign)) : null;

    private static DocumentKey Key(
        IReadOnlyDictionary<string, string> values,
        Catalogue catalogue,
        Docket? docket,
        TypeEntry? type,
        ProvinceEntry? province,
        string? issuer,
        string? title,
        DateOnly? date)
    {
        if (DocumentKey.TryParse(Get(values, "key"), out var key))
        {
            return key;
        }

        var own = issuer is null ? null : IssuerNames.OwnPlace(issuer);
        var place = province?.Id ?? (own is null ? DocumentKey.Unknown : PlaceNames.Slug(own));
        if (docket is not null)
        {
            var isShared = new[] { docket.Organ, docket.Type }.Any(sign => sign is not null && catalogue.IsSharedSign(sign));
            return DocumentKey.ForNumber(
                docket.Canonical,
                isShared ? place : null,
                date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? DocumentKey.Unknown);
        }

        var organ = issuer is null ? null : IssuerNames.SignOf(issuer) ?? First(catalogue.BodiesByName(issuer))?.Abbreviation;
        var sign = type?.Abbreviations.Count > 0 ? type.Abbreviations[0] : type?.Id ?? DocumentKey.Unknown;
        return DocumentKey.ForUnnumbered(
            organ is null ? sign : $"{sign}/{organ}",
            organ is not null && catalogue.IsSharedSign(organ) ? place : null,
            title ?? "",
            date);
    }

    private static T? First<T>(System.Collections.Immutable.ImmutableArray<T> found)
        where T : class => found.IsEmpty ? null : found[0];

    private static string? Get(IReadOnlyDictionary<string, string> values, string key) =>
        values.TryGetValue(key, out var value) && value.Length > 0 ? value : null;

    private static string[] List(IReadOnlyDictionary<string, string> values, string key) =>
        Get(values, key)?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
