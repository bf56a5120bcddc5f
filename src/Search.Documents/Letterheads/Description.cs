using System.Globalization;
using Search.Documents.Catalogues;
using Search.Text;

namespace Search.Documents.Letterheads;

/// <summary>Builds the description of one document out of its opening, issuer and closing.</summary>
internal sealed class Description
{
    private readonly Sheet _sheet;
    private readonly DocumentDraft _draft;
    private readonly int _from;
    private readonly int _mainEnd;
    private readonly DocumentPart? _leftover;
    private readonly Opening _opening;
    private readonly Closing _closing;
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
        _opening = new OpeningReader(sheet, _from, _mainEnd).Read();
        var closingFrom = _opening.HasCopyMark || IsCopyNumber(_opening.Number) ? _opening.LetterheadEnd : _opening.BodyStart;
        _closing = new ClosingReader(sheet, Math.Min(closingFrom, _mainEnd), _mainEnd).Read();
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

        _issuer = new IssuerReader(sheet, _opening, _closing).Read(_opening.BodyStart, Math.Max(_opening.BodyStart, Math.Min(_closing.Start, _mainEnd)));
        _inferences = new Dictionary<string, Inference>(_issuer.Inferences, StringComparer.Ordinal);
    }

    public Document Build()
    {
        var docket = _opening.Number?.Docket;
        var type = Type(docket);
        var date = _opening.Date ?? _closing.Date;
        var titlePieces = _opening.Heading is null || _opening.Title.Count == 0 ? _opening.Subject : _opening.Title;
        var title = titlePieces.Count == 0 ? null : Titles.Join(titlePieces.Select(piece => piece.Text));
        var document = new Document
        {
            Key = Key(docket, type, title, date?.Date),
            Docket = docket,
            Type = type?.Id,
            Issuer = _issuer.Name,
            Level = _issuer.Level,
            Province = _issuer.Province?.Name,
            ProvinceId = _issuer.Province?.Id,
            Date = date?.Date,
            Place = date?.Value,
            Title = title,
            Term = Term(date?.Date),
            Addressees = [.. _opening.Addressees],
            Recipients = [.. _closing.Recipients],
            SigningAuthority = JoinPieces(_closing.Authority),
            SignerTitle = JoinPieces(_closing.Position),
            Signer = _closing.Signers.Count == 0 ? null : string.Join("; ", _closing.Signers.Distinct(StringComparer.Ordinal)),
            Secrecy = Secrecy(),
            Span = _draft.Span,
            TitleSpan = titlePieces.Count == 0 ? null : new TextSpan(titlePieces[0].Span.Start, titlePieces[^1].Span.End),
            BodySpan = BodySpan(),
            Parts = Parts(),
        };
        InferYear(document);
        return document with { Inferences = _inferences };
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

        if (!bySign.IsEmpty)
        {
            return bySign[0];
        }

        if (_opening.Subject.Count == 0 && _opening.Addressees.Count == 0)
        {
            return null;
        }

        _inferences["type"] = new Inference("cong-van", "Không có tên loại; có “V/v” hoặc “Kính gửi” như một công văn.", 0.9);
        return _sheet.Catalogue.Type("cong-van");
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
        return DocumentKey.ForUnnumbered(symbol, _issuer.Place, title ?? FirstWords(), date);
    }

    /// <summary>What stands for a title in a hash when there is none: the beginning of the text.</summary>
    private string FirstWords()
    {
        var text = _draft.Span.Slice(_sheet.Source.Text);
        return text.Length > 400 ? text[..400] : text;
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

        return new TextSpan(_sheet.Lines.SpanOf(_opening.BodyStart).Start, _sheet.Lines.SpanOf(end - 1).End);
    }

    private IReadOnlyList<DocumentPart> Parts()
    {
        var parts = new List<DocumentPart>(_draft.Parts);
        if (_leftover is not null)
        {
            parts.Add(_leftover);
        }

        AddPart(parts, DocumentPartKind.Letterhead, _from, _opening.LetterheadEnd);
        var heading = _opening.Heading ?? (_opening.Subject.Count > 0 ? _opening.Subject[0] : null);
        var pieces = _opening.Title.Count > 0 ? _opening.Title : _opening.Subject;
        if (heading is not null)
        {
            var end = pieces.Count > 0 ? pieces[^1].Span.End : heading.Span.End;
            parts.Add(new DocumentPart(DocumentPartKind.Heading, new TextSpan(heading.Span.Start, Math.Max(end, heading.Span.End))));
        }

        AddPart(parts, DocumentPartKind.Closing, Math.Max(_closing.Start, _opening.BodyStart), _mainEnd);
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
