using Search.Documents.Lines;

namespace Search.Documents.Letterheads;

/// <summary>
/// Finds stamps of incoming mail (dấu đến). They stand anywhere in the upper half of a first page, name the office
/// that got the paper, and bear a number and a date of their own.
/// </summary>
internal static class Stamps
{
    private const int MaxLine = 90;
    private const int Neighbourhood = 14;

    public static void Find(Sheet sheet, bool[] isStamp)
    {
        for (var i = 0; i < sheet.Count; i++)
        {
            if (isStamp[i] || sheet.Lines.SpanOf(i).Length > MaxLine || !sheet.Has(i, Mark.Stamp))
            {
                continue;
            }

            if (!HasLetterheadNear(sheet, i))
            {
                continue;
            }

            var first = i;
            while (first > 0 && IsPart(sheet, first - 1))
            {
                first--;
            }

            var last = i;
            while (last + 1 < sheet.Count && IsPart(sheet, last + 1))
            {
                last++;
            }

            if (first > 0 && !isStamp[first - 1] && IsOwner(sheet, first - 1, last))
            {
                first--;
            }

            for (var k = first; k <= last; k++)
            {
                isStamp[k] = true;
            }

            i = last;
        }
    }

    private static bool HasLetterheadNear(Sheet sheet, int index)
    {
        for (var i = Math.Max(0, index - Neighbourhood); i < Math.Min(sheet.Count, index + Neighbourhood); i++)
        {
            if (sheet.Has(i, Mark.PartyMotto) || sheet.Has(i, Mark.StateMotto) || sheet.Has(i, Mark.Number))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPart(Sheet sheet, int index)
    {
        if (sheet.Lines.SpanOf(index).Length > MaxLine)
        {
            return false;
        }

        var line = sheet.Lines[index];
        if (sheet.Has(index, Mark.Stamp))
        {
            return true;
        }

        foreach (var piece in sheet[index])
        {
            if (piece.Mark is Mark.Number or Mark.PartyMotto or Mark.StateMotto or Mark.TypeHeading or Mark.Subject)
            {
                return false;
            }

            if (piece.Mark == Mark.PlaceDate && piece.Value is not null)
            {
                return false;
            }
        }

        return IsFigures(line.Folded)
            || (Forms.StampColumn().Fits(line.Folded) && IsColumn(line, line.Folded))
            || (line.Folded.StartsWith("so", StringComparison.Ordinal) && line.Folded.Contains("ngay", StringComparison.Ordinal));
    }

    /// <summary>"Số 2.8.9 Ngày 18/01/2022", "Ngày: …": figures and the words of a stamp, nothing else.</summary>
    private static bool IsFigures(string folded)
    {
        var hasFigure = false;
        var words = 0;
        for (var i = 0; i < folded.Length;)
        {
            var end = i;
            while (end < folded.Length && char.IsLetter(folded[end]))
            {
                end++;
            }

            if (end > i)
            {
                if (folded[i..end] is not ("so" or "ngay" or "thang" or "nam" or "gio" or "den" or "cong" or "van" or "s"))
                {
                    return false;
                }

                words++;
                i = end;
                continue;
            }

            if (!char.IsAsciiDigit(folded[i]) && folded[i] is not ('.' or ',' or '/' or '-' or ':' or '_' or '…' or ' ' or '\t'))
            {
                return false;
            }

            hasFigure |= char.IsAsciiDigit(folded[i]) || folded[i] is '.' or '…' or ':';
            i++;
        }

        return hasFigure && words > 0;
    }

    /// <summary>CÔNG / VĂN / ĐẾN one under the other, each with something beside it or alone.</summary>
    private static bool IsColumn(SourceLine line, string folded)
    {
        var cut = folded.AsSpan().IndexOfAny(" \t");
        return cut < 0 || folded[cut] == '\t' || char.IsAsciiDigit(folded[cut + 1]) || line.Text.Length < 40 && folded.Contains("ngay", StringComparison.Ordinal);
    }

    /// <summary>The office's name over the stamp, unless it is the only issuer the letterhead has.</summary>
    private static bool IsOwner(Sheet sheet, int index, int last)
    {
        if (sheet[index] is not [{ Mark: Mark.Issuer }])
        {
            return false;
        }

        for (var i = Math.Max(0, index - Neighbourhood); i < index; i++)
        {
            if (sheet.Has(i, Mark.Issuer) && !sheet.Has(i, Mark.Stamp))
            {
                return true;
            }
        }

        for (var i = last + 1; i < Math.Min(sheet.Count, last + Neighbourhood); i++)
        {
            if (sheet.IsBodyLike(i) || sheet.Has(i, Mark.TypeHeading))
            {
                break;
            }

            if (sheet.Has(i, Mark.Issuer) && !sheet.Has(i, Mark.Stamp))
            {
                return true;
            }
        }

        return false;
    }
}
