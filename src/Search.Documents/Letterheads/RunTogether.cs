using System.Text.RegularExpressions;
using Search.Documents.Catalogues;

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
                AddCuts(text, start, end, catalogue, ref cuts);
            }

            start = end + 1;
        }

        return cuts is null ? [] : [.. cuts.Distinct().Order()];
    }

    private static bool BeginsInCapitals(ReadOnlySpan<char> line)
    {
        var letters = 0;
        for (var i = 0; i < line.Length && letters < 8; i++)
        {
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

    private static void AddCuts(string text, int start, int end, Catalogue catalogue, ref List<int>? cuts)
    {
        var head = TypeNames.Fold(text.Substring(start, Math.Min(end - start, MaxHead)));
        var number = Forms.Number().Find(head);
        var date = Forms.PlaceDate().Find(head);
        if (!number.Success || !date.Success || text[start + number.Index] != 'S')
        {
            return;
        }

        var found = cuts ??= [];
        var numberEnd = EndOfNumber(head, number);
        var place = date.Groups["place"] is { Success: true } named ? PlaceStart(text, start, named) : date.Index;
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

        if (types.AtStart(Upto(head.AsSpan(heading), text.AsSpan(start + heading)), out var length) is not null && Names.IsCapitals(text.AsSpan(start + heading, length)))
        {
            Add(heading, heading + length);
        }

        foreach (Match match in Parts().FindAll(text[start..end]))
        {
            Add(match.Index);
            if (match.Groups["alone"].Success)
            {
                Add(match.Index + match.Length);
            }

            // "QUYẾT ĐỊNH Điều 1." : the heading above the articles.
            if (match.Groups["first"].Success && CapitalsBefore(text, start, start + match.Index) is { } above)
            {
                Add(above - start);
            }
        }

        void Add(params ReadOnlySpan<int> places)
        {
            foreach (var at in places)
            {
                if (at > 0 && start + at < end)
                {
                    found.Add(start + at);
                }
            }
        }
    }

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
    private static int PlaceStart(string text, int start, Group place)
    {
        var at = place.Index + place.Length;
        var first = at;
        while (at > place.Index)
        {
            var space = text.LastIndexOf(' ', start + at - 1, at - place.Index) - start;
            var word = text[(start + Math.Max(space + 1, place.Index))..(start + at)];
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
            if (end < head.Length && head[end] == ' ' && end - i >= 3 && Forms.IssuerStart().Fits(head[i..Math.Min(head.Length, end + 40)]))
            {
                return i;
            }
        }

        return end;
    }

    private static int? CapitalsBefore(string text, int from, int at)
    {
        var end = at;
        while (end > from && text[end - 1] is ' ' or ':')
        {
            end--;
        }

        var start = end;
        while (start > from && (char.IsUpper(text[start - 1]) || text[start - 1] == ' '))
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
