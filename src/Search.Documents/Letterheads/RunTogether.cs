using System.Text;
using System.Text.RegularExpressions;
using Search.Documents.Catalogues;
using Search.Documents.Lines;

namespace Search.Documents.Letterheads;

/// <summary>
/// Finds where the lines of a paper began that lost all its line breaks (copies of forums, text pasted into a form): a line
/// that begins in capitals and bears a number and a date is no line but a whole letterhead.
/// </summary>
internal static partial class RunTogether
{
    /// <summary>A letterhead with both columns on one line is shorter.</summary>
    private const int MinLine = 160;

    /// <summary>Number and date stand in the first characters.</summary>
    private const int MaxHead = 600;

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Timeout = 2_000;

    /// <summary>The places where a line begins, ascending.</summary>
    /// <param name="text">A text as it is laid out.</param>
    /// <param name="catalogue">Names of types.</param>
    public static IReadOnlyList<int> Cuts(string text, Catalogue catalogue)
    {
        List<int>? cuts = null;
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (end - start >= MinLine && BeginsInCapitals(text.AsSpan(start, end - start)))
            {
                var (line, places) = Compose(text.AsSpan(start, end - start));
                foreach (var cut in CutsOf(line, catalogue))
                {
                    (cuts ??= []).Add(start + (places is null ? cut : places[cut]));
                }
            }

            start = end + 1;
        }

        return cuts is null ? [] : [.. cuts.Distinct().Order()];
    }

    /// <summary>A line with its letters composed, and where each of them begins; no places where nothing changed.</summary>
    private static (string Line, int[]? Places) Compose(ReadOnlySpan<char> line)
    {
        var marks = 0;
        foreach (var c in line)
        {
            marks += LineCleaner.IsMark(c) ? 1 : 0;
        }

        if (marks == 0)
        {
            return (line.ToString(), null);
        }

        var text = new StringBuilder(line.Length);
        var places = new List<int>(line.Length);
        for (var i = 0; i < line.Length;)
        {
            var end = i + 1;
            while (end < line.Length && LineCleaner.IsMark(line[end]))
            {
                end++;
            }

            foreach (var c in end == i + 1 ? line[i..end].ToString() : line[i..end].ToString().Normalize(NormalizationForm.FormC))
            {
                text.Append(c);
                places.Add(i);
            }

            i = end;
        }

        return (text.ToString(), [.. places]);
    }

    private static bool BeginsInCapitals(ReadOnlySpan<char> line)
    {
        var letters = 0;
        for (var i = 0; i < line.Length && letters < 8; i++)
        {
            if (LineCleaner.IsMark(line[i]))
            {
                continue;
            }

            if (char.IsLetter(line[i]))
            {
                if (!char.IsUpper(line[i]))
                {
                    return false;
                }

                letters++;
            }
            else if (line[i] != ' ')
            {
                return false;
            }
        }

        return letters == 8;
    }

    private static List<int> CutsOf(string text, Catalogue catalogue)
    {
        var end = text.Length;
        List<int> found = [];
        var head = TypeNames.Fold(text[..Math.Min(end, MaxHead)]);
        var number = Forms.Number().Find(head);
        var date = Forms.PlaceDate().Find(head);
        if (!number.Success || !date.Success || !IsPrinted(text.AsSpan(number.Index)) || !char.IsLower(text[date.Index + date.Value.IndexOf("ngay", StringComparison.Ordinal)])
            || !(LetterheadWords.Default.BeginsBody(head) || Forms.StateMotto().Fits(head) || Forms.PartyMotto().Fits(head)))
        {
            return found;
        }

        var numberEnd = EndOfNumber(head, number);
        var place = date.Groups["place"] is { Success: true } named ? PlaceStart(text, named) : date.Index;
        Add(number.Index, numberEnd, place, date.Index + date.Length);
        foreach (var motto in (Match[])[Forms.StateMotto().Find(head), Forms.PartyMotto().Find(head)])
        {
            if (motto.Success)
            {
                Add(motto.Index, motto.Index + motto.Length);
            }
        }

        var types = TypeNames.Of(catalogue);
        var heading = Math.Max(numberEnd, date.Index + date.Length);
        while (heading < head.Length && !char.IsLetter(head[heading]))
        {
            heading++;
        }

        if (types.AtStart(Upto(head.AsSpan(heading), text.AsSpan(heading)), out var length) is not null && Names.IsCapitals(text.AsSpan(heading, length)))
        {
            Add(heading, heading + length);
        }

        foreach (Match match in Parts().FindAll(text))
        {
            Add(match.Index);
            if (match.Groups["alone"].Success)
            {
                Add(match.Index + match.Length);
            }

            // "QUYẾT ĐỊNH Điều 1." : the heading above the articles.
            if (match.Groups["first"].Success && CapitalsBefore(text, match.Index) is { } above)
            {
                Add(above);
            }
        }

        return found;

        void Add(params ReadOnlySpan<int> places)
        {
            foreach (var at in places)
            {
                if (at > 0 && at < end)
                {
                    found.Add(at);
                }
            }
        }
    }

    /// <summary>"Số: 12-CT/TW" of a letterhead; "SỐ 12-CT/TW" in a title of capitals cites.</summary>
    private static bool IsPrinted(ReadOnlySpan<char> number) => number.Length > 2 && number[0] == 'S' && char.IsLower(number[1]);

    /// <summary>"QUYẾT ĐỊNHVề việc": a name ends where the capitals do.</summary>
    private static ReadOnlySpan<char> Upto(ReadOnlySpan<char> folded, ReadOnlySpan<char> text)
    {
        var i = 0;
        while (i < folded.Length && !(char.IsUpper(text[i]) && i + 1 < folded.Length && char.IsLower(text[i + 1])) && !char.IsLower(text[i]))
        {
            i++;
        }

        return folded[..i].TrimEnd();
    }

    /// <summary>The place before a date is its last words that are not all capitals.</summary>
    private static int PlaceStart(string text, Group place)
    {
        var at = place.Index + place.Length;
        var first = at;
        while (at > place.Index)
        {
            var space = text.LastIndexOf(' ', at - 1, at - place.Index);
            var word = text[Math.Max(space + 1, place.Index)..at];
            if (Names.IsCapitals(word) || !char.IsUpper(word.Length > 0 ? word[0] : ' '))
            {
                break;
            }

            first = Math.Max(space + 1, place.Index);
            at = space;
        }

        return first;
    }

    /// <summary>In "QĐ/TWĐTN-VPĐOÀN TNCS" the name of a body follows the number without a blank.</summary>
    private static int EndOfNumber(string head, Match number)
    {
        var end = number.Index + number.Length;
        for (var i = end - 2; i > number.Groups["symbol"].Index + 1 && char.IsLetter(head[i]); i--)
        {
            if (end < head.Length && head[end] == ' ' && end - i >= 3 && LetterheadWords.Default.BeginsBody(head.AsSpan(i, Math.Min(head.Length, end + 40) - i)))
            {
                return i;
            }
        }

        return end;
    }

    private static int? CapitalsBefore(string text, int at)
    {
        var end = at;
        while (end > 0 && text[end - 1] is ' ' or ':')
        {
            end--;
        }

        var start = end;
        while (start > 0 && (char.IsUpper(text[start - 1]) || text[start - 1] == ' '))
        {
            start--;
        }

        return end - start is >= 6 and <= 40 ? start : null;
    }

    // -------- | - Căn cứ | Điều 1. | Nơi nhận: | ; - Lưu | TM. BAN BÍ THƯ | (đã ký)
    [GeneratedRegex(
        @"(?<alone>-{4,}|_{4,})|(?<=[\p{L}\d;.,)] ?)- ?(?=Căn cứ )|(?<=[;.,] )Căn cứ |(?<first>Điều 1\. )|(?<=[.;:/] )Điều \d{1,3}\. |(?<=[./;] ?)Nơi nhận ?:|(?<=; )- (?=\p{Lu})|(?<=[.;: ])(TM|KT|TL|TUQ|T/M|K/T|T/L)\.? (?=\p{Lu}{2})|(?<alone>\((Đ|đ)ã ký\))",
        Options,
        Timeout)]
    private static partial Regex Parts();
}
