using System.Text;
using Search.Documents;
using Search.Text;

namespace Search.Citations.Scanning;

/// <summary>
/// Finds numbers (số, ký hiệu) in running text, in the spellings met in the wild: spaces around separators, numbers
/// broken over lines and pages, wrong or missing separators, letters for figures, damaged signs. It only knows shapes
/// and <see cref="Signs"/>; every step is bounded, so the scan stays linear on hostile text.
/// </summary>
/// <remarks>Longer than most files because the forms of a number share their steps and are tried in one order.</remarks>
internal sealed class DocketScanner(Signs signs)
{
    private const int MaxSequence = 6;
    private const int MaxSegment = 24;
    private const int MaxSegments = 12;

    /// <summary>Reads a number at an offset.</summary>
    /// <param name="text">Normalized text.</param>
    /// <param name="at">Where its first figure stands.</param>
    /// <param name="limit">Where the scan must end.</param>
    /// <param name="context">Whether a type word or <c>số</c> stands before it, which allows weaker shapes.</param>
    /// <param name="hit">What was found.</param>
    public bool TryRead(string text, int at, int limit, bool context, out DocketHit hit)
    {
        hit = default;
        var p = at;
        var digits = 0;
        while (p < limit && p - at < MaxSequence && IsFigure(text[p], context))
        {
            digits += text[p] is >= '0' and <= '9' ? 1 : 0;
            p++;
        }

        if (digits == 0 || (p < limit && text[p] is >= '0' and <= '9'))
        {
            return false;
        }

        var pointed = DocketShape.PointedEnd(text.AsSpan(0, limit), p);
        if (pointed > p)
        {
            p = pointed;
        }
        else if (p + 1 < limit && IsLetter(text[p]) && !IsLetterOrDigit(text[p + 1]))
        {
            var next = SkipSpaces(text, p + 1, limit);
            if (next < limit && text[next] is '-' or '/')
            {
                p++; // 12A-KH/TU
            }
        }

        var sequence = text[at..p];
        var s = SkipSpaces(text, p, limit);
        if (s >= limit)
        {
            return false;
        }

        if (text[s] == '-')
        {
            return TryParty(text, sequence, s + 1, limit, context, out hit);
        }

        if (text[s] == '/')
        {
            return TryState(text, sequence, s + 1, limit, context, out hit);
        }

        if (text[s] == '.' && s == p && s + 1 < limit)
        {
            return TryMissingHyphen(text, sequence, s + 1, limit, glued: true, out hit); // 18.NQ/TW
        }

        return (context || s == p) && TryMissingHyphen(text, sequence, s, limit, glued: s == p, out hit);
    }

    /// <summary>04-CT/TW and its variants, from after the hyphen.</summary>
    private bool TryParty(string text, string sequence, int p, int limit, bool context, out DocketHit hit)
    {
        hit = default;
        var broken = SkipBreaks(text, p, limit, out var crossed);
        if (!TrySegment(text, broken, limit, out var type, out var end))
        {
            return false;
        }

        var known = signs.IsType(type) || (context && signs.IsLooselyType(type));
        if (!known && (!context || crossed || !IsSymbolic(type)))
        {
            return false;
        }

        var q = SkipSpaces(text, end, limit);
        if (q < limit && text[q] == '/')
        {
            var o = SkipBreaks(text, q + 1, limit, out crossed);
            if (TryOrgan(text, o, limit, known && !crossed, out var organ, out var organEnd))
            {
                return Build(DocketStyle.Party, sequence, null, type, organ, organEnd, known, out hit);
            }
        }
        else if (known && q < limit && (text[q] == '-' || q > end))
        {
            // 94-KH-TW, 36-NQ TW: a wrong or missing separator, only before a sign the catalogue knows.
            var o = text[q] == '-' ? SkipSpaces(text, q + 1, limit) : q;
            if (TrySegment(text, o, limit, out var organ, out var organEnd) && signs.IsOrgan(organ) && IsCapital(organ[0]))
            {
                return Build(DocketStyle.Party, sequence, null, type, organ, organEnd, true, out hit, respelled: true);
            }
        }

        // 140-HĐBT: an organ alone after the hyphen.
        return context && IsSymbolic(type) && Build(DocketStyle.NoOrgan, sequence, null, type, null, end, false, out hit);
    }

    /// <summary>07/CT-UBND, 110/2004/QĐ-TTg, 64/2025/QH15, 30/2020, from after the slash.</summary>
    private bool TryState(string text, string sequence, int p, int limit, bool context, out DocketHit hit)
    {
        hit = default;
        p = SkipSpaces(text, p, limit);
        string? year = null;
        if (IsYearAt(text, p, limit))
        {
            year = text.Substring(p, 4);
            var afterYear = p + 4;
            var slash = SkipSpaces(text, afterYear, limit);
            // A slash, or a hyphen in its place (15/2019-NĐ-CP).
            if (slash < limit && text[slash] is '/' or '-'
                && TrySymbol(text, SkipBreaks(text, slash + 1, limit, out _), limit, trusted: text[slash] is '/', out var withYear, out var symbolEnd))
            {
                return Build(DocketStyle.StateWithYear, sequence, year, WithTerm(text, withYear, ref symbolEnd, limit), null, symbolEnd, true, out hit, respelled: text[slash] is '-');
            }

            if (!context)
            {
                return false;
            }

            hit = new DocketHit(null, sequence, int.Parse(year, System.Globalization.CultureInfo.InvariantCulture), afterYear, [], false);
            return true;
        }

        p = SkipBreaks(text, p, limit, out var crossed);
        if (!TrySymbol(text, p, limit, !crossed, out var symbol, out var end))
        {
            return false;
        }

        if (TryPartySymbol(symbol, out var partyType, out var partyOrgan))
        {
            // 18/NQ-TW, 18/NQ/TW: organs of the Party alone number as 18-NQ/TW, so the marks are wrong.
            return Build(DocketStyle.Party, sequence, null, partyType, partyOrgan, end, sequence.Length > 1 || context, out hit, respelled: true);
        }

        var cut = symbol.IndexOf('-', StringComparison.Ordinal);
        var first = cut < 0 ? symbol : symbol[..cut];
        var strong = cut > 0 && (signs.IsType(first) || signs.IsOrgan(first)) && (sequence.Length > 1 || context);
        if (!strong && (!context || !IsSymbolic(first)))
        {
            return false;
        }

        return Build(DocketStyle.State, sequence, null, symbol, null, end, strong, out hit);
    }

    /// <summary>"11/2022/QH 15": a sign that always bears the figures of a term, with a blank before them.</summary>
    private string WithTerm(string text, string symbol, ref int end, int limit)
    {
        if (!signs.TakesTerm(symbol[(symbol.LastIndexOf('-') + 1)..]))
        {
            return symbol;
        }

        var from = SkipSpaces(text, end, limit);
        var to = from;
        while (to < limit && to - from < 3 && text[to] is >= '0' and <= '9')
        {
            to++;
        }

        if (to - from is not (1 or 2) || from == end || (to < limit && (IsLetterOrDigit(text[to]) || text[to] is '/' or '-')))
        {
            return symbol;
        }

        end = to;
        return string.Concat(symbol, text.AsSpan(from, to - from));
    }

    /// <summary>A type and the sign of a Party organ joined by the marks of a State number.</summary>
    private bool TryPartySymbol(string symbol, out string type, out string organ)
    {
        var cut = symbol.AsSpan().IndexOfAny('-', '/', '.');
        type = cut > 0 ? symbol[..cut] : "";
        organ = cut > 0 ? symbol[(cut + 1)..] : "";
        var end = organ.AsSpan().IndexOfAny('-', '/', '.');
        return cut > 0 && signs.IsLooselyType(type) && signs.IsPartyOrgan(signs.CanonicalOrgan(end > 0 ? organ[..end] : organ, out _));
    }

    /// <summary>"04 CT/TW", "84 QĐ/TWĐTN", "37QĐ/TW", "18.NQ/TW".</summary>
    private bool TryMissingHyphen(string text, string sequence, int p, int limit, bool glued, out DocketHit hit)
    {
        hit = default;
        if (!TrySegment(text, p, limit, out var type, out var end) || !IsCapital(type[0]) || !signs.IsType(type))
        {
            return false;
        }

        var q = SkipSpaces(text, end, limit);
        return q < limit && text[q] == '/'
            && TryOrgan(text, SkipSpaces(text, q + 1, limit), limit, false, out var organ, out var organEnd)
            && Build(DocketStyle.Party, sequence, null, type, organ, organEnd, true, out hit, respelled: glued);
    }

    private bool Build(
        DocketStyle style, string sequence, string? year, string symbol, string? organ, int end, bool strong, out DocketHit hit, bool respelled = false)
    {
        hit = default;
        IReadOnlyList<string> alternatives = [];
        string Form(string? lastOrgan) => style switch
        {
            DocketStyle.Party => $"{sequence}-{signs.CanonicalType(symbol)}/{lastOrgan}",
            DocketStyle.NoOrgan => $"{sequence}-{signs.CanonicalType(symbol)}",
            _ => (year is null ? $"{sequence}/" : $"{sequence}/{year}/") + CanonicalState(symbol),
        };
        if (organ is not null)
        {
            organ = CanonicalOrganPath(organ, out alternatives);
        }

        if (!Docket.TryParse(Form(organ), out var docket))
        {
            return false;
        }

        var others = alternatives
            .Select(other => Docket.TryParse(Form(other), out var parsed) ? parsed : null).OfType<Docket>().ToList();
        hit = new DocketHit(docket, docket.Sequence, null, end, others, strong, respelled);
        return true;
    }

    /// <summary>TWĐTN-VP: the sign, then departments.</summary>
    private string CanonicalOrganPath(string organ, out IReadOnlyList<string> alternatives)
    {
        var cut = organ.IndexOf('-', StringComparison.Ordinal);
        var first = signs.CanonicalOrgan(cut < 0 ? organ : organ[..cut], out alternatives);
        if (cut < 0)
        {
            return first;
        }

        alternatives = [];
        return first + organ[cut..];
    }

    private string CanonicalState(string symbol)
    {
        var segments = symbol.Split('-');
        for (var i = 0; i < segments.Length; i++)
        {
            segments[i] = i == 0 && segments.Length > 1 && signs.IsLooselyType(segments[i])
                ? signs.CanonicalType(segments[i])
                : signs.CanonicalOrgan(segments[i], out _);
        }

        return string.Join('-', segments);
    }

    /// <summary>The organ of a Party number: a sign, then departments after hyphens without spaces.</summary>
    private bool TryOrgan(string text, int p, int limit, bool trusted, out string organ, out int end)
    {
        organ = "";
        if (!TrySegment(text, p, limit, out var first, out end) || !(trusted ? IsSymbolic(first) || signs.IsOrgan(first) : signs.IsOrgan(first) || IsSymbolic(first)))
        {
            return false;
        }

        organ = first;
        if (end < limit && text[end] == '.' && TrySegment(text, end + 1, limit, out var dotted, out var dottedEnd) && signs.IsOrgan($"{first}.{dotted}"))
        {
            (organ, end) = ($"{first}.{dotted}", dottedEnd); // "04-NQ/T.Ư"
        }

        for (var i = 0; i < 3 && end + 1 < limit && text[end] == '-' && (IsCapital(text[end + 1]) || text[end + 1] == '0'); i++)
        {
            if (text[end + 1] == '0')
            {
                // 102-SL/L-004: decree-laws of the first years number their laws too.
                var figures = end + 1;
                while (figures < limit && figures - end < 5 && text[figures] is >= '0' and <= '9')
                {
                    figures++;
                }

                organ += text[end..figures];
                end = figures;
                break;
            }

            if (!TrySegment(text, end + 1, limit, out var more, out var moreEnd) || !IsSymbolic(more))
            {
                break;
            }

            organ += "-" + more;
            end = moreEnd;
        }

        return true;
    }

    /// <summary>Segments joined by hyphens; a hyphen with spaces around it joins only signs the catalogue knows.</summary>
    private bool TrySymbol(string text, int p, int limit, bool trusted, out string symbol, out int end)
    {
        symbol = "";
        if (!TrySegment(text, p, limit, out var first, out end) || (!IsSymbolic(first) && !signs.IsType(first) && !signs.IsOrgan(first)))
        {
            return false;
        }

        if (!trusted && !signs.IsType(first) && !signs.IsOrgan(first))
        {
            return false;
        }

        var built = new StringBuilder(first);
        for (var i = 0; i < MaxSegments; i++)
        {
            var q = end < limit && text[end] == '_' ? end : SkipSpaces(text, end, limit);
            if (q >= limit || text[q] is not ('-' or '/' or '.' or '_' or ','))
            {
                break;
            }

            var separator = text[q];
            var o = SkipBreaks(text, q + 1, limit, out var crossed);
            var spaced = q > end || o > q + 1;
            if (separator != '-' && (spaced || o >= limit || !IsCapital(text[o])))
            {
                break;
            }

            if (!TrySegment(text, o, limit, out var more, out var moreEnd)
                || !(signs.IsOrgan(more) || signs.IsType(more) || (!spaced && IsSymbolic(more)))
                || (crossed && !signs.IsOrgan(more))
                || (separator is not ('-' or '/') && !signs.IsOrgan(more))
                || !IsCapital(more[0]) && IsCapital(first[0]))
            {
                break;
            }

            // Older joint circulars part the type from the organs by a slash: 02/2005/TTLT/BTC-BTP.
            built.Append(separator is '/' or '.' ? separator : '-').Append(more);
            end = moreEnd;
        }

        symbol = built.ToString();
        return true;
    }

    /// <summary>Letters, figures and ampersands; text glued to a sign (<c>UBNDngày</c>) is cut off.</summary>
    private bool TrySegment(string text, int p, int limit, out string segment, out int end)
    {
        segment = "";
        end = p;
        if (p >= limit || !IsLetter(text[p]))
        {
            return false;
        }

        while (end < limit && end - p < MaxSegment && (IsLetterOrDigit(text[end]) || (text[end] == '&' && end + 1 < limit && IsLetter(text[end + 1]))))
        {
            end++;
        }

        if (end < limit && IsLetterOrDigit(text[end]))
        {
            return false; // longer than any sign
        }

        var span = text.AsSpan(p, end - p);
        if (span[^1] is >= '0' and <= '9')
        {
            span = signs.WithoutNoteMark(span);
            end = p + span.Length;
        }

        if (!signs.IsType(span) && !signs.IsOrgan(span))
        {
            var upper = 0;
            while (upper < span.Length && !char.IsLower(span[upper]))
            {
                upper++;
            }

            if (upper >= 2 && span.Length - upper >= 3)
            {
                end = p + upper;
                span = span[..upper];
            }
        }

        segment = span.ToString();
        return true;
    }

    /// <summary>Whether letters look like a sign and not like a word: capitals without Vietnamese vowel marks.</summary>
    private static bool IsSymbolic(string segment)
    {
        var upper = 0;
        var lower = 0;
        foreach (var c in segment)
        {
            if (c is >= 'A' and <= 'Z' or 'Đ' or 'Ư')
            {
                upper++;
            }
            else if (c is >= 'a' and <= 'z' or 'đ' or 'ư' or 'ố')
            {
                lower++;
            }
            else if (c is not (>= '0' and <= '9' or '&'))
            {
                return false;
            }
        }

        return IsCapital(segment[0]) && lower <= 2 && upper >= lower && upper > 0;
    }

    /// <summary>Letters that scans put in place of figures.</summary>
    public static bool IsLetterForFigure(char c) => c is 'O' or 'o' or 'l' or 'I';

    private static bool IsFigure(char c, bool context) => c is >= '0' and <= '9' || (context && IsLetterForFigure(c));

    private static bool IsLetter(char c) => CharTables.Class(c) == CharTables.Letter;

    private static bool IsLetterOrDigit(char c) => CharTables.Class(c) is CharTables.Letter or CharTables.Digit;

    private static bool IsCapital(char c) => CharTables.Lower(c) != c;

    private static bool IsYearAt(string text, int p, int limit) =>
        p + 4 <= limit
        && ((text[p] == '1' && text[p + 1] == '9') || (text[p] == '2' && text[p + 1] == '0'))
        && char.IsAsciiDigit(text[p + 2]) && char.IsAsciiDigit(text[p + 3])
        && (p + 4 == limit || !char.IsAsciiDigit(text[p + 4]));

    private static int SkipSpaces(string text, int p, int limit)
    {
        var end = Math.Min(limit, p + 4);
        while (p < end && (text[p] is ' ' or '\t' || CharTables.Class(text[p]) == CharTables.Skipped))
        {
            p++;
        }

        return p;
    }

    /// <summary>After a separator a number may run on in the next line or on the next page.</summary>
    private static int SkipBreaks(string text, int p, int limit, out bool crossed)
    {
        crossed = false;
        var end = Math.Min(limit, p + 12);
        while (p < end && CharTables.Class(text[p]) is CharTables.Space or CharTables.NewLine or CharTables.Skipped)
        {
            crossed |= text[p] == '\n';
            p++;
        }

        return p;
    }
}
