using System.Globalization;
using Search.Citations;
using Search.Documents.Catalogues;

namespace Search.Application.Lines;

/// <summary>What catalogue ids are called on a page or in an answer.</summary>
internal static class Labels
{
    public static string Type(string id, bool english = false) => Catalogue.Default.Type(id) is { } type
        ? english ? type.NameEn : type.Name
        : id;

    /// <summary>The levels of issuers.</summary>
    public static IReadOnlyList<string> Levels { get; } = ["trung-uong", "tinh", "huyen", "co-so", "nha-nuoc", "dia-phuong"];

    public static string Level(string id, bool english = false) => (id, english) switch
    {
        ("trung-uong", false) => "Trung ương",
        ("trung-uong", true) => "Central",
        ("tinh", false) => "Cấp tỉnh",
        ("tinh", true) => "Province",
        ("huyen", false) => "Cấp huyện",
        ("huyen", true) => "District",
        ("co-so", false) => "Cơ sở",
        ("co-so", true) => "Grassroots",
        ("nha-nuoc", false) => "Nhà nước",
        ("nha-nuoc", true) => "State",
        ("dia-phuong", false) => "Địa phương",
        ("dia-phuong", true) => "Local",
        _ => id,
    };

    /// <summary>Whether a document is in force: <c>Bị thay thế</c>.</summary>
    public static string Validity(string id, bool english = false) => (id, english) switch
    {
        ("con-hieu-luc", true) => "In force",
        ("het-hieu-luc-mot-phan", true) => "Partly in force",
        ("bi-thay-the", true) => "Replaced",
        ("het-hieu-luc", true) => "No longer in force",
        ("ngung-hieu-luc", true) => "Suspended",
        ("chua-ro", true) => "Not known",
        _ => Enum.GetValues<ValidityState>().Where(state => string.Equals(ValidityNames.Id(state), id, StringComparison.Ordinal))
            .Select(ValidityNames.Label).FirstOrDefault(id),
    };

    public static string Province(string id) => Catalogue.Default.Province(id)?.Name ?? id;

    /// <summary>How the citing document stands to the cited one: <c>thực hiện</c>.</summary>
    public static string Relation(string id, bool english = false) => Catalogue.Default.Relation(id) is { } relation
        ? english ? relation.LabelEn : relation.Label
        : id;

    /// <summary>How the cited document stands to the citing one: <c>được thực hiện bởi</c>.</summary>
    public static string Inverse(string id, bool english = false) => Catalogue.Default.Relation(id) is { } relation
        ? english ? relation.InverseEn : relation.Inverse
        : id;

    /// <summary>The field in which two files of one document differ.</summary>
    public static string Field(string field, bool english = false) => english ? field : field switch
    {
        "type" => "loại",
        "issuer" => "cơ quan",
        "date" => "ngày",
        "place" => "nơi ban hành",
        "title" => "trích yếu",
        "signer" => "người ký",
        "secrecy" => "độ mật",
        "text" => "toàn văn",
        _ => field,
    };

    /// <summary>
    /// A day as the reader writes it: 06/7/2011, or 6 July 2011. Vietnamese offices put a zero before days below ten
    /// and before the first two months only (Nghị định 30/2020/NĐ-CP, phụ lục I).
    /// </summary>
    public static string Day(DateOnly day, bool english = false) =>
        day.ToString(english ? "d MMMM yyyy" : day.Month < 3 ? "dd/MM/yyyy" : "dd/M/yyyy", CultureInfo.InvariantCulture);

    /// <summary>What to call a document of which neither number, type nor title is known; the figures of its key tell it from others.</summary>
    public static string Unnamed(string key, bool english = false)
    {
        const int figures = 6;
        var hash = key.LastIndexOf('#');
        var tail = hash < 0 ? key : key[(hash + 1)..Math.Min(key.Length, hash + 1 + figures)];
        return english ? $"Document without number and title ({tail})" : $"Văn bản chưa rõ số, tên ({tail})";
    }

    /// <summary>What the collection has of a document: <c>có toàn văn</c>.</summary>
    public static string Status(string id, bool isAbstract, bool english = false) => (id, isAbstract) switch
    {
        ("stub", _) => english ? "known by citation" : "chỉ biết qua dẫn chiếu",
        ("known", _) => english ? "in the register" : "theo danh mục",
        ("abstract", _) or (_, true) => english ? "abstract" : "tóm lược",
        _ => english ? "full text" : "có toàn văn",
    };

    public static string Facet(string column, string value, bool english = false) => column switch
    {
        Engine.IndexFields.Type => Type(value, english),
        Engine.IndexFields.Level => Level(value, english),
        Engine.IndexFields.Province => Province(value),
        Engine.IndexFields.Validity => Validity(value, english),
        Engine.IndexFields.Term => (english ? "Term " : "Khóa ") + value,
        _ => value,
    };
}
