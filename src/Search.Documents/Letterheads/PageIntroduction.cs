using System.Text.RegularExpressions;
using Search.Documents.Catalogues;

namespace Search.Documents.Letterheads;

/// <summary>
/// What a page says of the paper that it prints without its letterhead: its heading ("Công văn số 175-CV/TU ngày … của … về …") and
/// its introduction ("Ban Tuyên giáo Trung ương ban hành Hướng dẫn số 65-HD/BTGTW …, trân trọng giới thiệu toàn văn").
/// </summary>
/// <remarks>
/// Most pages that name a paper tell of it and do not print it, also where they say "toàn văn". So nothing is taken unless the page
/// announces the text of just such a paper ("giới thiệu toàn văn", "nội dung như sau") or the text is signed; and nothing of a page
/// that asks questions in its headings, because it answers them instead.
/// </remarks>
internal sealed partial class PageIntroduction
{
    /// <summary>Lines in which heading and introduction stand; empty ones do not count.</summary>
    private const int MaxLines = 12;

    /// <summary>A longer line is a paragraph of the paper.</summary>
    private const int MaxLine = 900;

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Timeout = 1_000;

    private readonly Sheet _sheet;
    private readonly TypeNames _types;
    private readonly List<(string Text, string Folded)> _lines = [];

    private PageIntroduction(Sheet sheet, int from, int to)
    {
        _sheet = sheet;
        _types = TypeNames.Of(sheet.Catalogue);
        for (var i = from; i < to && _lines.Count < MaxLines; i++)
        {
            if (sheet.Lines.SpanOf(i).Length is > 3 and <= MaxLine && sheet.Lines[i] is { Text.Length: > 3 } line)
            {
                _lines.Add((line.Text, line.Folded));
            }
        }
    }

    /// <summary>The fields it names, by id in <c>letterhead.json</c>; none where the page prints no paper.</summary>
    /// <param name="sheet">The source.</param>
    /// <param name="from">First line of the page.</param>
    /// <param name="to">One past its last line.</param>
    /// <param name="isSigned">Whether a signature stands under the text.</param>
    public static IReadOnlyDictionary<string, Claim> Read(Sheet sheet, int from, int to, bool isSigned) =>
        new PageIntroduction(sheet, from, to).Read(isSigned);

    private Dictionary<string, Claim> Read(bool isSigned)
    {
        var claims = new Dictionary<string, Claim>(StringComparer.Ordinal);
        if (_lines.Exists(line => line.Text[^1] == '?'))
        {
            return claims;
        }

        foreach (var (text, folded) in _lines)
        {
            if (Enacts().Find(folded) is { Success: true } match && _types.AtStart(folded.AsSpan(match.Groups["rest"].Index), out var length) is { } type
                && IsAnnounced(type))
            {
                TakeSentence(claims, type, text, folded, match, length);
                break;
            }
        }

        for (var i = 0; i < Math.Min(_lines.Count, 4); i++)
        {
            var (text, folded) = _lines[i];
            if (text[^1] == ':' || text.Length > 500 || !char.IsUpper(text[0]) || Names.IsCapitals(text)
                || _types.AtStart(folded, out var length) is not { } type || length + 4 >= folded.Length)
            {
                continue;
            }

            if (claims.TryGetValue("type", out var known) ? string.Equals(known.Value, type.Name, StringComparison.Ordinal) : IsAnnounced(type) || isSigned)
            {
                TakeHeading(claims, type, text, folded, length);
            }

            break;
        }

        return claims;
    }

    private void TakeSentence(Dictionary<string, Claim> claims, TypeEntry type, string text, string folded, Match match, int length)
    {
        var rest = match.Groups["rest"].Index + length;
        Add(claims, "type", type.Name, text);
        AddIssuer(claims, text.Substring(match.Groups["issuer"].Index, match.Groups["issuer"].Length), text);
        var parts = Tail().Find(folded, rest, folded.Length - rest);
        if (parts.Success && parts.Groups["no"] is { Success: true } no)
        {
            Add(claims, "number", text.Substring(no.Index, no.Length), text);
        }

        var day = parts.Success && parts.Groups["day"].Success ? parts.Groups["day"] : match.Groups["day"];
        if (day.Success && RecordDate.TryParse("ngày " + text.Substring(day.Index, day.Length), out _))
        {
            Add(claims, "date", "ngày " + text.Substring(day.Index, day.Length), text);
        }

        if (parts.Success && parts.Groups["title"] is { Success: true } title)
        {
            Add(claims, "title", text.Substring(title.Index, title.Length).TrimEnd(' ', '.', ',', ';'), text);
        }
    }

    private void TakeHeading(Dictionary<string, Claim> claims, TypeEntry type, string text, string folded, int length)
    {
        Add(claims, "type", type.Name, text);
        var rest = length;
        while (rest < text.Length && text[rest] == ' ')
        {
            rest++;
        }

        var parts = HeadingParts.Read(folded[rest..]);
        if (parts.NumberLength > 0 && parts.NumberStart < 6)
        {
            Add(claims, "number", text.Substring(rest + parts.NumberStart, parts.NumberLength), text);
            if (parts.Date is { } date)
            {
                Add(claims, "date", date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), text);
            }
        }

        if (parts.BodyLength > 0)
        {
            AddIssuer(claims, text.Substring(rest + parts.BodyStart, parts.BodyLength), text);
        }

        var title = text[(rest + (parts.NumberLength + parts.BodyLength > 0 ? parts.TitleStart : 0))..].Trim();
        if (title.Length >= 12)
        {
            claims["title"] = new Claim(title, Reason(text), 0.75);
        }
    }

    private static void AddIssuer(Dictionary<string, Claim> claims, string name, string text)
    {
        name = name.Trim();
        name = name.StartsWith("của ", StringComparison.Ordinal) ? name[4..] : name;
        var term = Term().Match(name);
        name = (term.Success ? name[..term.Index] : name).Trim();
        if (Bodies.HasShape(name))
        {
            Add(claims, "issuer", name, text);
        }
    }

    private static void Add(Dictionary<string, Claim> claims, string field, string value, string text) =>
        claims.TryAdd(field, new Claim(value, Reason(text), 0.75));

    private static string Reason(string text) => $"Lời giới thiệu của trang: “{(text.Length > 120 ? text[..120] + "…" : text)}”.";

    /// <summary>"trân trọng giới thiệu toàn văn Hướng dẫn", "Nội dung Chỉ thị như sau".</summary>
    private bool IsAnnounced(TypeEntry type)
    {
        var name = TypeNames.Fold(type.Name);
        foreach (var (_, folded) in _lines)
        {
            foreach (Match match in Announces().FindAll(folded))
            {
                if (match.Groups["what"].Value.Contains(name, StringComparison.Ordinal) || match.Groups["what"].Value.Trim().Length < 3)
                {
                    return true;
                }
            }
        }

        return false;
    }

    // ngay 30/8/2025, thay mat bo chinh tri, dong chi ... da ky ban hanh quy dinh so ... | ban tuyen giao trung uong ban hanh huong dan so ... | ngay 14-11-2016, ban chap hanh dang bo tinh khoa xiii da ban hanh nghi quyet
    [GeneratedRegex(
        @"(^|[.:,–-]\s*)(ngay\s(?<day>\d{1,2}\s?[-/.]\s?\d{1,2}(\s?[-/.]\s?\d{4})?|\d{1,2} thang \d{1,2} nam \d{4})\s*,\s*)?(thay mat (?<issuer>\p{L}[\p{L} ]{4,60}?),\s*\p{L}[\p{L}, -]{4,160}?|(?<issuer>\p{L}[\p{L} ]{4,90}?)(\s*,?\s*\(?khoa [ivx\d]+\)?)?,?)\s(da |vua |moi ){0,2}(ky )?ban hanh\s(?<rest>\p{L}.*)",
        Options,
        Timeout)]
    private static partial Regex Enacts();

    // so 65-hd/btgtw ngay 1/2/2022 ve tuyen truyen ...
    [GeneratedRegex(
        @"\G\s*(so\s*:?\s*)?(?<no>\d{1,5}[a-z]?\s?[-/]\s?[^\s,;.]{2,40})?(so \d{1,5})?,?\s*((ra )?ngay\s(?<day>\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{4}|\d{1,2} thang \d{1,2} nam \d{4}),?\s*)?(?<title>ve [^.]{8,400})?",
        Options,
        Timeout)]
    private static partial Regex Tail();

    // gioi thieu toan van huong dan | dang toan van ban huong dan | toan van chi thi nhu sau | noi dung chi thi nhu sau
    [GeneratedRegex(@"(gioi thieu|dang|dang tai) (toan van|noi dung)(?<what>[^.:]{0,60})|(?<=^|[.:] )(noi dung|toan van)(?<what>[^.:]{0,40}?) (cu the )?nhu sau", Options, Timeout)]
    private static partial Regex Announces();

    // khoa XIII | (khoa XIII)
    [GeneratedRegex(@"\s*\(?[Kk]h[oó][aá] [IVX\d]+\)?", Options, Timeout)]
    private static partial Regex Term();
}
