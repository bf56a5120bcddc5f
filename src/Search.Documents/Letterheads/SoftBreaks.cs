using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Search.Documents.Catalogues;
using Search.Documents.Lines;

namespace Search.Documents.Letterheads;

/// <summary>
/// Decides which line breaks come from wrapping by width. Prose is joined; so are the words of one line of a letterhead
/// that a narrow column broke (motto, number, date, type, a body's name); lines that stand under one another are not.
/// </summary>
/// <remarks>Longer than most files because the rules exclude one another: their order is the rule, and it can only be
/// read where they stand together.</remarks>
internal sealed partial class SoftBreaks
{
    /// <summary>A line that was wrapped by width is longer, unless its paragraph is narrow.</summary>
    private const int FullLine = 40;

    /// <summary>The letterhead's body stands among so many lines.</summary>
    private const int MaxHead = 12;

    /// <summary>A shorter line of a letterhead names no body of its own.</summary>
    private const int MinBody = 12;

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Timeout = 2_000;

    private static readonly string[] Mottoes =
        ["cong hoa xa hoi chu nghia viet nam", "dang cong san viet nam", "doc lap - tu do - hanh phuc"];

    /// <summary>Words that nothing ends with, as they are folded and as they are written.</summary>
    private static readonly (string Folded, string Key)[] Connectives =
    [
        .. ((string[])
            ["của", "và", "về", "các", "cho", "trong", "với", "theo", "thực hiện", "tại", "ban", "số", "năm", "tháng", "ngày", "việc", "giữa",
             "đối với", "đến", "từ", "công tác", "một số", "hoặc", "do", "là", "những", "vào", "trên"])
            .Select(word => ($" {TypeNames.Fold(word)}", $" {CatalogueKeys.Name(word)}")),
    ];

    private static readonly ConditionalWeakTable<Catalogue, SoftBreaks> Known = [];

    private readonly Catalogue _catalogue;
    private readonly TypeNames _types;
    private readonly RecordLabels _labels;

    private SoftBreaks(Catalogue catalogue)
    {
        _catalogue = catalogue;
        _types = TypeNames.Of(catalogue);
        _labels = RecordLabels.Of(catalogue);
    }

    /// <summary>The rules with the names of one catalogue; built once.</summary>
    public static SoftBreaks Of(Catalogue catalogue) => Known.GetValue(catalogue, static c => new SoftBreaks(c));

    /// <summary>Joins what belongs together.</summary>
    public void Join(BlockLines lines)
    {
        var text = lines.Count > 0 ? lines.TextOf(0) : "";
        for (var i = 1; i < lines.Count; i++)
        {
            var next = lines.TextOf(i);
            if (lines.IsHard(i) || Joint(text, lines.TextOf(i - 1), next, lines, i) is not { } joint)
            {
                text = next;
                continue;
            }

            lines.Join(i, joint);
            text = text.Length > 400 ? text[^200..] + joint + next : text + joint + next;
        }
    }

    /// <param name="whole">What was joined so far.</param>
    /// <param name="last">Its last line.</param>
    /// <param name="next">The line after it.</param>
    /// <param name="lines">All lines of the block.</param>
    /// <param name="index">Number of the next line.</param>
    private string? Joint(string whole, string last, string next, BlockLines lines, int index)
    {
        if (IsApart(last) || IsApart(next))
        {
            return null;
        }

        var above = TypeNames.Fold(whole.Length > 200 ? whole[^200..] : whole);
        var below = TypeNames.Fold(next.Length > 200 ? next[..200] : next);
        if (IsMottoBroken(above, below) || IsDateBroken(above, below, last))
        {
            return " ";
        }

        if (IsNumberWord().Fits(above))
        {
            return char.IsAsciiDigit(next[0]) || next[0] is '-' or '/' ? " " : null;
        }

        if (last[^1] is '-' or '/' && last.Length > 1 && char.IsLetterOrDigit(last[^2]) && char.IsLetterOrDigit(next[0]))
        {
            return "";
        }

        // "… QUYẾT ĐỊNH SỐ" above "06/QĐ-TTG …": what follows the word is a number and no label.
        if (char.IsAsciiDigit(next[0]) && above.EndsWith(" so", StringComparison.Ordinal))
        {
            return " ";
        }

        if (_labels.Begins(next) || IsDecider(lines, index, above, below))
        {
            return null;
        }

        if (IsLineOfItsOwn(next, below) || Forms.Signed().Fits(above))
        {
            return null;
        }

        var isAboveCapital = Names.IsCapitals(last) || (last.Length <= 2 && char.IsUpper(last[^1]) && Names.IsCapitals(next));
        var isBelowCapital = Names.IsCapitals(next) || (isAboveCapital && !next.Any(char.IsLower));
        if (isAboveCapital && isBelowCapital)
        {
            return JoinsCapitals(whole, above, next, below, lines.IsStrongAcross(index)) ? " " : null;
        }

        if (isAboveCapital != isBelowCapital)
        {
            if (isBelowCapital && _types.AtStart(below, out var length) is not null && below.AsSpan(length).TrimEnd(" :.").Length == 0)
            {
                return null;
            }

            return isBelowCapital && last.Length >= FullLine && !EndsSentence(last) && (next.Length <= 12 || EndsOpen(above, last)) ? " " : null;
        }

        return JoinsProse(above, last, next, lines, index) ? " " : null;
    }

    private bool JoinsCapitals(string whole, string above, string next, string below, bool isStrongAcross)
    {
        var type = _types.AtStart(above, out var typeLength);
        if (type is not null && typeLength == above.Length)
        {
            return false;
        }

        var joined = $"{above} {below}";
        if (_types.AtStart(joined, out var joinedLength) is not null && joinedLength == joined.Length)
        {
            return true;
        }

        if (_types.AtStart(below, out var belowLength) is not null && belowLength == below.Length)
        {
            return false;
        }

        if (IsBodyBroken(whole, next))
        {
            return true;
        }

        if (Mottoes.Any(motto => below.StartsWith(motto, StringComparison.Ordinal) || above.EndsWith(motto, StringComparison.Ordinal)))
        {
            return false;
        }

        var words = whole.Count(' ') + 1;
        var isHead = LetterheadWords.Default.BeginsBody(next, below) || LetterheadWords.Default.BeginsPosition(below) || Forms.Authority().Fits(below);
        if (LetterheadWords.Default.BeginsPosition(above) || Forms.Authority().Fits(above))
        {
            return isStrongAcross && words < 3;
        }

        if ((words == 1 && (above is "pho" or "q." or "quyen" || !LetterheadWords.Default.BeginsPosition(below))) || (words == 2 && above.StartsWith("cua ", StringComparison.Ordinal)) || below is "va" || below.StartsWith("va ", StringComparison.Ordinal) || EndsOpen(above, whole))
        {
            return true;
        }

        if (isHead)
        {
            return (isStrongAcross && words < 3) || (whole.Length >= 55 && !LetterheadWords.Default.BeginsPosition(below));
        }

        return whole.Length >= FullLine || isStrongAcross || next.Count(' ') < 4;
    }

    /// <summary>"THỦ TƯỚNG CHÍNH" above "PHỦ", "TM. ỦY BAN NHÂN" above "DÂN": only both lines are a body's name.</summary>
    private bool IsBodyBroken(string whole, string next)
    {
        if (whole.Length > 80 || next.Length > 60)
        {
            return false;
        }

        var above = Authorities.BodyOf(whole) ?? whole;
        above = above.StartsWith("CỦA ", StringComparison.Ordinal) ? above[4..] : above;
        return above.Length > 0 && _catalogue.BodiesByName(above).IsEmpty && !_catalogue.BodiesByName($"{above} {next}").IsEmpty;
    }

    /// <summary>
    /// Who decides, in a line of its own between the title and "Căn cứ": "CHÍNH PHỦ", "CỤC TRƯỞNG CỤC HẢI QUAN". It is told by what
    /// follows it, or by its type where the title above is set in another.
    /// </summary>
    private bool IsDecider(BlockLines lines, int index, string above, string below)
    {
        var last = lines.TextOf(index - 1);
        var next = lines.TextOf(index);
        if (last.Length <= 12 || !Names.IsCapitals(last) || !Names.IsCapitals(next))
        {
            return false;
        }

        var isBold = lines.IsStrong(index) && !lines.IsStrong(index - 1) && (LetterheadWords.Default.BeginsBody(next, below) || LetterheadWords.Default.BeginsPosition(below));
        // "… CHÍNH QUYỀN SỐ" ends a title; only figures would go on it.
        var isOpen = EndsOpen(above, last) && !above.EndsWith(" so", StringComparison.Ordinal);
        var isKnown = !isOpen && (LetterheadWords.Default.BeginsPosition(below) || !_catalogue.BodiesByName(next).IsEmpty || IsPartOfHead(lines, index, next));
        return (isBold || isKnown) && IsAboveBasis(lines, index + 1);
    }

    /// <summary>"ĐOÀN CHỦ TỊCH TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM": a part of the body that stands in a line above the title.</summary>
    private static bool IsPartOfHead(BlockLines lines, int index, string next)
    {
        for (var i = 0; i + 1 < index && i < MaxHead; i++)
        {
            var head = lines.TextOf(i);
            if (head.Length >= MinBody && head.Length < next.Length && Names.IsCapitals(head) && next.EndsWith(head, StringComparison.Ordinal)
                && next[^(head.Length + 1)] == ' ' && Bodies.HasShape(head))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether "Căn cứ" follows, at once or after the rest of a name.</summary>
    private static bool IsAboveBasis(BlockLines lines, int index)
    {
        for (var i = index; i < Math.Min(lines.Count, index + 2); i++)
        {
            if (OpeningReader.IsBasis(TypeNames.Fold(lines.TextOf(i))))
            {
                return true;
            }

            if (!Names.IsCapitals(lines.TextOf(i)))
            {
                return false;
            }
        }

        return false;
    }

    private static bool JoinsProse(string above, string last, string next, BlockLines lines, int index)
    {
        var ends = EndsSentence(last);
        if (char.IsLower(next[0]))
        {
            return !ends || (last[^1] == '.' && last.Length * 10 >= lines.Width * 8 && lines.Width > 60);
        }

        if (ends)
        {
            return false;
        }

        if (lines.IsStrongAcross(index) || EndsOpen(above, last))
        {
            return last[^1] != ',' || last.Length >= FullLine;
        }

        if (Names.IsPerson(next))
        {
            return false;
        }

        var isFull = last.Length >= FullLine && last.Length * 10 >= lines.Width * 6;
        return char.IsLetterOrDigit(next[0]) || next[0] is '(' or '"' or '“' or '‘' or '«'
            ? isFull || (index == 1 && lines.Width > 60 && lines.Count > 2 && last.Length >= 12 && char.IsLetter(last[0])
                && !last.AsSpan().ContainsAny("0123456789:"))
            : isFull;
    }

    /// <summary>"CỘNG HÒA XÃ" above "HỘI CHỦ NGHĨA VIỆT NAM".</summary>
    private static bool IsMottoBroken(string above, string below)
    {
        var joined = above + " " + below;
        foreach (var motto in Mottoes)
        {
            if (above.Length < motto.Length && motto.StartsWith(above, StringComparison.Ordinal) && motto.StartsWith(joined, StringComparison.Ordinal)
                && motto[above.Length] == ' ')
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Hà" above "Nội, ngày 17", "ngày 19" above "tháng 11", "năm" above "2025".</summary>
    private static bool IsDateBroken(string above, string below, string last) =>
        (DateHead().Fits(above) && DateTail().Fits(below))
        || (last.Length <= 12 && char.IsUpper(last[0]) && !Names.IsCapitals(last) && !last.Contains(' ', StringComparison.Ordinal) && PlaceTail().Fits(below));

    /// <summary>Rules, stars, bars and cells part what stands around them.</summary>
    private static bool IsApart(string line) =>
        line.Length == 0 || !line.AsSpan().ContainsAnyExcept("-_=–—*~|.★☆ \\") || line.Contains('\t', StringComparison.Ordinal)
        || line[0] is '|' or '#' || line.Contains("     ", StringComparison.Ordinal);

    /// <summary>Bullets, labels, and what opens a part of a paper.</summary>
    private static bool IsLineOfItsOwn(string line, string folded) =>
        (folded.Length > 1 && line[0] is '-' or '+' or '•' or '●' or '▪' or '○' or '–' or '\uF0B7' && (line[1] == ' ' || line[1] == '\t' || char.IsUpper(line[1])))
        || (line[0] == '(' && line[^1] == ')' && Forms.TitleNote().Fits(folded)) || (Opens().Fits(folded) && char.IsUpper(line[0])) || Labelled().Fits(folded) || Forms.Signed().Fits(folded);

    private static bool EndsSentence(string line)
    {
        var end = line.AsSpan().TrimEnd("\"”’)»* ");
        return end.Length > 0 && end[^1] is '.' or ';' or ':' or '!' or '?' or '…';
    }

    private static bool EndsOpen(string folded, string line)
    {
        if (line[^1] is ',' or '(' or '“')
        {
            return true;
        }

        foreach (var (word, key) in Connectives)
        {
            // In capitals the marks count: TỈNH ỦY SƠN LA, BỘ KẾ HOẠCH VÀ ĐẦU TƯ and TRỤ SỞ end a name, LÀ, TỪ and SỐ do not.
            if (folded.EndsWith(word, StringComparison.Ordinal) && (!Names.IsCapitals(line) || CatalogueKeys.Ending(line).EndsWith(key, StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    // so: | so | luat so: | bo luat so:
    [GeneratedRegex(@"^((bo )?luat |phap lenh |nghi quyet )?so\s*:$|^so$", Options, Timeout)]
    private static partial Regex IsNumberWord();

    // ... ngay | ... ngay 19 | ... ngay 19 thang | ... thang 11 | ... thang 11 nam | nam
    [GeneratedRegex(@"(\bngay(\s*\d{1,2})?(\s*thang(\s*\d{1,2})?)?(,?\s*nam)?|\bthang\s*\d{1,2}(,?\s*nam)?|\bngay\s*\d{1,2}\s*thang\s*\d{1,2},?\s*nam)$", Options, Timeout)]
    private static partial Regex DateHead();

    // 19 thang 11 | thang 11 | nam 2025 | 2025 | 11 nam 2025
    [GeneratedRegex(@"^(\d{1,2}\s*thang\b|thang\s*\d|thang$|nam\s*\d{4}|nam$|\d{4}\b|\d{1,2},?\s*nam\b|\d{1,2}$|\d{1,2}[/.-]\d{1,2}[/.-]\d{4})", Options, Timeout)]
    private static partial Regex DateTail();

    // noi, ngay 17 | chi minh, ngay 3
    [GeneratedRegex(@"^\p{L}{2,8}(\s\p{L}{2,8})?,\s*ngay\b", Options, Timeout)]
    private static partial Regex PlaceTail();

    // noi nhan: | kinh gui: | t/m | tm. | v/v | so: 12 | can cu | phu luc | dieu 3. | chuong ii
    [GeneratedRegex(@"^(noi nhan\b|kinh gui\b|(t/m|tm\.|k/t|kt\.|t/l|tl\.|tuq\.)|v/v\b|so\s*:\s*\d|can cu\b|phu luc\b|dieu \d+[a-z]?\s*[.:]|(phan|chuong|muc)\s+([ivx]+|\d+|thu)\b)", Options, Timeout)]
    private static partial Regex Opens();

    // 1. | 1.2. | 12) | a) | i. | iv- | (1)
    [GeneratedRegex(@"^(\d{1,2}(\.\d{1,2})*\s*[.)](?!\d)|\d{1,2}(\.\d{1,2})+\s|[a-zđ]\s?\)|[ivx]{1,5}\s?[.\-/)]|\(\d{1,2}\)|\(?[a-z]\)|\d{1,2}\s?/\s?(?!\d))", Options, Timeout)]
    private static partial Regex Labelled();
}
