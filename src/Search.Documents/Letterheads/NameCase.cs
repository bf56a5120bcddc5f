using System.Runtime.CompilerServices;
using Search.Documents.Catalogues;

namespace Search.Documents.Letterheads;

/// <summary>
/// Turns a body's name in capitals into the case it has in running text: names of the catalogue as they stand there,
/// words for kinds of places small, what follows them with capitals, all else small after the first word.
/// </summary>
internal sealed class NameCase
{
    private static readonly ConditionalWeakTable<Catalogue, NameCase> Known = [];

    private static readonly string[] PlaceKinds =
        ["tỉnh", "thành phố", "huyện", "quận", "thị xã", "thị trấn", "xã", "phường", "đặc khu"];

    private static readonly string[] Committees =
        ["tỉnh ủy", "thành ủy", "huyện ủy", "quận ủy", "thị ủy", "đảng ủy", "chi bộ", "đảng bộ", "chi ủy"];

    private readonly List<string[]> _phrases = [];

    private NameCase(Catalogue catalogue)
    {
        foreach (var body in catalogue.Bodies)
        {
            foreach (var name in (string[])[body.Name, .. body.ShortNames])
            {
                var words = name.Split(' ');
                if (words.Length > 1 && !name.Contains('(', StringComparison.Ordinal)) _phrases.Add(words);
            }
        }

        foreach (var province in catalogue.Provinces)
        {
            _phrases.Add(province.Name.Split(' '));
            _phrases.Add(province.Committee.Split(' '));
        }

        foreach (var name in (string[])["Ban Thường vụ", "Ban Chấp hành", "Ban Chỉ đạo", "Mặt trận Tổ quốc Việt Nam", "Việt Nam", "Trung ương", "Hồ Chí Minh", "Đảng Cộng sản"])
            _phrases.Add(name.Split(' '));
    }

    public static NameCase Of(Catalogue catalogue) => Known.GetValue(catalogue, static c => new NameCase(c));

    /// <summary>The name in running-text case; a name not in capitals comes back as it is.</summary>
    public string Lower(string text)
    {
        if (!Names.IsCapitals(text)) return text;
        var words = Expand(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var result = new List<string>(words.Length);
        var isName = false;
        for (var i = 0; i < words.Length;)
        {
            if (Match(words, i, Committees) is { } committee)
            {
                result.Add(char.ToUpperInvariant(committee[0]) + committee[1..]);
                i += committee.Count(c => c == ' ') + 1;
                isName = true;
                continue;
            }

            if (i > 0 && Match(words, i, PlaceKinds) is { } kind)
            {
                result.Add(kind);
                i += kind.Count(c => c == ' ') + 1;
                isName = true;
                continue;
            }

            if (Phrase(words, i) is { } phrase)
            {
                result.AddRange(phrase);
                i += phrase.Length;
                continue;
            }

            var small = words[i].ToLowerInvariant();
            result.Add(i == 0 || isName ? char.ToUpperInvariant(small[0]) + small[1..] : small);
            i++;
        }

        return string.Join(' ', result);
    }

    private static string Expand(string text)
    {
        foreach (var (sign, name) in (ReadOnlySpan<(string, string)>)[("UBND", "ỦY BAN NHÂN DÂN"), ("HĐND", "HỘI ĐỒNG NHÂN DÂN"), ("UBKT", "ỦY BAN KIỂM TRA"), ("BCH", "BAN CHẤP HÀNH"), ("BTV", "BAN THƯỜNG VỤ"), ("TP.", "THÀNH PHỐ "), ("TP ", "THÀNH PHỐ ")])
        {
            if (text.StartsWith(sign, StringComparison.Ordinal)) return name + text[sign.Length..];
        }

        return text;
    }

    private static string? Match(string[] words, int at, string[] phrases)
    {
        foreach (var phrase in phrases)
        {
            if (IsAt(words, at, phrase.Split(' '))) return phrase;
        }

        return null;
    }

    /// <summary>The longest beginning (two words at least) of a known name that stands here.</summary>
    private string[]? Phrase(string[] words, int at)
    {
        string[]? best = null;
        foreach (var phrase in _phrases)
        {
            var length = 0;
            while (length < phrase.Length && at + length < words.Length && Same(words[at + length], phrase[length])) length++;
            if (length >= 2 && (best is null || length > best.Length)) best = phrase[..length];
        }

        return best;
    }

    private static bool IsAt(string[] words, int at, string[] phrase)
    {
        if (at + phrase.Length > words.Length) return false;
        for (var i = 0; i < phrase.Length; i++)
        {
            if (!Same(words[at + i], phrase[i])) return false;
        }

        return true;
    }

    /// <summary>The same syllable in any case and either tone style; accents count.</summary>
    private static bool Same(string one, string other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase)
        || (one.Length == other.Length && string.Equals(CatalogueKeys.Name(one), CatalogueKeys.Name(other), StringComparison.Ordinal));
}
