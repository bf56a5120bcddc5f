using System.Globalization;
using System.Text.RegularExpressions;
using Search.Documents.Catalogues;
using Search.Documents.Lines;
using Search.Documents.Secrecy;

namespace Search.Documents.Letterheads;

/// <summary>Cuts a line into its columns and says of each what it looks like.</summary>
/// <remarks>Longer than most files because the looks exclude one another: their order is the rule, and it can only be
/// read where they stand together.</remarks>
internal sealed class MarkReader(Catalogue catalogue)
{
    /// <summary>Longer cells are running text; only their beginning is looked at.</summary>
    private const int MaxCell = 400;

    private readonly TypeNames _types = TypeNames.Of(catalogue);
    private readonly MarkFinder _secrecy = MarkFinder.Of(catalogue);

    /// <param name="line">The line.</param>
    /// <param name="next">The line after it, for a number or date broken over a page.</param>
    public IReadOnlyList<Piece> Read(SourceLine line, SourceLine? next)
    {
        if (line.Markup.HasFlag(LineMarkup.Rule))
        {
            return [new Piece(Mark.Rule, line, 0, line.Text.Length)];
        }

        var pieces = new List<Piece>(2);
        var text = line.Text;
        for (var from = 0; from <= text.Length;)
        {
            var tab = text.AsSpan(from).IndexOfAny('\t', '|');
            var to = tab < 0 ? text.Length : from + tab;
            while (to < text.Length && text[to] == '\t' && IsBlankToFill(line.Folded, from, to))
            {
                tab = text.IndexOf('\t', to + 1);
                to = tab < 0 ? text.Length : tab;
            }

            ReadCell(line, from, to, next, pieces);
            from = to + 1;
        }

        return pieces;
    }

    private void ReadCell(SourceLine line, int from, int to, SourceLine? next, List<Piece> pieces)
    {
        while (from < to && line.Text[from] == ' ')
        {
            from++;
        }

        while (to > from && line.Text[to - 1] == ' ')
        {
            to--;
        }

        if (from >= to)
        {
            return;
        }

        // "TOÀN VĂN: KẾT LUẬN 255-KL/TW …" of a page is the heading.
        if (line.Folded.AsSpan(from, to - from).StartsWith("toan van"))
        {
            var rest = from + "toan van".Length;
            while (rest < to && line.Text[rest] is ':' or ' ' or '-')
            {
                rest++;
            }

            if (rest < to && _types.AtStart(line.Folded.AsSpan(rest, to - rest), out _) is not null)
            {
                from = rest;
            }
        }

        if (to - from > MaxCell || !line.IsWhole)
        {
            pieces.Add(new Piece(LongMark(line.Folded.AsSpan(from, to - from)), line, from, to));
            return;
        }

        if (TryCutMotto(line, from, to, next, pieces) || TryCutNumber(line, from, to, next, pieces)
            || TryCutDate(line, from, to, next, pieces) || TryCutSecrecy(line, from, to, next, pieces)
            || TryCutAttached(line, from, to, next, pieces) || TryCutSigner(line, from, to, pieces))
        {
            return;
        }

        var (mark, value) = Classify(line, from, to);
        pieces.Add(new Piece(mark, line, from, to) { Value = value });
    }

    /// <summary>The wide gap in "Số      -CV/TU" and "ngày     tháng     năm" is left for a pen and parts no columns.</summary>
    private static bool IsBlankToFill(string folded, int from, int to)
    {
        var left = folded.AsSpan(from, to - from).TrimEnd(" :.");
        var right = folded.AsSpan(to + 1).TrimStart(' ');
        return right.Length > 0
            && ((left.SequenceEqual("so") && (right[0] is '-' or '/' || char.IsAsciiDigit(right[0])))
                || (left.EndsWith("ngay") && (char.IsAsciiDigit(right[0]) || right.StartsWith("thang")))
                || (left.EndsWith("thang") && (char.IsAsciiDigit(right[0]) || right.StartsWith("nam")))
                || (left.EndsWith(" nam") && char.IsAsciiDigit(right[0]) && left.Contains("thang", StringComparison.Ordinal)));
    }

    private static Mark LongMark(ReadOnlySpan<char> folded) =>
        folded.StartsWith("v/v") ? Mark.Subject
        : folded.StartsWith("kinh gui") ? Mark.Addressee
        : folded.StartsWith("noi nhan") ? Mark.Recipients
        : Mark.Other;

    private bool TryCutMotto(SourceLine line, int from, int to, SourceLine? next, List<Piece> pieces)
    {
        var folded = line.Folded.AsSpan(from, to - from);
        var isParty = folded.Contains("viet nam", StringComparison.Ordinal) && folded.Contains("cong san", StringComparison.Ordinal);
        var isState = folded.Contains("cong h", StringComparison.Ordinal) || folded.Contains("hanh phuc", StringComparison.Ordinal);
        if (!isParty && !isState)
        {
            return false;
        }

        var match = isParty ? Forms.PartyMotto().Find(line.Folded, from, to - from) : Match.Empty;
        var mark = Mark.PartyMotto;
        if (!match.Success && isState)
        {
            match = Forms.StateMotto().Find(line.Folded, from, to - from);
            mark = Mark.StateMotto;
        }

        if (!match.Success)
        {
            return false;
        }

        var end = match.Index + match.Length;
        var isAlone = IsEdge(line.Text.AsSpan(from, match.Index - from)) && IsEdge(line.Text.AsSpan(end, to - end));
        var isSecondLine = line.Folded.AsSpan(match.Index, match.Length).StartsWith("doc lap");
        if (!isAlone)
        {
            // Beside another part of the letterhead it is in capitals, and what stands beside it is such a part.
            if (to - from > 200 || !(isSecondLine || Names.IsCapitals(line.Text.AsSpan(match.Index, match.Length))))
            {
                return false;
            }

            if (!IsLetterheadText(line, from, match.Index, next) || !IsLetterheadText(line, end, to, next))
            {
                return false;
            }
        }

        if (!isAlone)
        {
            ReadCell(line, from, match.Index, next, pieces);
        }

        pieces.Add(new Piece(mark, line, match.Index, end));
        if (!isAlone)
        {
            ReadCell(line, end, to, next, pieces);
        }

        return true;
    }

    private bool IsLetterheadText(SourceLine line, int from, int to, SourceLine? next)
    {
        if (IsEdge(line.Text.AsSpan(from, to - from)))
        {
            return true;
        }

        var beside = new List<Piece>();
        ReadCell(line, from, to, next, beside);
        return beside.TrueForAll(piece => piece.Mark
            is Mark.Issuer or Mark.Number or Mark.PlaceDate or Mark.Secrecy or Mark.Star or Mark.PartyMotto or Mark.StateMotto
            or Mark.Urgency or Mark.Rule or Mark.Position);
    }

    // Blanks, markup, and the dirt of a scan.
    private static bool IsEdge(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(" *-_.,:|\"'’‘`~·•°");

    private bool TryCutNumber(SourceLine line, int from, int to, SourceLine? next, List<Piece> pieces)
    {
        var so = line.Folded.AsSpan(from, to - from).IndexOf("s", StringComparison.Ordinal);
        if (so < 0 || !line.Folded.AsSpan(from, to - from).ContainsAny("0123456789-/"))
        {
            return false;
        }

        if (!line.Folded.AsSpan(from + so, to - from - so).ContainsAny("0o"))
        {
            return false;
        }

        if (line.Text[to - 1] is '-' or '/' && TryCutBrokenNumber(line, from, to, next, pieces))
        {
            return true;
        }

        var match = Forms.Number().Find(line.Folded, from, to - from);
        var isLoose = false;
        if (!match.Success)
        {
            match = Forms.LooseNumber().Find(line.Folded, from, to - from);
            isLoose = match.Success;
        }

        if (!match.Success || !IsNumberWord(line, from, match.Index))
        {
            return TryCutBrokenNumber(line, from, to, next, pieces);
        }

        var end = match.Index + match.Length;
        if (!IsNumberPlace(line, from, match.Index, end, to, next))
        {
            return false;
        }

        var docket = isLoose
            ? DocketOf($"{match.Groups["seq"].Value}-{Original(line, match.Groups["type"])}/{Original(line, match.Groups["organ"])}")
            : DocketOf(line.Text[match.Groups["seq"].Index..end]);
        if (docket is null && (isLoose || match.Groups["seq"].Length > 0))
        {
            return false;
        }

        if (docket is null && !IsKnownSymbol(Original(line, match.Groups["symbol"])))
        {
            return false;
        }

        if (docket is not null && !Names.IsCapitals(docket.Symbol.Replace("i", "", StringComparison.Ordinal)) && !HasType(docket))
        {
            return false;
        }

        // "Số 552-CV/" with the organ on the next page is longer than it looks.
        if (end == to && TryCutBrokenNumber(line, from, to, next, pieces))
        {
            return true;
        }

        if (line.Text[match.Index] is 'S')
        {
            ReadCell(line, from, match.Index, next, pieces);
        }

        pieces.Add(new Piece(Mark.Number, line, match.Index, end)
        {
            Docket = docket,
            Symbol = docket is null ? Compact(Original(line, match.Groups["symbol"])) : docket.Symbol,
        });
        ReadCell(line, end, to, next, pieces);
        return true;
    }

    private bool TryCutBrokenNumber(SourceLine line, int from, int to, SourceLine? next, List<Piece> pieces)
    {
        if (next is null || to != line.Text.Length || next.Text.Length > 40)
        {
            return false;
        }

        var match = Forms.BrokenNumber().Find(line.Folded, from, to - from);
        if (!match.Success || !IsNumberWord(line, from, match.Index))
        {
            return false;
        }

        var tail = next.Text;
        if (tail.StartsWith("- ", StringComparison.Ordinal))
        {
            tail = "-" + tail[2..]; // the break made a bullet of the hyphen
        }

        var cut = tail.AsSpan().IndexOfAny(" \t");
        if (cut > 0 && tail[cut] == ' ')
        {
            return false;
        }

        if (cut > 0)
        {
            tail = tail[..cut];
        }

        var head = line.Text[match.Index..to];
        var docket = tail.Length > 0 && (head[^1] is '-' or '/' || tail[0] is '-' or '/') ? DocketOf(head + tail) : null;
        if (docket?.Organ is null || !HasType(docket))
        {
            return false;
        }

        ReadCell(line, from, match.Index, null, pieces);
        pieces.Add(new Piece(Mark.Number, line, match.Index, to) { Docket = docket, Symbol = docket.Symbol, Continuation = next });
        return true;
    }

    /// <summary>
    /// "Số" with a capital: a line of running text that happens to begin with "số 04-CT/TW" is none. Laws write
    /// "Luật số: 64/2025/QH15".
    /// </summary>
    private bool IsNumberWord(SourceLine line, int from, int at) =>
        line.Text[at] is 'S'
        || (at > from && line.Folded.AsSpan(at).StartsWith("so:") && _types.AtStart(line.Folded.AsSpan(from, at - from), out var length) is not null
            && length == line.Folded.AsSpan(from, at - from).TrimEnd().Length);

    /// <summary>Around a number there are only other parts of a letterhead.</summary>
    private bool IsNumberPlace(SourceLine line, int from, int start, int end, int to, SourceLine? next)
    {
        var before = line.Text.AsSpan(from, start - from);
        if (!IsEdge(before) && !Names.IsCapitals(before) && line.Text[start] is 'S')
        {
            return false;
        }

        // "THỰC HIỆN NGHỊ QUYẾT SỐ 18-NQ/TW" cites; "CỦA THỦ TƯỚNG CHÍNH PHỦ SỐ 26/2001/CT-TTG" under a heading does not.
        if (line.Text[start] is 'S' && !line.Folded.AsSpan(start).StartsWith("so:") && EndsWithType(line.Folded.AsSpan(from, start - from)))
        {
            return false;
        }

        if (IsEdge(line.Text.AsSpan(end, to - end)) || line.Text.AsSpan(end, to - end).Trim() is ['(', .., ')'])
        {
            return true;
        }

        var after = new List<Piece>();
        ReadCell(line, end, to, next, after);
        return after.TrueForAll(piece => piece.Mark
            is Mark.PlaceDate or Mark.PartyMotto or Mark.StateMotto or Mark.Subject or Mark.Secrecy or Mark.Urgency or Mark.Issuer);
    }

    /// <summary>Whether a type's name stands right before a number.</summary>
    private bool EndsWithType(ReadOnlySpan<char> folded)
    {
        folded = folded.TrimEnd();
        for (var at = 0; at < folded.Length; at++)
        {
            if ((at == 0 || folded[at - 1] == ' ') && _types.AtStart(folded[at..], out var length) is not null && at + length == folded.Length)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The number that a text is, its sign spelled as the catalogue has it (<c>CT-TTG</c> in capitals is
    /// <c>CT-TTg</c>); null where it is none of a known shape.</summary>
    public Docket? DocketOf(string text) =>
        Docket.TryParse(text, out var docket) && HasKnownShape(docket) ? OfParty(docket) ?? (docket.Organ is { Length: > 1 } organ ? Spelled(docket, organ) : docket) : null;

    /// <summary>18/NQ-TW: organs of the Party alone number as 18-NQ/TW, so the marks are wrong.</summary>
    private Docket? OfParty(Docket docket)
    {
        if (docket.Style is not DocketStyle.State || docket.Symbol.Split('-') is not [var type, var organ]
            || catalogue.TypesByAbbreviation(type, Layer.Party).IsEmpty || catalogue.BodiesBySign(organ) is not { IsEmpty: false } bodies)
        {
            return null;
        }

        foreach (var body in bodies)
        {
            if (body.Layer != Layer.Party || !string.Equals(body.Organ, organ, StringComparison.Ordinal))
            {
                return null;
            }
        }

        return Docket.TryParse($"{docket.Canonical[..^(docket.Symbol.Length + 1)]}-{type}/{organ}", out var respelled) ? respelled : null;
    }

    private Docket Spelled(Docket docket, string organ)
    {
        foreach (var body in catalogue.BodiesBySign(organ))
        {
            if (body.Organ is { } sign && !string.Equals(sign, organ, StringComparison.Ordinal)
                && string.Equals(sign, organ, StringComparison.OrdinalIgnoreCase)
                && Docket.TryParse(docket.Canonical[..^organ.Length] + sign, out var spelled))
            {
                return spelled;
            }
        }

        return docket;
    }

    /// <summary>"Số 125/VT" of a stamp has neither year nor organ beside its sign.</summary>
    private static bool HasKnownShape(Docket docket) =>
        docket.Symbol.Length <= 60 && (docket.Style is not DocketStyle.State || docket.Symbol.Contains('-', StringComparison.Ordinal));

    private bool HasType(Docket docket) =>
        docket.Type is { } type && (!catalogue.TypesByAbbreviation(type).IsEmpty || !catalogue.BodiesBySign(type).IsEmpty);

    private bool IsKnownSymbol(string symbol)
    {
        var parts = Compact(symbol).Split(['-', '/'], 2);
        return !catalogue.TypesByAbbreviation(parts[0]).IsEmpty || !catalogue.BodiesBySign(parts[0]).IsEmpty;
    }

    private static string Original(SourceLine line, Group group) => line.Text.Substring(group.Index, group.Length);

    private static string Compact(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    private bool TryCutDate(SourceLine line, int from, int to, SourceLine? next, List<Piece> pieces)
    {
        var folded = line.Folded;
        var hasDay = folded.AsSpan(from, to - from).Contains("ngay", StringComparison.Ordinal);
        var match = hasDay
            ? Forms.PlaceDate().Find(folded, from, to - from)
            : to - from <= 60 ? Forms.ShortPlaceDate().Find(folded[from..to]) : Match.Empty;
        SourceLine? continuation = null;
        if (!match.Success && hasDay && next is { Text.Length: <= 30 } && to == line.Text.Length && to - from <= 60)
        {
            var joined = Forms.PlaceDate().Find(folded[from..to] + " " + next.Folded);
            if (!joined.Success || joined.Index != 0 || joined.Length != to - from + 1 + next.Folded.Length)
            {
                return false;
            }

            match = joined;
            continuation = next;
        }

        if (!match.Success)
        {
            return false;
        }

        var shift = hasDay && continuation is null ? 0 : from;
        var start = match.Index + shift;
        var end = continuation is null ? start + match.Length : to;
        if (!IsEdge(line.Text.AsSpan(from, start - from)) && !Names.IsCapitals(line.Text.AsSpan(from, start - from)))
        {
            return false;
        }

        if (!IsEdge(line.Text.AsSpan(end, to - end)) && !IsLetterheadText(line, end, to, next))
        {
            return false;
        }

        var place = match.Groups["place"];
        var name = place.Success ? line.Text.Substring(place.Index + shift, place.Length).Trim() : null;
        if (name is not null && (name.Length == 0 || !char.IsUpper(name[0]) || Forms.Weekday().Fits(TypeNames.Fold(name))))
        {
            return false; // "Thứ Hai, 12/8/2024" is the day of a page
        }

        var cut = name is null ? -1 : CapitalsBefore(name);
        if (cut > 0)
        {
            start = place.Index + shift + cut;
            name = name![cut..].Trim();
        }

        if (name is null && to - from > match.Length + 4)
        {
            return false;
        }

        ReadCell(line, from, start, next, pieces);
        pieces.Add(new Piece(Mark.PlaceDate, line, start, end)
        {
            Value = name,
            Date = DateOf(match),
            Continuation = continuation,
        });
        ReadCell(line, end, to, next, pieces);
        return true;
    }

    /// <summary>In "TỈNH ỦY NAM ĐỊNH Nam Định, ngày …" the place begins after the capitals.</summary>
    private static int CapitalsBefore(string name)
    {
        var words = name.Split(' ');
        var at = 0;
        var last = -1;
        foreach (var word in words)
        {
            if (word.Length > 1 && Names.IsCapitals(word))
            {
                last = at + word.Length;
            }

            at += word.Length + 1;
        }

        return last < 0 || last >= name.Length ? -1 : last;
    }

    /// <summary>"0 6" of a scan is "06".</summary>
    private static string Figures(string text) =>
        text.AsSpan().ContainsAnyExcept("0123456789 ") ? text.Trim() : text.Replace(" ", "", StringComparison.Ordinal);

    private static DateOnly? DateOf(Match match)
    {
        if (!int.TryParse(Figures(match.Groups["d"].Value), NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            || !int.TryParse(match.Groups["y"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            return null;
        }

        var monthText = Figures(match.Groups["m"].Value);
        if (!int.TryParse(monthText, NumberStyles.None, CultureInfo.InvariantCulture, out var month))
        {
            month = monthText switch { "bon" => 4, "chap" => 12, _ => Array.IndexOf(Forms.MonthNames, monthText) };
        }

        return year is >= 1900 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
    }

    private bool TryCutSecrecy(SourceLine line, int from, int to, SourceLine? next, List<Piece> pieces)
    {
        var whole = SecrecyMarks.TryReadWhole(line.Folded.AsSpan(from, to - from));
        var start = from;
        var end = to;
        var level = whole;

        // What only speaks of secret papers (QUY ĐỊNH VỀ SAO CHỤP TÀI LIỆU MẬT) or is left to be filled in ends like a mark.
        if ((whole is null && !SecrecyMarks.TryFindAtEdge(line.Text, line.Folded, from, to, out start, out end, out level))
            || _secrecy.InHead([line.Text[from..to]], before: null) is null)
        {
            return false;
        }

        if (whole is not null)
        {
            pieces.Add(new Piece(Mark.Secrecy, line, from, to) { Value = whole });
            return true;
        }

        ReadCell(line, from, start, next, pieces);
        pieces.Add(new Piece(Mark.Secrecy, line, start, end) { Value = level });
        ReadCell(line, end, to, next, pieces);
        return true;
    }

    /// <summary>"BẢO VỆ ĐÊ ĐIỀU (Kèm theo Quyết định số 154/QĐ-UBND)": the bracket that says what a plan is attached to.</summary>
    private bool TryCutAttached(SourceLine line, int from, int to, SourceLine? next, List<Piece> pieces)
    {
        var bracket = line.Text[to - 1] == ')' ? line.Text.LastIndexOf('(', to - 1, to - from) : -1;
        if (bracket <= from || !line.Folded.AsSpan(bracket, to - bracket).Contains("kem", StringComparison.Ordinal)
            || !Names.IsCapitals(line.Text.AsSpan(from, bracket - from)) || !Forms.AttachedTo().Fits(line.Folded.AsSpan(bracket, to - bracket)))
        {
            return false;
        }

        ReadCell(line, from, bracket, next, pieces);
        pieces.Add(new Piece(Mark.AttachedTo, line, bracket, to));
        return true;
    }

    /// <summary>"CHỦ TỊCH Nguyễn Văn An" in one cell: a position in capitals and the name of who holds it.</summary>
    private static bool TryCutSigner(SourceLine line, int from, int to, List<Piece> pieces)
    {
        if (to - from > 90 || !char.IsUpper(line.Text[from]) || !char.IsLower(line.Text[to - 1]))
        {
            return false;
        }

        var cut = to;
        while (cut > from)
        {
            var space = line.Text.LastIndexOf(' ', cut - 1, cut - from);
            var start = space < 0 ? from : space + 1;
            if (Names.IsCapitals(line.Text.AsSpan(start, cut - start)))
            {
                break;
            }

            cut = space < 0 ? from : space;
        }

        if (cut <= from || cut >= to || !Names.IsCapitals(line.Text.AsSpan(from, cut - from)))
        {
            return false;
        }

        var head = line.Folded.AsSpan(from, cut - from);
        var mark = Forms.Authority().Fits(head) ? Mark.Authority : LetterheadWords.Default.BeginsPosition(head) ? Mark.Position : Mark.Other;
        if (mark == Mark.Other || !Names.IsPerson(line.Text[(cut + 1)..to]))
        {
            return false;
        }

        pieces.Add(new Piece(mark, line, from, cut));
        pieces.Add(new Piece(Mark.Other, line, cut + 1, to));
        return true;
    }

    private (Mark Mark, string? Value) Classify(SourceLine line, int from, int to)
    {
        var text = line.Text[from..to];
        var folded = line.Folded[from..to];
        var isCapitals = Names.IsCapitals(text);
        if (!text.AsSpan().ContainsAnyExcept("*★☆✶xX ") && text.Length <= 7)
        {
            return (Mark.Star, null);
        }

        if (!text.AsSpan().ContainsAnyExcept("-_=–—*.~ ") && text.Length >= 2)
        {
            return (Mark.Rule, null);
        }

        if (folded.StartsWith("v/v", StringComparison.Ordinal) || folded.StartsWith("v / v", StringComparison.Ordinal)
            || (folded.StartsWith("ve viec ", StringComparison.Ordinal) && !isCapitals))
        {
            return (Mark.Subject, null);
        }

        if (folded.StartsWith("kinh gui", StringComparison.Ordinal))
        {
            return (Mark.Addressee, null);
        }

        if (folded.StartsWith("noi nhan", StringComparison.Ordinal) && char.IsUpper(text[0]))
        {
            return (Mark.Recipients, null);
        }

        // A cheap look at the first letter or a key word keeps most lines away from the expressions.
        if (text[0] is 'T' or 'K' && Forms.Authority().Fits(folded))
        {
            return (Mark.Authority, null);
        }

        if ((folded[0] is '(' or 'd' or 'k' or 'n' or 't' or 'g' or 's' or 'c' or 'e' || (char.IsAsciiDigit(folded[0]) && folded.Contains(':', StringComparison.Ordinal)))
            && Forms.Signed().Fits(folded))
        {
            return (Mark.Signed, null);
        }

        if (folded.Contains("sao", StringComparison.Ordinal) && (isCapitals || line.Markup != LineMarkup.None) && Forms.CopyMark().Fits(folded))
        {
            return (Mark.CopyMark, null);
        }

        if (text.Length < 40 && Forms.Urgency().Fits(folded))
        {
            return (Mark.Urgency, null);
        }

        if ((text.Length < 16 && Forms.PageNumber().Fits(folded)) || Forms.GazetteHead().Fits(folded))
        {
            return (Mark.PageNumber, null);
        }

        if (text[0] is '(' or '*' or '-' or 'K' or 'B' or 'Đ' && folded.Contains("kem", StringComparison.Ordinal) && Forms.AttachedTo().Fits(folded))
        {
            return (Mark.AttachedTo, null);
        }

        if (IsAnnex(text, folded, isCapitals))
        {
            return (Mark.Annex, null);
        }

        if (text.Length <= 60 && HasStampWord(folded) && Forms.Stamp().Fits(folded))
        {
            return (Mark.Stamp, null);
        }

        if (isCapitals && text.Length <= 80 && LetterheadWords.Default.BeginsPosition(folded)
            && !folded.StartsWith("thu tuong chinh phu", StringComparison.Ordinal))
        {
            return (Mark.Position, null);
        }

        var isMarked = (line.Markup & (LineMarkup.Heading | LineMarkup.Strong)) != LineMarkup.None;
        if (isMarked || (text.Length > 2 && char.IsUpper(text[0]) && char.IsUpper(text[1])))
        {
            var type = _types.AtStart(folded, out var length);
            if (type is not null && Names.IsCapitals(text.AsSpan(0, length)) && text.Length <= 300)
            {
                return (Mark.TypeHeading, type.Id);
            }

            if (type is not null && isMarked && folded.AsSpan(length).TrimEnd(".:").Length == 0)
            {
                return (Mark.TypeHeading, type.Id);
            }
        }

        if (!isCapitals)
        {
            return (Mark.Other, null);
        }

        if (folded.StartsWith("cua ", StringComparison.Ordinal))
        {
            return (Mark.OfIssuer, null);
        }

        if (text.Length <= 140 && text.Contains(' ', StringComparison.Ordinal) && LetterheadWords.Default.BeginsBody(text, folded) && text[^1] is not (':' or ';' or '.')
            && (!folded.StartsWith("so ", StringComparison.Ordinal) || text.StartsWith("SỞ", StringComparison.Ordinal)))
        {
            return (Mark.Issuer, null);
        }

        return (text.Length <= 140 ? Mark.Capitals : Mark.Other, null);
    }

    private static bool HasStampWord(string folded) =>
        folded.Contains("den", StringComparison.Ordinal) || folded.Contains("chuyen", StringComparison.Ordinal)
        || folded.StartsWith("luu ho so", StringComparison.Ordinal);

    private static bool IsAnnex(string text, string folded, bool isCapitals)
    {
        if (text[0] is not ('P' or 'M' or 'B') || text.Length > 200)
        {
            return false;
        }

        var match = Forms.Annex().Find(folded);
        if (!match.Success)
        {
            return false;
        }

        var isForm = folded[0] is 'm' or 'b';
        var rest = match.Groups["rest"].Value.Trim();
        if (isForm && match.Groups["no"].Length == 0)
        {
            return false;
        }

        return isCapitals || rest.Length == 0 || rest[0] is ':' or '.' or '-' or '(';
    }
}
