using Search.Documents.Catalogues;
using Search.Text;

namespace Search.Citations;

/// <summary>Comparisons of issuers and titles that forgive what people leave out.</summary>
internal static class Likeness
{
    private static readonly HashSet<string> Idle = new(StringComparer.Ordinal)
        { "ve", "viec", "cua", "va", "cac", "trong", "voi", "theo", "ban", "hanh", "v", "mot", "so", "doi", "cho" };

    private static readonly Lazy<HashSet<string>> Fronts = new(() =>
        [.. new[] { "issuer-parts", "issuer-heads" }.SelectMany(id => Catalogue.Default.Grammar(id).Phrases).Select(Words)]);

    /// <summary>Whether two issuers may be one: the same words, or one with more words at its end or front
    /// (<c>Ban Thường vụ Tỉnh ủy</c>, <c>Ban Thường vụ Tỉnh ủy Quảng Ngãi</c>, <c>Tỉnh ủy Quảng Ngãi</c>).</summary>
    public static bool Issuers(string? a, string? b)
    {
        if (a is null || b is null)
        {
            return true;
        }

        var x = Words(a);
        var y = Words(b);
        return x.Equals(y, StringComparison.Ordinal) || Within(x, y) || Within(y, x);
    }

    /// <summary>Like <see cref="Issuers"/>, where no number tells the bodies apart: words before a name make another body of it
    /// (<c>Ủy ban Thường vụ Quốc hội</c>, <c>Văn phòng Tỉnh ủy</c>) unless they are a part or the head of that body.</summary>
    public static bool SameBodies(string? a, string? b)
    {
        if (a is null || b is null)
        {
            return true;
        }

        var x = Words(a);
        var y = Words(b);
        return x.Equals(y, StringComparison.Ordinal) || Goes(x, y) || Goes(y, x);
    }

    /// <summary>Share of the shorter title's telling words that the longer one holds; 0 for titles that say little.</summary>
    public static double Titles(string? a, string? b)
    {
        if (a is null || b is null)
        {
            return 0;
        }

        var x = Telling(a);
        var y = Telling(b);
        var (few, many) = x.Count <= y.Count ? (x, y) : (y, x);
        if (few.Count < 3)
        {
            return 0;
        }

        return (double)few.Count(many.Contains) / few.Count;
    }

    /// <summary>Whether a title says enough to be compared.</summary>
    public static bool IsTelling(string title) => Telling(title).Count >= 3;

    /// <summary>Share of all telling words of both titles that they have in common.</summary>
    public static double SameTitles(string? a, string? b)
    {
        if (a is null || b is null)
        {
            return 0;
        }

        var x = Telling(a);
        var y = Telling(b);
        var common = x.Count(y.Contains);
        var all = x.Count + y.Count - common;
        return all < 3 ? 0 : (double)common / all;
    }

    public static string Words(string text) =>
        string.Join(' ', VietnameseFolding.Fold(text).Split((char[])[' ', '\n', '\r', '\t', ',', '-', '.', '(', ')', '"', '*'], StringSplitOptions.RemoveEmptyEntries));

    private static bool Goes(string part, string whole) =>
        Within(part, whole) && (whole.StartsWith(part, StringComparison.Ordinal) || Fronts.Value.Contains(whole[..(whole.Length - part.Length - 1)]));

    private static bool Within(string part, string whole) =>
        whole.Length > part.Length
        && ((whole.StartsWith(part, StringComparison.Ordinal) && whole[part.Length] == ' ')
            || (whole.EndsWith(part, StringComparison.Ordinal) && whole[whole.Length - part.Length - 1] == ' '));

    private static HashSet<string> Telling(string title) =>
        Words(title).Split(' ').Where(word => word.Length > 1 && !Idle.Contains(word)).ToHashSet(StringComparer.Ordinal);
}
