using System.Globalization;
using Search.Documents;
using Search.Documents.Catalogues;
using Search.Store.Corrections;

namespace Search.Ingestion.Corrections;

/// <summary>Fields of a document as people corrected them.</summary>
public static class DocumentCorrections
{
    /// <summary>The field under which <see cref="Document.Corrected"/> keeps the key that was read.</summary>
    public const string KeyField = "key";

    /// <summary>Code of the refusal of a file that a person said to be no document.</summary>
    public const string NotADocument = "not-a-document";

    /// <summary>The fields that can be corrected, by their names in camelCase.</summary>
    public static IReadOnlyList<string> Fields { get; } =
        ["number", "type", "issuer", "province", "date", "place", "title", "signer", "signerTitle", "signingAuthority"];

    /// <summary>The key that the program read, before any correction.</summary>
    /// <param name="document">The document.</param>
    public static string ReadKey(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.Corrected.FirstOrDefault(applied => applied.Field is KeyField)?.Read ?? document.Key.Value;
    }

    /// <summary>A field as text: days as ISO dates, types as ids of the catalogue; null where it is empty.</summary>
    /// <param name="document">The document.</param>
    /// <param name="field">One of <see cref="Fields"/>.</param>
    public static string? Value(Document document, string field)
    {
        ArgumentNullException.ThrowIfNull(document);
        return field switch
        {
            "number" => document.Number,
            "type" => document.Type,
            "issuer" => document.Issuer,
            "province" => document.Province,
            "date" => document.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            "place" => document.Place,
            "title" => document.Title,
            "signer" => document.Signer,
            "signerTitle" => document.SignerTitle,
            "signingAuthority" => document.SigningAuthority,
            _ => null,
        };
    }

    /// <summary>What a field can hold: null when the value can be taken, else why not, Vietnamese and English.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value; null for an empty field.</param>
    /// <param name="catalogue">Knows types and provinces.</param>
    public static (string Vietnamese, string English)? Problem(string? field, string? value, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return field switch
        {
            null => ("Cần tên trường cần sửa.", "The name of the field is needed."),
            _ when !Fields.Contains(field, StringComparer.Ordinal) => ($"Trường sửa được: {string.Join(", ", Fields)}.", $"Fields are: {string.Join(", ", Fields)}."),
            _ when value is null => null,
            "date" when !TryDay(value, out _) => ("Ngày viết theo dạng 2011-07-06.", "A date is written as 2011-07-06."),
            "type" when catalogue.Type(value) is null => ($"Không có loại văn bản '{value}' trong danh mục.", $"There is no document type '{value}'."),
            "province" when catalogue.ProvincesByName(value).Length == 0 => ($"Không có tỉnh '{value}' trong danh mục.", $"There is no province '{value}'."),
            "number" when !Docket.TryParse(value, out _) => ($"'{value}' không phải số, ký hiệu văn bản.", $"'{value}' is no number of a document."),
            _ => null,
        };
    }

    /// <summary>A document as it was read, with the corrections of its fields applied and its key made again.</summary>
    /// <param name="document">The document as read.</param>
    /// <param name="corrections">Those that stand, oldest first; of two of one field the later one counts.</param>
    /// <param name="catalogue">Knows types and provinces.</param>
    public static Document Apply(Document document, IReadOnlyList<Correction> corrections, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(corrections);
        ArgumentNullException.ThrowIfNull(catalogue);
        var fields = corrections.Where(correction => correction.Kind is CorrectionKinds.Field && Problem(correction.Field, correction.New, catalogue) is null)
            .GroupBy(correction => correction.Field!, StringComparer.Ordinal).Select(group => group.Last()).ToList();
        if (fields.Count == 0)
        {
            return document;
        }

        var corrected = fields.Aggregate(document, (read, correction) => With(read, correction.Field!, correction.New, catalogue));
        var inferences = document.Inferences.Where(inference => !fields.Exists(correction => string.Equals(correction.Field, inference.Key, StringComparison.Ordinal)))
            .ToDictionary(StringComparer.Ordinal);
        var key = KeyOf(document, corrected);
        var applied = fields.ConvertAll(correction => Applied(correction, correction.Field!, Value(document, correction.Field!)));
        if (key != document.Key)
        {
            applied.Add(Applied(fields[^1], KeyField, document.Key.Value));
        }

        return corrected with { Key = key, Inferences = inferences, Corrected = applied };
    }

    private static AppliedCorrection Applied(Correction correction, string field, string? read) =>
        new(correction.Id, field, read, correction.Shown, DateOnly.FromDateTime(correction.At.UtcDateTime));

    private static Document With(Document document, string field, string? value, Catalogue catalogue)
    {
        var header = document.Header;
        switch (field)
        {
            case "number":
                return document with { Header = header with { Docket = Docket.TryParse(value, out var docket) ? docket : null, Number = null } };
            case "type":
                return document with { Header = header with { Type = value } };
            case "issuer":
                return document with { Header = header with { Issuer = value } };
            case "province":
                var province = value is null ? null : catalogue.ProvincesByName(value).FirstOrDefault();
                return document with { Header = header with { Province = province?.Name, ProvinceId = province?.Id } };
            case "date":
                return document with { Header = header with { Date = value is not null && TryDay(value, out var day) ? day : null } };
            case "place":
                return document with { Place = value };
            case "title":
                return document with { Header = header with { Title = value } };
            case "signer":
                return document with { Signer = value };
            case "signerTitle":
                return document with { SignerTitle = value };
            default:
                return document with { SigningAuthority = value };
        }
    }

    /// <summary>The key of the corrected fields. The place in it follows a corrected province; a document without a number
    /// keeps the key it has, which is made from its text.</summary>
    private static DocumentKey KeyOf(Document read, Document corrected)
    {
        if (corrected.Docket is not { } docket)
        {
            return read.Key;
        }

        var place = read.Key.Place;
        if (place is not null && !string.Equals(read.ProvinceId, corrected.ProvinceId, StringComparison.Ordinal))
        {
            place = corrected.ProvinceId ?? "?";
        }

        return DocumentKey.ForNumber(docket.Canonical, place, corrected.Date);
    }

    private static bool TryDay(string value, out DateOnly day) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
