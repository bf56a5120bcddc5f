using Search.Documents.Lines;

namespace Search.Documents.Letterheads;

/// <summary>Reads Nơi nhận and the signature block, whichever comes first. Longer than most files because recipients and signature
/// run into each other in two columns, so that neither ends without a look at the other.</summary>
internal sealed class ClosingReader(Sheet sheet, int from, int to)
{
    /// <summary>Between the signing authority and the name there are seals, marks of digital signatures, blanks.</summary>
    private const int MaxBlock = 14;

    private readonly Closing _closing = new() { Start = to };

    public Closing Read()
    {
        var recipients = Last(Mark.Recipients);
        var authority = FirstAuthority(recipients);
        if (recipients >= 0)
        {
            _closing.Start = recipients;
            ReadRecipients(recipients);
        }

        if (authority >= 0)
        {
            ReadSignature(authority);
        }
        else
        {
            ReadBareSignature(recipients);
        }

        if (_closing.Start == to)
        {
            _closing.End = to;
        }

        return _closing;
    }

    private void Reach(SourceLine line) => _closing.End = Math.Max(_closing.End, line.Index + 1);

    private int Last(Mark mark)
    {
        for (var i = to - 1; i >= from; i--)
        {
            if (!sheet.IsStamp(i) && sheet.Has(i, mark))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The first line of the last block of authority lines.</summary>
    private int FirstAuthority(int recipients)
    {
        var last = Last(Mark.Authority);
        if (last < 0 || (recipients >= 0 && last < recipients - MaxBlock))
        {
            return -1;
        }

        while (last > from && sheet.Has(last - 1, Mark.Authority))
        {
            last--;
        }

        return last;
    }

    private void ReadRecipients(int start)
    {
        var head = sheet.Find(start, Mark.Recipients)!;
        Reach(head.Line);
        AddInline(head.Text.AsSpan("Nơi nhận".Length).TrimStart(" :.").ToString());
        var hasBullets = false;
        for (var i = start + 1; i < to; i++)
        {
            if (sheet.IsStamp(i))
            {
                continue;
            }

            var isOver = false;
            foreach (var piece in sheet[i])
            {
                if (piece.Mark is Mark.CopyMark or Mark.Authority or Mark.Position or Mark.PlaceDate or Mark.Annex && sheet[i].Count == 1)
                {
                    isOver = true;
                    break;
                }

                if (piece.Mark is not (Mark.Other or Mark.Capitals or Mark.Issuer))
                {
                    continue;
                }

                if (OpeningReader.IsBullet(piece.Text))
                {
                    hasBullets = true;
                    Reach(piece.Line);
                    AddInline(piece.Text);
                }
                else if (Names.IsPerson(piece.Text) && (sheet[i].Count > 1 || _closing.Recipients.Count > 0 && hasBullets))
                {
                    continue;
                }
                else if (hasBullets && piece.From == 0 && char.IsLower(piece.Text[0]) && piece.Line.BlanksBefore == 0)
                {
                    Reach(piece.Line);
                    _closing.Recipients[^1] = OpeningReader.Trim(_closing.Recipients[^1] + " " + piece.Text);
                }
                else if (!hasBullets && piece.From == 0 && piece.Mark == Mark.Other && piece.Text.Length < 120
                    && (piece.Line.BlanksBefore == 0 || _closing.Recipients.Count == 0))
                {
                    Reach(piece.Line);
                    AddInline(piece.Text);
                }
                else if (piece.From == 0)
                {
                    isOver = true;
                    break;
                }
            }

            if (isOver)
            {
                break;
            }
        }
    }

    /// <summary>One item, or several on one line: "- Như trên; - Lưu VT."</summary>
    private void AddInline(string text)
    {
        foreach (var part in text.Split(["; -", ", -", ". -", ";-", "; +"], StringSplitOptions.TrimEntries))
        {
            var item = OpeningReader.Trim(part);
            if (item.Length > 0)
            {
                _closing.Recipients.Add(item);
            }
        }
    }

    private void ReadSignature(int start)
    {
        if (start < _closing.Start)
        {
            _closing.Start = start;
        }

        if (start > from && sheet[start - 1] is [{ Mark: Mark.PlaceDate } date])
        {
            _closing.Date = date;
            if (start - 1 < _closing.Start)
            {
                _closing.Start = start - 1;
            }
        }

        for (var i = start; i < Math.Min(to, start + MaxBlock); i++)
        {
            if (sheet.IsStamp(i))
            {
                continue;
            }

            foreach (var piece in sheet[i])
            {
                switch (piece.Mark)
                {
                    case Mark.Authority: _closing.Authority.Add(piece); Reach(piece.Line); break;
                    case Mark.Position: _closing.Position.Add(piece); Reach(piece.Line); break;
                    case Mark.Recipients when i > start && _closing.Signers.Count > 0: return;
                    default: ReadName(piece); break;
                }
            }

            if (_closing.Signers.Count > 0 && (i + 1 >= to || !sheet.Has(i + 1, Mark.Other) || !IsName(sheet[i + 1])))
            {
                return;
            }
        }
    }

    private static bool IsName(IReadOnlyList<Piece> pieces) => pieces is [{ Line.BlanksBefore: 0 } only] && Names.IsPerson(only.Text);

    private void ReadName(Piece piece)
    {
        if (piece.Mark is not (Mark.Other or Mark.Capitals or Mark.Issuer) || OpeningReader.IsBullet(piece.Text))
        {
            return;
        }

        var text = WithoutPosition(piece.Text.Trim(' ', '.', ','));
        if (Names.IsPerson(text) && !EndsInPosition(text))
        {
            _closing.Signers.Add(text);
            Reach(piece.Line);
        }
        else if (_closing.Signers.Count == 0 && piece.Mark is Mark.Issuer or Mark.Capitals && _closing.Authority.Count > 0
            && _closing.Authority[^1].Line.Index == piece.Line.Index - 1 && piece.Line.BlanksBefore == 0)
        {
            _closing.Authority.Add(piece);
        }
    }

    private bool IsBody(int index) =>
        sheet.IsBodyLike(index) || sheet.Has(index, Mark.TypeHeading) || sheet.Has(index, Mark.Addressee)
        || OpeningReader.IsBasis(sheet.Lines[index].Folded) || sheet.Lines[index].Folded.StartsWith("dieu 1", StringComparison.Ordinal);

    /// <summary>"ĐOÀN PHÓ BÍ THƯ", the end of a body's name and an office, begins as a name does.</summary>
    private static bool EndsInPosition(string text)
    {
        var folded = TypeNames.Fold(text);
        for (var at = folded.IndexOf(' ', StringComparison.Ordinal); at > 0 && Names.IsCapitals(text); at = folded.IndexOf(' ', at + 1))
        {
            if (LetterheadWords.Default.BeginsPosition(folded.AsSpan(at + 1)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"CHỦ TỊCH Nguyễn Văn An" in one cell: the name after the position.</summary>
    private static string WithoutPosition(string text)
    {
        if (Names.IsCapitals(text) || !LetterheadWords.Default.BeginsPosition(TypeNames.Fold(text)))
        {
            return text;
        }

        var words = text.Split(' ');
        var last = Array.FindLastIndex(words, word => word.Length > 1 && !word.Any(char.IsLower) && word.Any(char.IsUpper));
        return last >= 0 && last + 1 < words.Length ? string.Join(' ', words[(last + 1)..]) : text;
    }

    /// <summary>No T/M line: a position in capitals and a name under it, or only a name at the very end.</summary>
    private void ReadBareSignature(int recipients)
    {
        var first = Math.Max(from, (recipients >= 0 ? Math.Min(recipients, to) : to) - MaxBlock);
        for (var i = first; i < to; i++)
        {
            if (sheet.IsStamp(i) || sheet.Find(i, Mark.Position) is not { } position)
            {
                continue;
            }

            for (var k = i; k < Math.Min(to, i + MaxBlock); k++)
            {
                // "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH" above "Căn cứ …" says who decides; nobody signs there.
                if (k > i && IsBody(k))
                {
                    break;
                }

                foreach (var piece in sheet[k])
                {
                    if (piece.Mark == Mark.Position && (k > i || piece.From != position.From))
                    {
                        _closing.Position.Add(piece);
                    }
                    else if (k > i || piece.From > position.From)
                    {
                        ReadName(piece);
                    }
                }

                if (_closing.Signers.Count > 0)
                {
                    break;
                }
            }

            if (_closing.Signers.Count == 0)
            {
                _closing.Position.Clear();
                continue;
            }

            _closing.Position.Insert(0, position);
            if (i < _closing.Start)
            {
                _closing.Start = i;
            }

            if (i > from && sheet[i - 1] is [{ Mark: Mark.PlaceDate } date])
            {
                _closing.Date = date;
                _closing.Start = Math.Min(_closing.Start, i - 1);
            }

            return;
        }

        if (to - 1 > from && sheet[to - 1] is [{ Mark: Mark.Other } last] && last.Text.Length < 40 && Names.IsPerson(last.Text)
            && (sheet.Has(to - 2, Mark.Signed) || recipients >= 0))
        {
            _closing.Signers.Add(last.Text);
            Reach(last.Line);
            _closing.Start = Math.Min(_closing.Start, sheet.Has(to - 2, Mark.Signed) ? to - 2 : to - 1);
        }
    }
}
