using System.Globalization;
using Search.Documents.Catalogues;
using Search.Text;

namespace Search.Documents.Letterheads;

// Longer than most files because the fields of a letterhead depend on one another and are settled in one order.
/// <summary>Builds the description of one document out of its opening, issuer and closing.</summary>
internal sealed class Description
{
    /// <summary>The heading of a page stands among its first lines.</summary>
    private const int MaxHeadingLine = 40;

    private readonly Sheet _sheet;
    private readonly DocumentDraft _draft;
    private readonly int _from;
    private readonly int _mainEnd;
    private readonly DocumentPart? _leftover;
    private readonly Opening _opening;
    private readonly SecondOpinions _opinions;
    private readonly Closing _closing;
    private readonly TypeEntry? _selfType;
    private readonly int _head;
    private readonly int _upper;
    private readonly int _above;
    private readonly Issuer _issuer;
    private readonly Dictionary<string, Inference> _inferences;

    public Description(Sheet sheet, DocumentDraft draft)
    {
        _sheet = sheet;
        _draft = draft;
        _from = sheet.Lines.IndexAt(draft.Span.Start);
        var to = sheet.Lines.IndexAt(draft.Span.End - 1) + 1;
        var annex = draft.Parts.FirstOrDefault(part => part.Kind == DocumentPartKind.Annex);
        _mainEnd = annex is null ? to : sheet.Lines.IndexAt(annex.Span.Start);
        _head = Math.Clamp(sheet.Lines.IndexAt(draft.Head), _from, Math.Max(_from, _mainEnd - 1));
        _opinions = SecondOpinions.Of(sheet, _from, _mainEnd, isFirst: _from == 0);
        if (_head == _from && _opinions.RecordEnd > _from && _opinions.RecordEnd < _mainEnd)
        {
            _head = _opinions.RecordEnd;
        }

        if (draft.Tail is { } tail)
        {
            _mainEnd = Math.Min(_mainEnd, sheet.Lines.IndexAt(tail));
        }

        _opening = new OpeningReader(sheet, _head, _mainEnd).Read();
        if (draft.Tail is not null)
        {
            _opening.TakeLetterhead(new OpeningReader(sheet, _mainEnd, to).Read());
        }

        _above = _from;
        if (draft.Upper is { } upper)
        {
            // A letterhead in two halves: its number and date were printed, or came out of a file, below the first of the text.
            _upper = sheet.Lines.IndexAt(upper);
            var above = new OpeningReader(sheet, _upper, _head).Read();
            _opening.TakeLetterhead(above);
            _above = Math.Clamp(above.LetterheadEnd, _upper, _head);
        }

        _inferences = new Dictionary<string, Inference>(StringComparer.Ordinal);
        if (_opening.Number?.Docket is null && Certification.Read(sheet, _opening.BodyStart, to) is { Number: { } certified } certification)
        {
            _opening.Number = certified;
            _opening.Date ??= certification.Date;
        }

        TakeNumber();
        var closingFrom = _opening.HasCopyMark || IsCopyNumber(_opening.Number) ? _opening.LetterheadEnd : _opening.BodyStart;
        _closing = new ClosingReader(sheet, Math.Min(closingFrom, _mainEnd), _mainEnd).Read();
        if (_opening is { Heading: null, Number: null, Date: null } && _from == 0)
        {
            _opinions.Add(PageIntroduction.Read(sheet, _head, _mainEnd, _closing.Signers.Count > 0 && _closing.Authority.Count > 0));
            TakeNumber();
            _selfType = SelfType.Read(sheet, _head, _mainEnd);
        }
        else if (_opening.Number is null && _from == 0)
        {
            _opinions.Add(PageHeading.Read(sheet, _from, _opening));
            TakeNumber();
        }

        if (Leftover() is { } leftover)
        {
            _leftover = new DocumentPart(
                DocumentPartKind.Annex,
                new TextSpan(sheet.Lines.SpanOf(leftover).Start, sheet.Lines.SpanOf(_mainEnd - 1).End),
                AnnexTitle.Read(sheet, leftover, _mainEnd));
            _mainEnd = leftover;
        }

        if (closingFrom < _opening.BodyStart || IsCopyNumber(_opening.Number))
        {
            ReadCopyLines(_opening.BodyStart);
        }

        _issuer = new IssuerReader(sheet, _opening, _closing, _opinions["issuer"]?.Value, isPaper: _selfType is not null || _opinions["type"] is not null).Read(_opening.BodyStart, Math.Max(_opening.BodyStart, Math.Min(_closing.Start, _mainEnd)));
        foreach (var (field, inference) in _issuer.Inferences)
        {
            _inferences[field] = inference;
        }
    }

    public Document Build()
    {
        var docket = _opening.Number?.Docket;
        var type = Type(docket);
        docket = SignSpelling.Of(docket, type);
        var date = _opening.Date ?? _closing.Date;
        var day = Day(date);
        var titlePieces = _opening.Heading is null || _opening.Title.Count == 0 ? _opening.Subject : _opening.Title;
        var title = titlePieces.Count == 0 ? ClaimedTitle() : Titles.Join(titlePieces.Select(piece => piece.Text));
        var document = new Document
        {
            Key = Key(docket, type, title, day),
            Header = new DocumentHeader
            {
                Docket = docket,
                PrintedNumber = docket is null ? null : PrintedNumber(_opening.Number!),
                Type = type?.Id,
                Issuer = _issuer.Name,
                Level = _issuer.Level,
                Province = _issuer.Province?.Name,
                ProvinceId = _issuer.Province?.Id,
                Date = day,
                Term = Term(day),
                Title = title,
            },
            Place = date?.Value,
            Addressees = [.. _opening.Addressees],
            Recipients = [.. _closing.Recipients],
            SigningAuthority = JoinPieces(_closing.Authority),
            SignerTitle = JoinPieces(_closing.Position),
            Signer = _closing.Signers.Count == 0
                ? Claimed("signer", _opinions["signer"] is { } signed && Names.WithoutOffice(signed.Value) is { Length: > 0 } name ? signed with { Value = name } : null)
                : string.Join("; ", _closing.Signers.Distinct(StringComparer.Ordinal)),
            Secrecy = Secrecy(),
            Span = _draft.Span,
            TitleSpan = titlePieces.Count == 0 ? null : new TextSpan(titlePieces[0].Span.Start, titlePieces[^1].Span.End),
            BodySpan = BodySpan(),
            Parts = Parts(),
        };
        InferYear(document);
        return document with { Inferences = _inferences };
    }

    /// <summary>The number as it is printed: the letterhead's, or that of the second opinion it was taken from.</summary>
    private string? PrintedNumber(Piece number)
    {
        if (number.To == number.From)
        {
            return _opinions["number"]?.Value;
        }

        if (number.Continuation is not null)
        {
            return number.Docket?.Canonical;
        }

        var text = number.Text.AsSpan();
        var at = text.IndexOfAnyInRange('0', '9');
        return at < 0 ? number.Docket?.Canonical : text[at..].Trim().ToString();
    }

    /// <summary>Text after the signature that is no heading of an annex, such as a list of names: its first line.</summary>
    private int? Leftover()
    {
        if (_closing.Start >= _mainEnd || _closing.End >= _mainEnd || _closing.Signers.Count == 0)
        {
            return null;
        }

        for (var i = _closing.End; i < _mainEnd; i++)
        {
            if (_sheet.IsBodyLike(i) || _sheet.Lines[i].Markup.HasFlag(Lines.LineMarkup.Columns))
            {
                return _closing.End;
            }
        }

        return null;
    }

    private bool IsCopyNumber(Piece? number) =>
        number?.Docket?.Type is { } sign
        && _sheet.Catalogue.TypesByAbbreviation(sign) is [{ Kind: TypeKind.Copy }, ..];

    /// <summary>A copy endorsement has its mark and date below its recipients as often as above.</summary>
    private void ReadCopyLines(int from)
    {
        for (var i = from; i < _mainEnd; i++)
        {
            if (_sheet.Has(i, Mark.CopyMark))
            {
                _opening.HasCopyMark = true;
            }

            if (_sheet.Find(i, Mark.PlaceDate) is { } date && _opening.Date is null)
            {
                _opening.Date = date;
            }

            if (_opening.Issuers.Count == 0 && _sheet.Find(i, Mark.Issuer) is { } issuer && i < from + 6)
            {
                _opening.Issuers.Add(issuer);
            }
        }
    }

    private TypeEntry? Type(Docket? docket)
    {
        var sign = docket?.Type ?? _opening.Number?.Symbol?.Split('/', '-')[0];
        var layer = docket?.Style is DocketStyle.State or DocketStyle.StateWithYear || _opening.IsState ? Layer.State : Layer.Party;
        var bySign = sign is null ? [] : _sheet.Catalogue.TypesByAbbreviation(sign, layer);
        if (sign is not null && bySign.IsEmpty)
        {
            bySign = _sheet.Catalogue.TypesByAbbreviation(sign);
        }

        if (bySign is [{ Kind: TypeKind.Copy }, ..] || (_opening.HasCopyMark && _opening.Heading is null))
        {
            return CopyType() ?? (bySign.IsEmpty ? null : bySign[0]);
        }

        if (_opening.Heading?.Value is { } id && _sheet.Catalogue.Type(id) is { } heading)
        {
            return heading;
        }

        // A letter to somebody about something is an official letter, whatever office its sign names: 5662/CT-CS.
        if (_opening.Heading is null && _opening.Subject.Count > 0 && docket?.Style is DocketStyle.State
            && (_opening.HasAddressee || bySign.IsEmpty))
        {
            return _sheet.Catalogue.Type("cong-van");
        }

        if (_opinions["type"] is { } claim && ClaimedType(claim.Value) is { Kind: not TypeKind.Generic } claimed)
        {
            // "Quy định" in the record of 68/2026/NĐ-CP: the letters of the number are the issuer's own word. They do not tell the type of
            // a letter, which bears its office there, nor that of what a consolidated text consolidates.
            if (bySign is [{ Consolidates: false } printed, ..] && claimed is { Heading: true, Consolidates: false } && !bySign.Contains(claimed)
                && docket?.Style is DocketStyle.StateWithYear)
            {
                _inferences["type"] = new Inference(printed.Id, $"Lấy theo ký hiệu của số {docket.Canonical}; khác với phần khai: {claim.Reason}", 0.9);
                return printed;
            }

            _inferences["type"] = new Inference(claimed.Id, claim.Reason, claim.Confidence);
            return claimed;
        }

        if (bySign.Length > 1 && docket is not null && NamedType(docket) is { } named && bySign.Contains(named))
        {
            _inferences["type"] = new Inference(named.Id, $"Ký hiệu dùng chung; tiêu đề của trang ghi “{named.Name}” trước số {docket.Canonical}.", 0.8);
            return named;
        }

        if (!bySign.IsEmpty)
        {
            return bySign[0];
        }

        if (_selfType is not null && _opening.Addressees.Count == 0)
        {
            _inferences["type"] = new Inference(_selfType.Id, $"Không có tên loại; văn bản tự gọi mình là “{_selfType.Name} này”.", 0.7);
            return _selfType;
        }

        if (_opening.Heading is not null || (_opening.Subject.Count == 0 && _opening.Addressees.Count == 0))
        {
            return null;
        }

        _inferences["type"] = new Inference("cong-van", "Không có tên loại; có “V/v” hoặc “Kính gửi” như một công văn.", 0.9);
        return _sheet.Catalogue.Type("cong-van");
    }

    private TypeEntry? ClaimedType(string name) =>
        _sheet.Catalogue.TypesByName(name) is [var named, ..] ? named : TypeNames.Of(_sheet.Catalogue).Named(name);

    /// <summary>"Quy định số 22-QĐ/TW về …" in the heading of the page or in front matter: the type before the paper's own number.</summary>
    private TypeEntry? NamedType(Docket docket)
    {
        var names = _opinions["title"] is { } title ? new List<string> { title.Value } : [];
        for (var i = _from; i < Math.Min(_mainEnd, _from + MaxHeadingLine); i++)
        {
            if (_sheet.Lines[i].Markup.HasFlag(Lines.LineMarkup.Heading))
            {
                names.Add(_sheet.Lines[i].Text);
            }
        }

        foreach (var name in names)
        {
            if (TypeNames.Of(_sheet.Catalogue).AtStart(TypeNames.Fold(name), out var length) is { } type && IsOwnNumber(name, ref length, docket, out _))
            {
                return type;
            }
        }

        return null;
    }

    /// <summary>Whether a text goes on with the paper's own number.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where the number is looked for; moved past blanks.</param>
    /// <param name="docket">The paper's number.</param>
    /// <param name="end">Where what follows the number, its date and its issuer begins.</param>
    private bool IsOwnNumber(string text, ref int at, Docket docket, out int end)
    {
        while (at < text.Length && text[at] is ' ' or ':')
        {
            at++;
        }

        var folded = TypeNames.Fold(text);
        var parts = folded.Length == text.Length ? HeadingParts.Read(folded[at..]) : default;
        end = at + parts.TitleStart;
        return parts.NumberLength > 0 && _sheet.DocketOf(text.Substring(at + parts.NumberStart, parts.NumberLength)) is { } named
            && string.Equals(named.Canonical, docket.Canonical, StringComparison.OrdinalIgnoreCase);
    }

    private TypeEntry? CopyType()
    {
        var to = _sheet.Lines.IndexAt(_draft.Span.End - 1) + 1;
        for (var i = _from; i < to; i++)
        {
            if (_sheet.Find(i, Mark.CopyMark) is not { } mark)
            {
                continue;
            }

            var id = mark.Folded.Contains("trich", StringComparison.Ordinal) ? "ban-trich-sao"
                : mark.Folded.Contains("luc", StringComparison.Ordinal) ? "ban-sao-luc" : "ban-sao-y";
            return _sheet.Catalogue.Type(id);
        }

        return null;
    }

    private DocumentKey Key(Docket? docket, TypeEntry? type, string? title, DateOnly? date)
    {
        if (docket is not null)
        {
            return DocumentKey.ForNumber(docket.Canonical, _issuer.Place, date);
        }

        var sign = type?.Abbreviations.Count > 0 ? type.Abbreviations[0] : type?.Id;
        var symbol = _opening.Number?.Symbol
            ?? (sign is null ? null : _issuer.Sign is null ? sign : $"{sign}/{_issuer.Sign}")
            ?? DocumentKey.Unknown;
        var from = _sheet.Lines.SpanOf(_head).Start;
        return DocumentKey.ForUnnumbered(symbol, _issuer.Place, title ?? "", date, _sheet.Source.Text[from.._draft.Span.End]);
    }

    /// <summary>The number of a second opinion, where the paper bears none that can be read; a difference is noted.</summary>
    private void TakeNumber()
    {
        if (_opinions.Number is not { } docket)
        {
            return;
        }

        var claim = _opinions["number"]!;
        if (_opening.Number?.Docket is not { } own)
        {
            _opening.Number = new Piece(Mark.Number, _sheet.Lines[_head], 0, 0) { Docket = docket, Symbol = docket.Symbol };
            _inferences["number"] = new Inference(docket.Canonical, claim.Reason, claim.Confidence);
        }
        else if (!string.Equals(own.Canonical, docket.Canonical, StringComparison.OrdinalIgnoreCase))
        {
            _inferences["otherNumber"] = new Inference(docket.Canonical, $"{claim.Reason} Phần đầu văn bản ghi {own.Canonical}.", 0.2);
        }
    }

    /// <summary>The date of the letterhead or signature, else of a second opinion; a difference is noted.</summary>
    private DateOnly? Day(Piece? date)
    {
        if (date?.Date is null && PassedDate.Read(_sheet, _opening.BodyStart, _mainEnd) is { } passed)
        {
            _inferences["date"] = new Inference(
                passed.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "Không ghi ngày ở phần đầu; lấy theo câu “… này được thông qua ngày …”.", 0.95);
            return passed;
        }

        if (_opinions.Date is not { } claimed)
        {
            return date?.Date;
        }

        var claim = _opinions["date"]!;
        var value = claimed.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (date?.Date is not { } day)
        {
            _inferences["date"] = new Inference(value, claim.Reason, claim.Confidence);
            return claimed;
        }

        if (day != claimed && claim.Confidence > 0.5)
        {
            _inferences["otherDate"] = new Inference(
                value, $"{claim.Reason} Phần đầu văn bản ghi ngày {day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}.", 0.2);
        }

        return day;
    }

    /// <summary>What is said the title is, else the heading of the page.</summary>
    private string? ClaimedTitle()
    {
        if (_opinions["title"] is { } claim && WithoutName(claim.Value) is { } said)
        {
            return Claimed("title", claim with { Value = said });
        }

        for (var i = _from; i < Math.Min(_mainEnd, _from + MaxHeadingLine); i++)
        {
            var line = _sheet.Lines[i];
            if (line.Markup.HasFlag(Lines.LineMarkup.Heading) && !IsLetterheadLine(i) && _sheet.Layout.MarkupAt(_sheet.Lines.SpanOf(i).Start).Level == 1
                && line.Text.Length is >= 12 and <= 400 && WithoutName(line.Text) is { } heading)
            {
                _inferences["title"] = new Inference(heading, "Không có trích yếu; lấy theo tiêu đề của trang.", 0.5);
                return heading;
            }
        }

        return null;
    }

    /// <summary>"Nghị quyết 71-NQ/TW về …" without the type and the number, which are fields of their own; null where nothing else is
    /// said. Names of other papers stay.</summary>
    private string? WithoutName(string title)
    {
        if (_opening.Number?.Docket is not { } docket)
        {
            return title;
        }

        TypeNames.Of(_sheet.Catalogue).AtStart(TypeNames.Fold(title), out var rest);
        if (!IsOwnNumber(title, ref rest, docket, out var end))
        {
            return title;
        }

        var said = title[end..].Trim(' ', '-', '–', '—', ':', '|', ',', '.');
        return said.Length == 0 ? null : said;
    }

    /// <summary>Motto, number or date: a heading by its style, but no title.</summary>
    private bool IsLetterheadLine(int index) =>
        _sheet.Has(index, Mark.PartyMotto) || _sheet.Has(index, Mark.StateMotto) || _sheet.Has(index, Mark.Number) || _sheet.Has(index, Mark.PlaceDate);

    private string? Claimed(string field, Claim? claim)
    {
        if (claim is not null)
        {
            _inferences[field] = new Inference(claim.Value, claim.Reason, claim.Confidence);
        }

        return claim?.Value;
    }

    private string? Term(DateOnly? date)
    {
        if (date is not { } day || _issuer.Level is not "trung-uong" || _opening.IsState)
        {
            return null;
        }

        var terms = _sheet.Catalogue.TermsOn(day).ToList();
        if (terms is not [var term])
        {
            return null;
        }

        _inferences["term"] = new Inference(
            term.Id,
            $"Ban hành ngày {day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}, trong nhiệm kỳ khóa {term.Id}.",
            0.95);
        return term.Id;
    }

    /// <summary>The mark of the letterhead; a mark standing alone on a line further down may be a page's head, so it counts.</summary>
    private string? Secrecy()
    {
        var level = _opening.Secrecy;
        for (var i = _from; i < _mainEnd; i++)
        {
            if (_sheet.Lines.SpanOf(i).Length <= 60 && _sheet[i] is [{ Mark: Mark.Secrecy } mark] && Names.IsCapitals(mark.Text))
            {
                level = SecrecyMarks.Graver(level, mark.Value);
            }
        }

        return level;
    }

    private void InferYear(Document document)
    {
        if (document.Date is not null)
        {
            return;
        }

        var body = document.BodySpan is { } span ? span.Slice(_sheet.Source.Text) : "";
        if (LatestDates.Find(body.Length > 200_000 ? body[..200_000] : body) is not { } latest)
        {
            return;
        }

        _inferences["year"] = new Inference(
            latest.Year.ToString(CultureInfo.InvariantCulture),
            $"Không ghi ngày; văn bản muộn nhất được dẫn là ngày {latest.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}.",
            0.5);
    }

    private TextSpan? BodySpan()
    {
        var end = Math.Min(_closing.Start, _mainEnd);
        if (_opening.BodyStart >= end)
        {
            return null;
        }

        var start = _draft.Upper is not null && _above < _head ? _above : _opening.BodyStart;
        return new TextSpan(_sheet.Lines.SpanOf(start).Start, _sheet.Lines.SpanOf(end - 1).End);
    }

    private IReadOnlyList<DocumentPart> Parts()
    {
        var parts = new List<DocumentPart>(_draft.Parts);
        if (_leftover is not null)
        {
            parts.Add(_leftover);
        }

        AddPart(parts, DocumentPartKind.Furniture, _from, _draft.Upper is null ? _head : _upper);
        if (_draft.Upper is not null)
        {
            AddPart(parts, DocumentPartKind.Letterhead, _upper, _above);
        }

        AddPart(parts, DocumentPartKind.Letterhead, _head, _opening.LetterheadEnd);
        var heading = _opening.Heading ?? (_opening.Subject.Count > 0 ? _opening.Subject[0] : null);
        var pieces = _opening.Title.Count > 0 ? _opening.Title : _opening.Subject;
        if (heading is not null)
        {
            var end = pieces.Count > 0 ? pieces[^1].Span.End : heading.Span.End;
            parts.Add(new DocumentPart(DocumentPartKind.Heading, new TextSpan(heading.Span.Start, Math.Max(end, heading.Span.End))));
        }

        AddPart(parts, DocumentPartKind.Closing, Math.Max(_closing.Start, _opening.BodyStart), _mainEnd);
        if (_draft.Tail is not null)
        {
            AddPart(parts, DocumentPartKind.Letterhead, _mainEnd, _sheet.Lines.IndexAt(_draft.Span.End - 1) + 1);
        }

        foreach (var noise in _opening.Noise)
        {
            parts.Add(new DocumentPart(DocumentPartKind.Marginalia, noise.Span));
        }

        var body = BodySpan();
        if (body is { } span)
        {
            parts.Add(new DocumentPart(DocumentPartKind.Body, span));
            parts.AddRange(Marginalia.Find(_sheet, _opening.BodyStart, Math.Min(_closing.Start, _mainEnd)));
        }

        return [.. parts.OrderBy(part => part.Span.Start).ThenByDescending(part => part.Span.End)];
    }

    private void AddPart(List<DocumentPart> parts, DocumentPartKind kind, int from, int to)
    {
        if (from < to)
        {
            parts.Add(new DocumentPart(kind, new TextSpan(_sheet.Lines.SpanOf(from).Start, _sheet.Lines.SpanOf(to - 1).End)));
        }
    }

    private static string? JoinPieces(List<Piece> pieces) =>
        pieces.Count == 0 ? null : string.Join(' ', pieces.Select(piece => piece.Text.TrimEnd(',', ';', '.')));
}
