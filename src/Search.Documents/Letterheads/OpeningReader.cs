using Search.Documents.Catalogues;
using Search.Documents.Lines;

namespace Search.Documents.Letterheads;

/// <summary>Reads the head of a document, line by line, until its running text begins.</summary>
/// <remarks>Longer than most files because it is one state machine: each step reads and moves the same state.</remarks>
internal sealed class OpeningReader(Sheet sheet, int from, int to)
{
    /// <summary>Two lines of capitals above one another belong together unless this many stand between.</summary>
    private const int MaxAhead = 20;


    /// <summary>No letterhead, heading and title together have more lines.</summary>
    private const int MaxOpening = 80;

    /// <summary>How far below a line of a title its end is looked for.</summary>
    private const int MaxTitleAhead = 14;

    /// <summary>No title is longer, be it one that names the documents it amends with their titles; in UTF-16 units.</summary>
    private const int MaxLongTitle = 1_200;

    /// <summary>A title has no more lines that begin with a capital.</summary>
    private const int MaxTitleLines = 3;

    /// <summary>"(Kèm theo Quyết định số … của Chủ tịch Ủy ban nhân dân tỉnh)" has at most so many more lines.</summary>
    private const int MaxBracket = 3;

    private static readonly string[] Connectives =
        [.. ((string[])["của", "và", "về", "các", "cho", "trong", "với", "theo", "thực hiện", "tại", "ban", "số", "ngày", "tháng"]).Select(word => $" {CatalogueKeys.Name(word)}")];

    private readonly Opening _opening = new();
    private int _at;
    private Piece? _longName;
    private bool _isBracketOpen;
    private int _bracketAt;

    public Opening Read()
    {
        _opening.LetterheadEnd = from;
        for (_at = from; _at < to; _at++)
        {
            if (sheet.IsStamp(_at))
            {
                continue;
            }

            if (_at - from > MaxOpening || !ReadLine())
            {
                break;
            }
        }

        _opening.BodyStart = _at;
        return _opening;
    }

    private bool ReadLine()
    {
        var pieces = sheet[_at];
        if (pieces.Count == 0)
        {
            return !StartsBody(null) || (_opening.Heading is null && (_opening.Subject.Count == 0 || _opening.Date is null) && IsLetterheadAhead());
        }

        if (IsRowOfTable(pieces))
        {
            return false;
        }

        foreach (var piece in pieces)
        {
            if (_isBracketOpen)
            {
                _isBracketOpen = _at - _bracketAt < MaxBracket && !piece.Text.Contains(')', StringComparison.Ordinal);
                continue;
            }

            switch (piece.Mark)
            {
                case Mark.PartyMotto or Mark.Star or Mark.Urgency:
                    _opening.HasMotto |= piece.Mark == Mark.PartyMotto;
                    EndLetterhead();
                    break;
                case Mark.StateMotto:
                    _opening.IsState = _opening.HasMotto = true;
                    EndLetterhead();
                    break;
                case Mark.AttachedTo:
                    _isBracketOpen = piece.Text[0] == '(' && !piece.Text.Contains(')', StringComparison.Ordinal);
                    _bracketAt = _at;
                    break;
                case Mark.PageNumber:
                    break;
                case Mark.Rule when _opening.Title.Count > 0 && !IsTitleAhead():
                    _at++;
                    return false;
                case Mark.Rule:
                    break;
                case Mark.Secrecy:
                    _opening.Secrecy = SecrecyMarks.Graver(_opening.Secrecy, piece.Value);
                    EndLetterhead();
                    break;
                case Mark.CopyMark:
                    _opening.HasCopyMark = true;
                    EndLetterhead();
                    break;
                case Mark.Number when _opening.Title.Count > 0 && _opening.Number is null && pieces.Count > 1:
                    _opening.Title.Add(piece);
                    break;
                case Mark.Number:
                    _opening.Number ??= piece;
                    SkipTo(piece);
                    EndLetterhead();
                    break;
                case Mark.PlaceDate:
                    if (_opening.Date is null || (_opening.Date.Value is null && piece.Value is not null))
                    {
                        _opening.Date = piece;
                    }

                    SkipTo(piece);
                    EndLetterhead();
                    break;
                case Mark.Subject when _opening.Subject.Count == 0 && _opening.Heading is null:
                    _opening.Subject.Add(piece);
                    break;
                case Mark.TypeHeading when _opening.Heading is null && IsSeries(piece):
                    break;
                case Mark.TypeHeading when _opening.Heading is null:
                    ReadHeading(piece);
                    break;
                case Mark.OfIssuer when _opening.Heading is not null && _opening.Title.Count == 0 && HeadingParts.Read(piece.Folded).BodyLength > 0:
                    ReadHeadingRest(piece);
                    break;
                case Mark.Addressee:
                    ReadAddressees(piece);
                    return false;
                case Mark.Signed when IsLetterheadAhead() || (!HasBegun() && IsHeadingAhead()):
                case Mark.Annex when !HasBegun() && IsLetterheadAhead():
                    break; // the block of a digital signature or copy, or the mark of a form, above the letterhead or inside it
                case Mark.Recipients or Mark.Authority or Mark.Signed or Mark.Annex:
                    return false;
                case Mark.Capitals when IsUnknownPaper(piece) && pieces.Count == 1:
                    _opening.Heading = piece; // "PHIẾU TRÌNH", "BẢN NHẬN XÉT": of no type of the catalogue
                    break;
                case Mark.Issuer or Mark.Position or Mark.Capitals when _opening.Heading is not null && _opening.Title.Count > 0 && IsAuthorityLine(piece):
                    return false;
                case Mark.Issuer or Mark.Capitals when _opening is { Heading: not null, Number: null, Date: null } && IsLetterheadAhead():
                    _opening.Issuers.Add(piece); // a page's heading above the letterhead
                    break;
                case Mark.Issuer when _opening.Issuers.Count > 0 && Forms.UnionMotto().Fits(piece.Folded):
                    EndLetterhead();
                    break;
                case Mark.Position when _opening is { Heading: null, Issuers.Count: 0, Subject.Count: 0 } && (pieces.Count > 1 || IsLetterheadAhead()):
                    _opening.Issuers.Add(piece); // who holds an office issues: "CHỦ TỊCH ỦY BAN NHÂN DÂN"
                    EndLetterhead();
                    break;
                case Mark.Position when _opening is { Heading: null, Issuers.Count: > 0, Subject.Count: 0 } && piece.Folded is "thuong truc" && IsLetterheadAhead():
                    _opening.Issuers.Add(piece); // the standing part of the council above it
                    EndLetterhead();
                    break;
                case Mark.Issuer when _opening.Heading is null:
                    _opening.Issuers.Add(piece);
                    EndLetterhead();
                    break;
                case Mark.Issuer when _opening.OfIssuer is null && _opening.Title.Count == 0 && IsFollowedBySubject():
                    _opening.OfIssuer = piece;
                    break;
                case Mark.Capitals when _opening is { Heading: null, Subject.Count: 0, Issuers.Count: > 0, Date: not null } && pieces.Count == 1 && IsName(piece.Text):
                    _opening.Heading = piece; // below the date stands what the paper is, known or not: "PHIẾU TRÌNH"
                    break;
                case Mark.Capitals when _opening.Heading is null && _opening.Subject.Count == 0:
                    if (_opening.Issuers.Count > 0 || IsLetterheadAhead())
                    {
                        _opening.Issuers.Add(piece);
                    }

                    break;
                default:
                    if (ReadText(piece))
                    {
                        break;
                    }

                    return false;
            }
        }

        return true;
    }

    /// <summary>"STT | TÊN DOANH NGHIỆP | ĐỊA CHỈ" and the rows under it: three columns, and no part of a letterhead among them but a
    /// body's name.</summary>
    private bool IsRowOfTable(IReadOnlyList<Piece> pieces) =>
        pieces.Count > 2 && _opening is { Number: null, Date: null, HasMotto: false }
        && pieces.All(piece => piece.Mark is Mark.Issuer or Mark.Capitals or Mark.Other or Mark.PageNumber or Mark.Position)
        && !IsLetterheadAhead();

    /// <summary>Below a body, a motto or a number a line of capitals that begins as such papers do says what the paper is.</summary>
    private bool IsUnknownPaper(Piece piece) =>
        _opening is { Heading: null, Subject.Count: 0 } && (_opening.Issuers.Count > 0 || _opening.Number is not null || _opening.HasMotto)
        && LetterheadWords.Default.BeginsPaper(piece.Text);

    /// <summary>Words, and no sign left without its number ("- HD/BTCTU").</summary>
    private static bool IsName(string text) =>
        char.IsLetter(text[0]) && text.Contains(' ', StringComparison.Ordinal) && !text.Contains('/', StringComparison.Ordinal);

    /// <summary>"VĂN BẢN HỢP NHẤT - VĂN PHÒNG QUỐC HỘI" of a gazette names the series, on one line or on two; the paper's own heading
    /// follows.</summary>
    private bool IsSeries(Piece piece)
    {
        TypeNames.Of(sheet.Catalogue).AtStart(piece.Folded, out var length);
        var rest = piece.Folded.AsSpan(length).Trim();
        var isAlone = rest.IsEmpty && piece.Value is "van-ban-hop-nhat";
        if (!isAlone && !rest.StartsWith("-"))
        {
            return false;
        }

        for (var i = _at + 1; i < Math.Min(to, _at + 10); i++)
        {
            if ((!isAlone && sheet.Has(i, Mark.StateMotto)) || sheet.Find(i, Mark.TypeHeading) is { Text.Length: < 40 })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether any part of a letterhead was read.</summary>
    private bool HasBegun() =>
        _opening.Issuers.Count > 0 || _opening.Number is not null || _opening.Date is not null || _opening.Heading is not null || _opening.IsState;

    /// <summary>Who decides, in a line of its own between the title and "Căn cứ": it is no title and no signature.</summary>
    private bool IsAuthorityLine(Piece piece)
    {
        for (var i = _at + 1; i < Math.Min(to, _at + 4); i++)
        {
            if (sheet.IsStamp(i) || sheet.Has(i, Mark.Rule) || Forms.Session().Fits(sheet.Lines[i].Folded))
            {
                continue;
            }

            return IsBasis(sheet.Lines[i].Folded) && (piece.Mark is Mark.Issuer or Mark.Position || LetterheadWords.Default.BeginsPosition(piece.Folded) || Bodies.HasShape(piece.Text));
        }

        return false;
    }

    /// <summary>"Căn cứ …", "- Xét đề nghị …": what a decision rests on.</summary>
    internal static bool IsBasis(string folded)
    {
        var text = folded.AsSpan().TrimStart("-+* ");
        return IsGround(text) || text.StartsWith("xet ") || text.StartsWith("theo de nghi");
    }

    /// <summary>"Căn cứ" and not "căn cước".</summary>
    internal static bool IsGround(ReadOnlySpan<char> folded) => folded.StartsWith("can cu") && (folded.Length == 6 || !char.IsLetter(folded[6]));

    /// <summary>"BAN THƯỜNG VỤ TỈNH ỦY" between the type and "về …" says who issues; the title comes after.</summary>
    private bool IsFollowedBySubject() =>
        _at + 1 < to && sheet[_at + 1] is [var next] && (next.Mark == Mark.Subject
            || next.Folded.StartsWith("ve ", StringComparison.Ordinal));

    private void EndLetterhead()
    {
        if (_opening.Heading is null)
        {
            _opening.LetterheadEnd = _at + 1;
        }
    }

    private void SkipTo(Piece piece)
    {
        if (piece.Continuation is { } next && next.Index > _at)
        {
            _at = next.Index;
        }
    }

    /// <summary>"CHỈ THỊ", "CHỈ THỊ CỦA BAN BÍ THƯ", "KẾ HOẠCH thực hiện …".</summary>
    private void ReadHeading(Piece piece)
    {
        var type = TypeNames.Of(sheet.Catalogue).AtStart(piece.Folded, out var length);
        var rest = piece.From + length;
        if (type is not null && length > type.Name.Length && piece.Folded.StartsWith(TypeNames.Fold(type.Name), StringComparison.Ordinal))
        {
            _longName = piece with { Mark = Mark.Other, From = piece.From + type.Name.Length + 1, To = rest };
        }

        while (rest < piece.To && piece.Line.Text[rest] is ' ' or ':' or '.' or '-' or '–' or '—')
        {
            rest++;
        }

        // "VĂN BẢN HỢP NHẤT - BỘ QUỐC PHÒNG": whose series it is.
        if (type is { Id: "van-ban-hop-nhat" } && rest < piece.To && Bodies.HasShape(piece.Line.Text[rest..piece.To]))
        {
            _opening.Heading = piece with { To = piece.From + length };
            _opening.OfIssuer ??= piece with { Mark = Mark.Other, From = rest };
            return;
        }

        _opening.Heading = piece with { To = piece.From + length };
        if (rest >= piece.To || !piece.Line.Text.AsSpan(rest, piece.To - rest).ContainsAnyExcept("[]()*0123456789 "))
        {
            // Nothing but the mark of a note: "THÔNG TƯ[1]".
            return;
        }

        ReadHeadingRest(new Piece(Mark.Other, piece.Line, rest, piece.To));
    }

    /// <summary>What stands behind the type: whose it is, its own number and date, and the title.</summary>
    private void ReadHeadingRest(Piece rest)
    {
        var parts = HeadingParts.Read(rest.Folded);
        var isCapital = Names.IsCapitals(rest.Text);
        if (parts.NumberLength > 0 && _opening.Number is null
            && sheet.DocketOf(rest.Text.Substring(parts.NumberStart, parts.NumberLength)) is { } docket)
        {
            _opening.Number = new Piece(Mark.Number, rest.Line, rest.From + parts.NumberStart, rest.From + parts.NumberStart + parts.NumberLength)
            {
                Docket = docket,
                Symbol = docket.Symbol,
            };
            _opening.Date ??= parts.Date is { } day ? new Piece(Mark.PlaceDate, rest.Line, rest.From, rest.From) { Date = day } : null;
        }
        else if (parts.NumberLength > 0)
        {
            _opening.Title.Add(rest); // a number that is cited belongs to the title
            return;
        }

        if (parts.BodyLength > 0 && (isCapital || parts.NumberLength > 0))
        {
            _opening.OfIssuer ??= rest with { From = rest.From + parts.BodyStart, To = rest.From + parts.BodyStart + parts.BodyLength };
        }
        else if (parts.NumberLength == 0)
        {
            _opening.Title.Add(rest);
            return;
        }

        if (parts.TitleStart < rest.To - rest.From)
        {
            _opening.Title.Add(rest with { Mark = Mark.Other, From = rest.From + parts.TitleStart });
        }
    }

    private bool ReadText(Piece piece)
    {
        if (_opening.Subject.Count > 0 && _opening.Heading is null)
        {
            if (ContinuesSubject(piece))
            {
                _opening.Subject.Add(piece);
                return true;
            }

            return !StartsBody(piece);
        }

        if (_opening.Heading is null)
        {
            return !StartsBody(piece);
        }

        if (_opening.Title.Count > 0 && IsPlenum() && !Names.IsCapitals(piece.Text) && BeginsTitle(piece)
            && !sheet.IsBodyLike(piece.Line.Index))
        {
            _opening.OfIssuer ??= _opening.Title[0];
            _opening.Title.Clear();
        }

        if (_opening is { Title.Count: 0, Number: null } && IsOwnNumber(piece))
        {
            ReadHeadingRest(piece);
            return true;
        }

        if (_opening.Title.Count == 0 ? BeginsTitle(piece) : ContinuesTitle(piece))
        {
            if (_opening.Title.Count == 0 && _longName is { } tail && piece.Folded.StartsWith("cua ", StringComparison.Ordinal))
            {
                _opening.Title.Add(tail); // "THÔNG BÁO KẾT LUẬN" above "CỦA ĐỒNG CHÍ …": the title is the conclusion of somebody
            }

            _opening.Title.Add(WithoutNote(piece));
            return true;
        }

        return false;
    }

    /// <summary>"Số 112/CĐ-TTg, ngày 19 tháng 7 năm 2025 của Thủ tướng Chính phủ về …" under "CÔNG ĐIỆN": number, date and title in one
    /// line. A number of another type is one that is cited.</summary>
    private bool IsOwnNumber(Piece piece)
    {
        if (!piece.Folded.StartsWith("so", StringComparison.Ordinal) || _opening.Heading?.Value is not { } id)
        {
            return false;
        }

        var parts = HeadingParts.Read(piece.Folded);
        return parts.NumberLength > 0 && sheet.DocketOf(piece.Text.Substring(parts.NumberStart, parts.NumberLength))?.Type is { } sign
            && sheet.Catalogue.TypesByAbbreviation(sign).Any(type => string.Equals(type.Id, id, StringComparison.Ordinal));
    }

    /// <summary>A line of a title without the mark of a note at its end: "CÔNG CHỨNG[1]", "đăng ký thuế1".</summary>
    private static Piece WithoutNote(Piece piece)
    {
        const int MaxFigures = 2;
        const int MinWord = 2; // one letter and a figure may be a name: "nhóm a1"
        var text = piece.Text.AsSpan();
        var word = text.TrimEnd("0123456789");
        var letters = word.Length;
        while (letters > 0 && char.IsLower(word[letters - 1]))
        {
            letters--;
        }

        if (text.Length - word.Length is > 0 and <= MaxFigures && word.Length - letters >= MinWord && (letters == 0 || word[letters - 1] == ' '))
        {
            return piece with { To = piece.From + word.Length };
        }

        var open = text.Length > 3 && text[^1] == ']' ? text.LastIndexOf('[') : -1;
        return open > 0 && text[(open + 1)..^1] is { Length: > 0 and <= 3 } mark && !mark.ContainsAnyExceptInRange('0', '9')
            ? piece with { To = piece.From + text[..open].TrimEnd().Length }
            : piece;
    }

    /// <summary>Before any heading: is this the running text already, or noise in the letterhead?</summary>
    private bool StartsBody(Piece? piece)
    {
        if (piece is null || sheet.IsBodyLike(_at) || IsEnumerated(piece.Folded))
        {
            return !IsHeadingAhead();
        }

        if (!IsHeadingAhead() && !IsLetterheadAhead())
        {
            return true;
        }

        _opening.Noise.Add(piece.Line);
        return false;
    }

    private bool IsHeadingAhead()
    {
        for (var i = _at + 1; i < Math.Min(to, _at + MaxAhead); i++)
        {
            if (sheet.IsStamp(i))
            {
                continue;
            }

            if (sheet.Has(i, Mark.Addressee))
            {
                return true;
            }

            if (sheet.Find(i, Mark.TypeHeading) is { Text.Length: < 60 } && _opening.Heading is null && _opening.Subject.Count == 0)
            {
                return true;
            }

            if (sheet.IsBodyLike(i))
            {
                return false;
            }
        }

        return false;
    }

    private bool IsLetterheadAhead()
    {
        for (var i = _at + 1; i < Math.Min(to, _at + 10); i++)
        {
            if (sheet.IsStamp(i))
            {
                continue;
            }

            if (sheet.IsBodyLike(i) || sheet.Has(i, Mark.TypeHeading))
            {
                return false;
            }

            if (sheet.Has(i, Mark.Number) || sheet.Has(i, Mark.PartyMotto) || sheet.Has(i, Mark.StateMotto)
                || sheet.Has(i, Mark.PlaceDate) || sheet.Has(i, Mark.Addressee))
            {
                return true;
            }
        }

        return false;
    }

    private bool ContinuesSubject(Piece piece)
    {
        var last = _opening.Subject[^1];
        if (piece.Text.Length > 200 || IsEnumerated(piece.Folded))
        {
            return false;
        }

        if (char.IsLower(piece.Text[0]) || IsOpen(_opening.Subject) || EndsConnective(last.Text) || last.Folded.TrimEnd(' ', ':', '.') is "v/v" or "ve viec")
        {
            return true;
        }

        return piece.Line.BlanksBefore == 0 && piece.Line.Index == last.Line.Index + 1 && last.Text.Length <= 60
            && piece.Text.Length <= 70 && !sheet.IsBodyLike(piece.Line.Index) && piece.Text[^1] is not (':' or '.');
    }

    /// <summary>"HỘI NGHỊ LẦN THỨ SÁU BAN CHẤP HÀNH TRUNG ƯƠNG": who decided, above the title proper.</summary>
    private bool IsPlenum() =>
        _opening.Title[0].Folded.StartsWith("hoi nghi ", StringComparison.Ordinal) && _opening.Title.TrueForAll(piece => Names.IsCapitals(piece.Text));

    private bool BeginsTitle(Piece piece)
    {
        if (IsEnumerated(piece.Folded) || IsGround(piece.Folded))
        {
            return false;
        }

        if (Names.IsCapitals(piece.Text))
        {
            return true;
        }

        return (piece.Text.Length <= 400 && !(piece.Text.Length > 150 && piece.Text[^1] is '.' or ':' or ';'))
            || (piece.Text.Length <= MaxLongTitle && char.IsLetterOrDigit(piece.Text[^1]) && IsAboveBasis());
    }

    /// <summary>Whether what a decision rests on follows right below: what stands above it is a title, however long.</summary>
    private bool IsAboveBasis()
    {
        var next = _at + 1;
        while (next < to && (sheet[next].Count == 0 || sheet.IsStamp(next) || sheet.Has(next, Mark.Rule)))
        {
            next++;
        }

        return next < to && IsBasis(sheet.Lines[next].Folded);
    }

    private bool ContinuesTitle(Piece piece)
    {
        var last = _opening.Title[^1];
        var open = IsOpen(_opening.Title);
        if (IsEnumerated(piece.Folded) || (!open && char.IsUpper(piece.Text[0]) && IsBasis(piece.Folded)))
        {
            return false;
        }

        if (!open && piece.Text[0] == '(' && Forms.TitleNote().Fits(piece.Folded))
        {
            return false; // "(Trình tại Hội nghị …)" under a title says what it was made for
        }

        if (last.Text.Length <= 2 && char.IsUpper(last.Text[^1]) && Names.IsCapitals(piece.Text))
        {
            return true; // "Ý" above "KIẾN CHỈ ĐẠO CỦA …"
        }

        if (Names.IsCapitals(last.Text) != Names.IsCapitals(piece.Text) && !open)
        {
            // A title in capitals and its quoted rest in small letters are still set alike.
            if (!(char.IsLower(piece.Text[0]) && piece.Text.Length < 140))
            {
                return false;
            }
        }

        if (open && piece.Text.Length < 300)
        {
            return true;
        }

        if (piece.Text.Length > 300 && !Names.IsCapitals(piece.Text))
        {
            return false;
        }

        if (Names.IsCapitals(last.Text) && Names.IsCapitals(piece.Text))
        {
            return piece.Mark is not Mark.Position;
        }

        if (char.IsLower(piece.Text[0]))
        {
            return !sheet.IsBodyLike(piece.Line.Index) || piece.Text[^1] is not ('.' or ':' or ';');
        }

        if (EndsConnective(last.Text) && piece.Text.Length < 140)
        {
            return true;
        }

        if (piece.Text.Length >= 140 || IsStrong(last.Line) != IsStrong(piece.Line))
        {
            return false;
        }

        return (piece.Line.BlanksBefore == 0 || IsBeforeBasis(last, piece)) && (IsStrong(piece.Line) || IsBeforeBasis(last, piece));
    }

    /// <summary>A line of a title that begins with a name: a short line without an end, after which nothing but more of its kind
    /// stands above what a decision rests on, who decides, or whom it is sent to; in strong type also above a rule.</summary>
    private bool IsBeforeBasis(Piece last, Piece piece)
    {
        if (last.Text[^1] is '.' or ';' or ':')
        {
            return false;
        }

        var lines = 0;
        for (var i = piece.Line.Index; i < Math.Min(to, piece.Line.Index + MaxTitleAhead); i++)
        {
            if (sheet.IsStamp(i) || sheet[i].Count == 0)
            {
                continue;
            }

            var line = sheet.Lines[i];
            if (i > piece.Line.Index && (IsBasis(line.Folded) || sheet.Has(i, Mark.Addressee)))
            {
                return true;
            }

            if (i > piece.Line.Index && sheet.Has(i, Mark.Rule))
            {
                if (IsStrong(piece.Line))
                {
                    return true;
                }

                continue;
            }

            if (i > piece.Line.Index && (sheet.Has(i, Mark.Issuer) || sheet.Has(i, Mark.Position)))
            {
                continue;
            }

            if (++lines > MaxTitleLines || line.Text.Length > 140 || line.Text[^1] is '.' or ';' or ':' || IsEnumerated(line.Folded))
            {
                return false;
            }
        }

        return false;
    }

    private static bool IsStrong(SourceLine line) => line.Markup.HasFlag(LineMarkup.Strong) || line.Markup.HasFlag(LineMarkup.Heading);

    private bool IsTitleAhead() =>
        _at + 1 < to && sheet[_at + 1] is [{ Mark: Mark.Other or Mark.Capitals } next] && ContinuesTitle(next)
        && char.IsLower(next.Text[0]);

    /// <summary>Whether a line ends with a word or sign that nothing ends with. Marks count: "số" does, "cơ sở", "đề tài" and "quan
    /// trọng" do not.</summary>
    private static bool EndsConnective(string text)
    {
        var key = CatalogueKeys.Ending(text);
        return text[^1] == ',' || text.EndsWith(" -", StringComparison.Ordinal) || Connectives.Any(word => key.EndsWith(word, StringComparison.Ordinal));
    }

    /// <summary>Whether a quotation or bracket is still open.</summary>
    private static bool IsOpen(List<Piece> pieces)
    {
        int quotes = 0, depth = 0;
        foreach (var piece in pieces)
        {
            foreach (var c in piece.Text)
            {
                if (c is '“')
                {
                    depth++;
                }
                else if (c is '”')
                {
                    depth--;
                }
                else if (c is '"')
                {
                    quotes++;
                }
                else if (c is '(')
                {
                    depth++;
                }
                else if (c is ')')
                {
                    depth--;
                }
            }
        }

        return depth > 0 || quotes % 2 == 1;
    }

    internal static bool IsEnumerated(string folded)
    {
        var at = 0;
        while (at < folded.Length && (folded[at] is 'i' or 'v' or 'x'))
        {
            at++;
        }

        if (folded.StartsWith("v/v", StringComparison.Ordinal))
        {
            return false;
        }

        if (at > 0 && at < folded.Length && folded[at] is '.' or '-' or '/' or ')')
        {
            return true;
        }

        at = 0;
        while (at < folded.Length && char.IsAsciiDigit(folded[at]))
        {
            at++;
        }

        if (at is > 0 and < 3 && at < folded.Length && folded[at] is '.' or ')' or '-' or '/' && !(at + 1 < folded.Length && char.IsAsciiDigit(folded[at + 1]) && folded[at] is '/' or '-'))
        {
            return true;
        }

        return folded.StartsWith("dieu 1", StringComparison.Ordinal) || folded.StartsWith("phan ", StringComparison.Ordinal) && folded.Length < 40
            || folded.StartsWith("chuong ", StringComparison.Ordinal) && folded.Length < 40 || (folded.Length > 2 && folded[0] is '-' or '+' or '•' && folded[1] == ' ');
    }

    private void ReadAddressees(Piece piece)
    {
        EndLetterhead();
        _opening.HasAddressee = true;
        var items = new List<string>();
        var rest = piece.Text.AsSpan("Kính gửi".Length).TrimStart(" :.").ToString();
        var isList = rest.Length == 0;
        AddItem(items, rest);
        var hasBullets = rest.Length > 0 && IsBullet(rest);
        for (_at++; _at < to; _at++)
        {
            if (sheet.IsStamp(_at))
            {
                continue;
            }

            if (sheet[_at].Count == 0 && isList && items.Count == 0)
            {
                continue; // the empty line of a table between "Kính gửi:" and those it names
            }

            if (sheet[_at] is not [{ Mark: Mark.Other or Mark.Capitals or Mark.Issuer } next, ..] || next.Text.Length > 240)
            {
                break;
            }

            var isBullet = IsBullet(next.Text);
            var previous = sheet.Lines[_at - 1].Text is { Length: > 0 } above ? above[^1] : ' ';
            if (isBullet && (isList || hasBullets || next.Line.BlanksBefore == 0))
            {
                hasBullets = true;
                AddItem(items, next.Text);
            }
            else if ((isList && !hasBullets && items.Count == 0)
                || (items.Count > 0 && previous is ';' && next.Line.BlanksBefore == 0 && next.Text.Length < 140))
            {
                AddItem(items, next.Text);
            }
            else if (items.Count > 0 && next.Line.BlanksBefore == 0 && !sheet.IsBodyLike(_at) && char.IsLower(next.Text[0]))
            {
                items[^1] = Trim(items[^1] + " " + next.Text);
            }
            else
            {
                break;
            }
        }

        _opening.Addressees.AddRange(items.SelectMany(item => item.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)));
    }

    private static void AddItem(List<string> items, string text)
    {
        text = Trim(text);
        if (text.Length > 0)
        {
            items.Add(text);
        }
    }

    internal static bool IsBullet(string text) =>
        text.Length > 1 && text[0] is '-' or '+' or '•' or '*' or '–' or '●' or '▪' or '·' or '○' && (text[1] == ' ' || char.IsLetter(text[1]));

    internal static string Trim(string text)
    {
        var trimmed = text.AsSpan().Trim();
        if (IsBullet(text))
        {
            trimmed = trimmed[1..];
        }

        return trimmed.Trim().TrimEnd(".,;: ").ToString();
    }
}
