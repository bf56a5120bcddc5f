using Search.Documents.Catalogues;

namespace Search.Documents.Letterheads;

/// <summary>One pass over the lines of a sheet that finds the first line of every document.</summary>
internal sealed class SplitRun(Sheet sheet, bool isOne = false)
{
    /// <summary>What a page shows above a letterhead (menus, notices, its record of the fields) is never longer, in UTF-16 units.</summary>
    private const int MaxPageHead = 8_000;

    /// <summary>A letterhead with its stamps is never longer than this many lines.</summary>
    private const int MaxHeader = 24;

    /// <summary>How far below a heading without letterhead a signature is looked for.</summary>
    private const int MaxBody = 400;

    /// <summary>Lines between an authority line and the name under it.</summary>
    private const int MaxSignature = 10;

    /// <summary>How far below a heading its "(Ban hành kèm theo …)" or its enacting clause may stand.</summary>
    private const int MaxTitle = 8;

    /// <summary>Lines between a letterhead and its heading.</summary>
    private const int MaxToHeading = 4;

    /// <summary>Lines from the mark of a form to its letterhead: its title, wrapped, and what is said of it in brackets.</summary>
    private const int MaxFormTitle = 14;

    /// <summary>An office with the body it belongs to is longer than an office alone: "CHỦ TỊCH NƯỚC", "BỘ TRƯỞNG BỘ CÔNG AN".</summary>
    private const int MinHolder = 13;

    private readonly List<DocumentDraft> _drafts = [];
    private readonly List<int> _annexes = [];
    private int _start;
    private int _head;
    private int? _upper;
    private int? _bodyName;
    private bool _hasContent;
    private bool _hasNumber;
    private bool _hasHeading;
    private bool _hasHeader;
    private TypeEntry? _type;
    private bool _isClosed;
    private int _closedAt;

    public IReadOnlyList<DocumentDraft> Split()
    {
        for (var i = 0; i < sheet.Count; i++)
        {
            if (sheet.IsStamp(i))
            {
                continue;
            }

            if (_bodyName is null && !_hasContent && (sheet.Has(i, Mark.Issuer) || sheet.Has(i, Mark.PartyMotto) || sheet.Has(i, Mark.StateMotto)))
            {
                _bodyName = i;
            }

            if (IsHeaderStart(i) && Header.TryRead(sheet, i, Math.Min(sheet.Count, i + MaxHeader)) is { } header)
            {
                if (IsTail(i, header))
                {
                    Finish(sheet.Count, i);
                    return _drafts;
                }

                if (BeginsDocument(i, header))
                {
                    Begin(i);
                    _upper = header.HasBody || _start == i ? null : _bodyName;
                }
                else if (_annexes.Count == 0 && IsAttached(header.End) && _hasContent)
                {
                    _annexes.Add(i);
                }
                else if (!_hasNumber && (!_hasHeading || HasHeading(header.End)) && _drafts.Count == 0 && !_hasContent && header.HasNumber)
                {
                    _head = i;
                }

                _hasHeader = true;
                _hasNumber |= header.HasNumber;
                i = header.End - 1;
                continue;
            }

            Note(i);
        }

        Finish(sheet.Count);
        return _drafts;
    }

    private void Begin(int index)
    {
        // What stands before the first letterhead and is no document of its own stays with the first document.
        if (_drafts.Count > 0 || _hasNumber || _isClosed || IsLong(index))
        {
            if (isOne)
            {
                return;
            }

            Finish(index);
        }

        _start = _drafts.Count == 0 ? 0 : index;
        _head = index;
        _upper = null;
        _annexes.Clear();
        _hasContent = _hasNumber = _hasHeading = _hasHeader = _isClosed = false;
        _type = null;
    }

    /// <summary>The head of a page is short; an article with a document under it is text of its own.</summary>
    private bool IsLong(int index) =>
        _drafts.Count == 0 && _hasContent && index > 0 && sheet.Lines.SpanOf(index - 1).End - sheet.Lines.SpanOf(0).Start > MaxPageHead;

    private void Finish(int end, int? tail = null)
    {
        if (_start < end)
        {
            _drafts.Add(DraftBuilder.Build(sheet, _start, end, [.. _annexes], _head, tail, _upper));
        }

        _start = end;
    }

    /// <summary>
    /// A letterhead behind the signature, with nothing under it: programs that turn files into text put the boxes of a page last. It is
    /// that of the paper above, where that has a heading without letterhead and the number is of its type.
    /// </summary>
    private bool IsTail(int index, Header header)
    {
        if (_hasHeader || _type is null || !_hasContent || !_isClosed || _annexes.Count > 0 || !header.HasNumber)
        {
            return false;
        }

        var isOfType = false;
        for (var i = index; i < sheet.Count; i++)
        {
            if (i >= header.End && (sheet.IsBodyLike(i) || sheet.Has(i, Mark.TypeHeading) || sheet.Has(i, Mark.Addressee) || i - header.End > MaxToHeading))
            {
                return false;
            }

            if (sheet.Has(i, Mark.CopyMark) || sheet.Has(i, Mark.Recipients) || sheet.Has(i, Mark.Authority))
            {
                return false; // the endorsement of a copy
            }

            isOfType |= sheet.Find(i, Mark.Number)?.Docket?.Type is { } sign && sheet.Catalogue.TypesByAbbreviation(sign).Contains(_type);
        }

        return isOfType;
    }

    private bool BeginsDocument(int index, Header header)
    {
        if (!_hasContent && !(header.HasNumber && _hasNumber))
        {
            return false;
        }

        // Only the first document of a file may lack number or date; a cited number makes no document.
        if ((_drafts.Count > 0 || _hasNumber || _isClosed || IsLong(index)) && !header.IsComplete)
        {
            return false;
        }

        if (IsAttached(header.End) || Certification.Stands(sheet, index, header.End + 4))
        {
            return false;
        }

        // A form in an annex has a letterhead with nothing filled in, or with what is to be filled in like it.
        return !IsForm(index) && (_annexes.Count == 0 || header.HasNumber || (header.HasDate && !header.HasBlankNumber));
    }

    /// <summary>Whether the paper's own heading stands below a letterhead, so that one above it is the page's.</summary>
    private bool HasHeading(int index) => sheet.HasWithin(index, index + MaxToHeading, Mark.TypeHeading);

    /// <summary>"Mẫu số 01" with the title of the form right above a letterhead, behind the text of a document: a form that it prints.</summary>
    private bool IsForm(int index)
    {
        if (_annexes.Count == 0 || _annexes[^1] < index - MaxFormTitle || sheet.Find(_annexes[^1], Mark.Annex) is not { } mark
            || !mark.Folded.StartsWith("mau", StringComparison.Ordinal))
        {
            return false;
        }

        for (var i = _annexes[^1] + 1; i < index; i++)
        {
            if (sheet.IsBodyLike(i) || sheet.Has(i, Mark.Authority) || sheet.Has(i, Mark.Recipients))
            {
                return false; // the form's own text: what follows is another paper
            }
        }

        return true;
    }

    private bool IsHeaderStart(int index)
    {
        if (sheet.Lines.SpanOf(index).Length > Sheet.MaxLine)
        {
            return false;
        }

        foreach (var piece in sheet[index])
        {
            if (piece.Mark is Mark.PartyMotto or Mark.StateMotto or Mark.Number or Mark.Issuer or Mark.PlaceDate or Mark.CopyMark
                or Mark.Secrecy)
            {
                return true;
            }
        }

        // "CHỦ TỊCH" right above "ỦY BAN NHÂN DÂN TỈNH", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH" above the motto: the holder of an office issues.
        return sheet[index] is [{ Mark: Mark.Position } holder] && index + 1 < sheet.Count
            && (sheet.Has(index + 1, Mark.Issuer)
                || (holder.Text.Length >= MinHolder && (sheet.Has(index + 1, Mark.StateMotto) || sheet.Has(index + 1, Mark.Number))));
    }

    private void Note(int index)
    {
        if (sheet.IsBodyLike(index))
        {
            _hasContent = true;
        }

        if (sheet.Lines.SpanOf(index).Length > Sheet.MaxLine)
        {
            NoteEnd(index);
            return;
        }

        foreach (var piece in sheet[index])
        {
            switch (piece.Mark)
            {
                case Mark.Annex when _hasContent && (_annexes.Count == 0 || _annexes[^1] < index):
                    _annexes.Add(index);
                    break;
                case Mark.TypeHeading when BeginsWithoutLetterhead(piece, index):
                    Begin(index);
                    _hasHeading = true;
                    return;
                case Mark.TypeHeading when _isClosed && index != _closedAt && _annexes.Count == 0 && IsWholeHeading(piece)
                    && (IsAttached(index + 1) || HasEnactment(index)):
                    _annexes.Add(index);
                    break;
                case Mark.TypeHeading:
                    _hasHeading = true;
                    _type ??= !_hasContent && piece.Value is { } id ? sheet.Catalogue.Type(id) : null;
                    break;
                case Mark.Position when _hasContent && _type is not null && !_hasHeader && IsSigned(index):
                    Close(index);
                    break;
                case Mark.Addressee or Mark.Recipients:
                    _hasContent = true;
                    if (piece.Mark == Mark.Recipients)
                    {
                        Close(index);
                    }

                    break;
                case Mark.Authority:
                    // The record of a page names the signer's authority before there is any text to sign.
                    if (_hasContent)
                    {
                        Close(index);
                    }

                    _hasContent = true;
                    break;
                default:
                    break;
            }
        }

        NoteEnd(index);
    }

    private void NoteEnd(int index)
    {
        var span = sheet.Lines.SpanOf(index);
        var tail = sheet.Source.Text.AsSpan(Math.Max(span.Start, span.End - 8), Math.Min(8, span.Length)).TrimEnd("*_ \"”)");
        if (tail.EndsWith("./.") || tail.EndsWith(".//.") || tail.EndsWith("./"))
        {
            Close(index);
        }
    }

    private void Close(int index)
    {
        _isClosed = true;
        _closedAt = index;
    }

    /// <summary>
    /// A document that lost its letterhead in a file of several: the one before it is closed, and it has an enacting clause and
    /// a signature of its own. An attached plan or regulation, and the sample of a form, has not both.
    /// </summary>
    private bool BeginsWithoutLetterhead(Piece piece, int index) =>
        _isClosed && _hasContent && index != _closedAt && IsWholeHeading(piece) && sheet[index].Count == 1
        && !IsAttached(index + 1) && (_annexes.Count == 0 || index > _annexes[^1] + 3) && HasEnactment(index) && HasSignature(index);

    /// <summary>Whether somebody signs in the name of a body before the next letterhead.</summary>
    private bool HasSignature(int index)
    {
        for (var i = index + 1; i < Math.Min(sheet.Count, index + MaxBody); i++)
        {
            if (sheet.Has(i, Mark.PartyMotto) || sheet.Has(i, Mark.StateMotto) || sheet.Has(i, Mark.Annex))
            {
                return false;
            }

            if (!sheet.Has(i, Mark.Authority))
            {
                continue;
            }

            for (var k = i + 1; k < Math.Min(sheet.Count, i + MaxSignature); k++)
            {
                if (sheet[k].Any(name => name.Mark is Mark.Other or Mark.Capitals && Names.IsPerson(name.Text)))
                {
                    return true;
                }
            }

            return false;
        }

        return false;
    }

    /// <summary>An office in a line of its own and the name of who holds it under it.</summary>
    private bool IsSigned(int index)
    {
        for (var i = index + 1; i < Math.Min(sheet.Count, index + MaxToHeading); i++)
        {
            if (sheet[i] is [{ Mark: Mark.Other } name] && Names.IsPerson(name.Text))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWholeHeading(Piece piece) => piece.Text.Length <= 40;

    private bool IsAttached(int index) => sheet.HasWithin(index, index + MaxTitle, Mark.AttachedTo);

    /// <summary>"Căn cứ …", "Thực hiện … ban hành Kế hoạch như sau": only a document of its own has that.</summary>
    private bool HasEnactment(int index)
    {
        for (var i = index + 1; i < Math.Min(sheet.Count, index + MaxTitle); i++)
        {
            if (!sheet.IsBodyLike(i))
            {
                continue;
            }

            // A long title looks like running text too.
            var folded = sheet.Lines[i].Folded;
            if (OpeningReader.IsGround(folded.AsSpan().TrimStart("- "))
                || folded.StartsWith("thuc hien", StringComparison.Ordinal) || folded.StartsWith("trien khai", StringComparison.Ordinal)
                || folded.Contains("ban hanh", StringComparison.Ordinal) || folded.Contains("xay dung ke hoach", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
