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

    /// <summary>The fields that name a document whether its text is there or not.</summary>
    public static IReadOnlyList<string> HeaderFields { get; } = ["number", "type", "issuer", "province", "date", "title"];

    /// <summary>The fields that a document's key is made of.</summary>
    public static IReadOnlyList<string> KeyFields { get; } = ["number", "province", "date"];

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
        var fields = Last(corrections, catalogue);
        if (fields.Count == 0)
        {
            return document;
        }

        var corrected = fields.Aggregate(document, (read, correction) => With(read, correction.Field!, correction.New, catalogue));
        var inferences = document.Inferences.Where(inference => !fields.Exists(correction => string.Equals(correction.Field, inference.Key, StringComparison.Ordinal)))
            .ToDictionary(StringComparer.Ordinal);
        var key = KeyOf(document.Key, document.Header, corrected.Header);
        var applied = fields.ConvertAll(correction => Applied(correction, correction.Field!, Value(document, correction.Field!)));
        if (key != document.Key)
        {
            applied.Add(Applied(fields[^1], KeyField, document.Key.Value));
        }

        return corrected with { Key = key, Inferences = inferences, Corrected = applied };
    }

    /// <summary>The key that corrections give to a document, by the key it is read with alone: the same whether its file has
    /// arrived or not.</summary>
    /// <param name="read">The key that the program reads.</param>
    /// <param name="corrections">Those that stand of the document, oldest first.</param>
    /// <param name="catalogue">Knows types and provinces.</param>
    public static DocumentKey KeyOf(DocumentKey read, IEnumerable<Correction> corrections, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(read);
        var header = DocumentHeader.Of(read) with { ProvinceId = read.Place is DocumentKey.Unknown ? null : read.Place };
        return KeyOf(read, header, Last(corrections.Where(correction => KeyFields.Contains(correction.Field, StringComparer.Ordinal)), catalogue).Aggregate(header, (before, correction) => With(before, correction.Field!, correction.New, catalogue)));
    }

    /// <summary>A header of fields as people wrote them.</summary>
    /// <param name="fields">Values by the names of <see cref="Fields"/>.</param>
    /// <param name="catalogue">Knows types and provinces.</param>
    public static DocumentHeader HeaderOf(IReadOnlyDictionary<string, string> fields, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return fields.Where(field => HeaderFields.Contains(field.Key, StringComparer.Ordinal))
            .Aggregate(new DocumentHeader(), (header, field) => With(header, field.Key, field.Value, catalogue));
    }

    /// <summary>The last correction of each field.</summary>
    private static List<Correction> Last(IEnumerable<Correction> corrections, Catalogue catalogue) =>
    [
        .. corrections.Where(correction => correction.Kind is CorrectionKinds.Field && Problem(correction.Field, correction.New, catalogue) is null)
            .GroupBy(correction => correction.Field!, StringComparer.Ordinal).Select(group => group.Last()),
    ];

    private static AppliedCorrection Applied(Correction correction, string field, string? read) =>
        new(correction.Id, field, read, correction.Shown, DateOnly.FromDateTime(correction.At.UtcDateTime));

    private static Document With(Document document, string field, string? value, Catalogue catalogue) => field switch
    {
        "place" => document with { Place = value },
        "signer" => document with { Signer = value },
        "signerTitle" => document with { SignerTitle = value },
        "signingAuthority" => document with { SigningAuthority = value },
        _ => document with { Header = With(document.Header, field, value, catalogue) },
    };

    private static DocumentHeader With(DocumentHeader header, string field, string? value, Catalogue catalogue)
    {
        switch (field)
        {
            case "number":
                return header with { Docket = Docket.TryParse(value, out var docket) ? docket : null, Number = null };
            case "type":
                return header with { Type = value };
            case "issuer":
                return header with { Issuer = value };
            case "province":
                var province = value is null ? null : catalogue.ProvincesByName(value).FirstOrDefault();
                return header with { Province = province?.Name, ProvinceId = province?.Id };
            case "date":
                return header with { Date = value is not null && TryDay(value, out var day) ? day : null };
            default:
                return header with { Title = value };
        }
    }

    /// <summary>The key of the corrected fields. The place in it follows a corrected province; a document without a number
    /// keeps the key it has, which is made from its text.</summary>
    private static DocumentKey KeyOf(DocumentKey key, DocumentHeader read, DocumentHeader corrected)
    {
        if (corrected.Docket is not { } docket || (docket.Equals(read.Docket) && read.Date == corrected.Date && string.Equals(read.ProvinceId, corrected.ProvinceId, StringComparison.Ordinal)))
        {
            return key;
        }

        var place = key.Place;
        if (place is not null && !string.Equals(read.ProvinceId, corrected.ProvinceId, StringComparison.Ordinal))
        {
            place = corrected.ProvinceId ?? DocumentKey.Unknown;
        }

        return DocumentKey.ForNumber(docket.Canonical, place, corrected.Date);
    }

    private static bool TryDay(string value, out DateOnly day) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
