using System.Collections.Frozen;
using Search.Text;

namespace Search.Ingestion.Containers;

/// <summary>What the headings of lists mean, as Vietnamese offices and their programs write them. They are compared folded:
/// without accents, case and punctuation.</summary>
internal static class ListHeadings
{
    /// <summary>Field that holds the text of a document.</summary>
    public const string Text = "text";

    /// <summary>Field that names a text file beside the list.</summary>
    public const string File = "file";

    private static readonly FrozenDictionary<string, string> Fields = Table(
        (Text, ["text", "noi dung", "noi dung van ban", "toan van", "van ban", "content", "body", "full text"]),
        (File, ["file", "tep", "ten tep", "tep dinh kem", "path"]),
        ("number", ["number", "so", "so ky hieu", "so kh", "so va ky hieu", "so hieu", "so hieu van ban", "ky hieu", "so van ban", "so ki hieu", "so cong van"]),
        ("type", ["type", "loai", "loai van ban", "the loai", "hinh thuc", "hinh thuc van ban", "ten loai", "ten loai van ban"]),
        ("issuer", ["issuer", "co quan ban hanh", "noi ban hanh", "don vi ban hanh", "co quan", "tac gia", "tac gia van ban", "noi gui"]),
        ("date", ["date", "ngay", "ngay ban hanh", "ngay van ban", "ngay thang", "ngay ky", "ngay thang nam", "ngay thang van ban", "ngay thang nam van ban", "ngay thang nam ban hanh"]),
        ("title", ["title", "trich yeu", "trich yeu noi dung", "ten van ban", "ten", "tieu de", "ve viec", "trich yeu van ban"]),
        ("signer", ["signer", "nguoi ky"]),
        ("signerTitle", ["signer title", "chuc vu", "chuc vu nguoi ky"]),
        ("province", ["province", "tinh", "tinh thanh", "tinh thanh pho"]),
        ("level", ["level", "cap"]),
        ("term", ["term", "khoa", "nhiem ky"]),
        ("place", ["place", "dia danh", "noi ky"]),
        ("addressees", ["addressees", "kinh gui", "noi den"]),
        ("recipients", ["recipients", "noi nhan"]),
        ("secrecy", ["secrecy", "do mat", "muc do mat"]));

    /// <summary>The field of a heading. One that means none that is known is a field of its own, named by its letters without
    /// accents: what stands in it, a mark of secrecy or a remark, is part of the document.</summary>
    public static string FieldOf(string heading)
    {
        var folded = Fold(heading);
        return Fields.TryGetValue(folded, out var field) ? field : System.Text.Ascii.IsValid(heading) ? heading.Trim() : folded.Replace(' ', '-');
    }

    /// <summary>Whether a line of headings makes a list of documents: one column holds their text or names it.</summary>
    public static bool IsList(IEnumerable<string> headings)
    {
        var fields = headings.Select(FieldOf).ToHashSet(StringComparer.Ordinal);
        return fields.Contains(Text) || fields.Contains(File);
    }

    private static string Fold(string heading)
    {
        var folded = VietnameseFolding.Fold(VietnameseNormalizer.NormalizeText(heading)).ToLowerInvariant();
        return string.Join(' ', folded.Split([' ', '\t', '\n', '\r', ',', '.', '/', '-', '_', ':', '(', ')', '*', '\uFEFF'], StringSplitOptions.RemoveEmptyEntries));
    }

    private static FrozenDictionary<string, string> Table(params (string Field, string[] Headings)[] fields) => fields
        .SelectMany(field => field.Headings.Select(heading => KeyValuePair.Create(heading, field.Field)))
        .ToFrozenDictionary(StringComparer.Ordinal);
}
