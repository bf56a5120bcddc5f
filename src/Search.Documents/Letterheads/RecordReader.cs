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
    /// <summary>How far into the text a letterhead is looked for before the head of the file is taken for the whole record.</summary>
    private const int HeadLines = 200;

    /// <summary>
    /// Whether the fields in front matter are the record of the document itself: an abstract, a record with a key, or the row of
    /// a list whose text has no letterhead. Any other front matter is a second opinion.
    /// </summary>
    public static bool IsRecord(Sheet sheet)
    {
        var values = sheet.Source.Metadata;
        if (values.Count == 0 || Get(values, "record") is not null || DocumentKey.TryParse(Get(values, "key"), out _))
        {
            return values.Count > 0;
        }

        if (!Docket.TryParse(Get(values, "number"), out _))
        {
            return false;
        }

        for (var i = 0; i < Math.Min(sheet.Count, HeadLines); i++)
        {
            if (sheet.Has(i, Mark.Number) || sheet.Has(i, Mark.PlaceDate) || sheet.Has(i, Mark.PartyMotto) || sheet.Has(i, Mark.StateMotto))
            {
                return false;
            }
        }

        return true;
    }

    public static Document Describe(Sheet sheet, DocumentDraft draft)
    {
        var values = sheet.Source.Metadata;
        var catalogue = sheet.Catalogue;
        var opinions = SecondOpinions.OfMetadata(values, catalogue);
        var docket = Docket.TryParse(Get(values, "number"), out var parsed) ? parsed : opinions.Number;
        var type = (Get(values, "type") ?? opinions["type"]?.Value) is { } name ? catalogue.Type(name) ?? First(catalogue.TypesByName(name)) ?? TypeNames.Of(catalogue).Named(name) : TypeOf(docket, catalogue);
        docket = SignSpelling.Of(docket, type);
        var province = Get(values, "province") is { } place ? catalogue.Province(place) ?? First(catalogue.ProvincesByName(place)) : null;
        // A name that no catalogue has is taken as an opinion is, by its shape: "Nghị định của Chính phủ" is no body.
        var issuer = Get(values, "issuer") is { } named && First(catalogue.BodiesByName(named)) is not null ? named : opinions["issuer"]?.Value;
        var body = issuer is null ? null : First(catalogue.BodiesByName(issuer));
        var level = Get(values, "level") ?? (body is null ? null : body.Layer == Layer.State ? "nha-nuoc" : body.Level);
        var date = opinions.Date;
        var title = opinions["title"]?.Value;
        var isAbstract = string.Equals(Get(values, "record"), "tom-tat", StringComparison.Ordinal);
        var first = 0;

        // The notice that a record is an abstract is no part of what it tells.
        while (isAbstract && first + 1 < sheet.Count && sheet.Lines[first].Markup.HasFlag(Lines.LineMarkup.Quoted))
        {
            first++;
        }

        return new Document
        {
            Key = Key(values, catalogue, docket, type, province, issuer, title, date, draft.Span.Slice(sheet.Source.Text)),
            Header = new DocumentHeader
            {
                Docket = docket,
                PrintedNumber = docket is null ? null : opinions["number"]?.Value ?? docket.Canonical,
                Type = type?.Id,
                Issuer = issuer,
                Level = level,
                Province = province?.Name,
                ProvinceId = province?.Id,
                Date = date,
                Term = Get(values, "term"),
                Title = title,
            },
            Place = Get(values, "place"),
            Addressees = List(values, "addressees"),
            Recipients = List(values, "recipients"),
            SigningAuthority = Get(values, "signingAuthority"),
            SignerTitle = Get(values, "signerTitle"),
            Signer = Get(values, "signer") ?? opinions["signer"]?.Value,
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
        DateOnly? date,
        string text)
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
            date,
            text);
    }

    private static T? First<T>(System.Collections.Immutable.ImmutableArray<T> found)
        where T : class => found.IsEmpty ? null : found[0];

    private static string? Get(IReadOnlyDictionary<string, string> values, string key) =>
        values.TryGetValue(key, out var value) && value.Length > 0 ? value : null;

    private static string[] List(IReadOnlyDictionary<string, string> values, string key) =>
        Get(values, key)?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
