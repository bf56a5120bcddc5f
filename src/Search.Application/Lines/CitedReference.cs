using System.Globalization;
using System.Text;
using Search.Application.Contracts;
using Search.Documents.Catalogues;

namespace Search.Application.Lines;

/// <summary>A document as the Party's rules on the form of documents have it cited (Hướng dẫn 36-HD/VPTW, 05-HD/VPTW): <c>Chỉ
/// thị số 04-CT/TW, ngày 06/7/2011 của Ban Bí thư về …</c>, the title in sentence case.</summary>
public static class CitedReference
{
    private static readonly CompositeName[] Names = [.. Proper()];

    /// <summary>The reference to one document; what is not known is left out.</summary>
    public static string Of(DocumentLine document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var text = new StringBuilder(document.TypeName ?? "Văn bản");
        if (document.Number is { } number)
        {
            text.Append(" số ").Append(number);
        }

        if (document.Date is { } day)
        {
            // Days below 10 and the first two months are written with a zero, as the rules have it.
            text.Append(document.Number is null ? " ngày " : ", ngày ")
                .Append(CultureInfo.InvariantCulture, $"{day.Day:00}/{(day.Month <= 2 ? $"{day.Month:00}" : day.Month.ToString(CultureInfo.InvariantCulture))}/{day.Year}");
        }

        if (document.Issuer is { } issuer)
        {
            text.Append(" của ").Append(issuer);
        }

        if (document.Title is { } title && title.Trim() is { Length: > 0 } trimmed)
        {
            var sentence = Sentence(trimmed);
            text.Append(sentence.StartsWith("về ", StringComparison.OrdinalIgnoreCase) || sentence.StartsWith("V/v", StringComparison.OrdinalIgnoreCase) ? " " : ", ")
                .Append(LowerFirst(sentence));
        }

        return text.ToString();
    }

    /// <summary>A title printed in capitals in sentence case; names of bodies and provinces keep their capitals. Any other title
    /// stays as it is.</summary>
    public static string Sentence(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        if (title.Any(char.IsLower) || !title.Any(char.IsUpper))
        {
            return title;
        }

        var words = title.Split(' ');
        var lower = words.Select(word => word.Any(char.IsDigit) || IsRoman(word) ? word : word.ToLowerInvariant()).ToArray();
        for (var i = 0; i < words.Length; i++)
        {
            foreach (var name in Names)
            {
                if (name.Matches(lower, i))
                {
                    name.Syllables.CopyTo(lower, i);
                    i += name.Syllables.Length - 1;
                    break;
                }
            }
        }

        var text = string.Join(' ', lower);
        return text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
    }

    private static string LowerFirst(string text) =>
        text.StartsWith("Về", StringComparison.Ordinal) ? "v" + text[1..] : text;

    private static bool IsRoman(string word) => word.Length > 0 && word.Trim(',', '.', ';', '(', ')').All(c => c is 'I' or 'V' or 'X');

    private static IEnumerable<CompositeName> Proper() =>
        Catalogue.Default.Bodies.SelectMany(body => body.ShortNames.Prepend(body.Name))
            .Concat(Catalogue.Default.Provinces.Select(province => province.Name))
            .Concat(["Việt Nam", "Hồ Chí Minh", "Đảng", "Nhà nước", "Mặt trận Tổ quốc", "Đại hội", "Quốc hội", "Hà Nội"])
            .Distinct(StringComparer.Ordinal).Select(name => new CompositeName(name.Split(' ')))
            .OrderByDescending(name => name.Syllables.Length);

    /// <summary>A proper name by its syllables.</summary>
    private sealed record CompositeName(string[] Syllables)
    {
        public bool Matches(string[] words, int at)
        {
            if (at + Syllables.Length > words.Length)
            {
                return false;
            }

            for (var i = 0; i < Syllables.Length; i++)
            {
                if (!string.Equals(Syllables[i], words[at + i], StringComparison.OrdinalIgnoreCase))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
