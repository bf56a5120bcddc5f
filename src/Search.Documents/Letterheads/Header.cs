namespace Search.Documents.Letterheads;

/// <summary>A run of lines that together are a letterhead.</summary>
/// <param name="End">One past its last line.</param>
/// <param name="HasNumber">Whether it has a number with its sequence.</param>
/// <param name="HasBlankNumber">Whether it has a number without.</param>
/// <param name="HasDate">Whether it has a whole date.</param>
/// <param name="IsComplete">Whether it can open a second document of a file: a number and a date, and a motto, a body or a copy's
/// mark with them.</param>
/// <param name="HasBody">Whether it has a motto or the name of a body: without them it is the lower half of a letterhead.</param>
internal sealed record Header(int End, bool HasNumber, bool HasBlankNumber, bool HasDate, bool IsComplete, bool HasBody)
{
    /// <summary>Lines of a narrow column that may stand between two parts (a subject, a note).</summary>
    private const int MaxGap = 5;

    /// <summary>Reads the letterhead that begins at a line; null where the lines are none. It has at least one line: a line
    /// that is letterhead and heading in one, as a row of a list of documents is, makes none.</summary>
    public static Header? TryRead(Sheet sheet, int from, int to)
    {
        var end = from;
        int motto = 0, number = 0, blank = 0, place = 0, date = 0, issuer = 0, copy = 0, gap = 0;
        for (var i = from; i < to; i++)
        {
            if (sheet.IsStamp(i))
            {
                continue;
            }

            if (sheet.IsBodyLike(i))
            {
                break;
            }

            var isPart = false;
            var isOver = false;
            foreach (var piece in sheet[i])
            {
                switch (piece.Mark)
                {
                    case Mark.PartyMotto or Mark.StateMotto: motto++; isPart = true; break;
                    case Mark.Number when piece.Docket is null: blank++; isPart = true; break;
                    case Mark.Number when number > 0: isOver = true; break;
                    case Mark.Number:
                        number++;
                        copy += IsCopy(sheet, piece) ? 1 : 0;
                        isPart = true;
                        break;
                    case Mark.PlaceDate: place++; date += piece.Date is null ? 0 : 1; isPart = true; break;
                    case Mark.Issuer: issuer++; isPart = true; break;
                    case Mark.CopyMark: copy++; isPart = true; break;
                    case Mark.Position when i == from || (issuer > 0 && piece.Folded is "thuong truc") || sheet.Has(i, Mark.StateMotto) || sheet.Has(i, Mark.PartyMotto): issuer++; isPart = true; break;
                    case Mark.Star or Mark.Rule or Mark.Secrecy or Mark.Urgency: isPart = true; break;
                    case Mark.TypeHeading or Mark.Addressee or Mark.Recipients or Mark.Authority or Mark.Signed or Mark.Annex
                        or Mark.AttachedTo or Mark.Position:
                        isOver = true;
                        break;
                    default: break;
                }
            }

            if (isOver)
            {
                break;
            }

            gap = isPart ? 0 : gap + 1;
            if (gap > MaxGap)
            {
                break;
            }

            if (isPart)
            {
                end = i + 1;
            }
        }

        var numbers = number + blank;
        var isLetterhead = (motto > 0 && issuer + numbers + place > 0)
            || (numbers > 0 && issuer + place + copy > 0)
            || (copy > 0 && place > 0 && issuer > 0);
        return isLetterhead && end > from ? new Header(end, number > 0, blank > 0, date > 0, (number > 0 && (date > 0 || copy > 0) && motto + issuer + copy > 0) || (copy > 0 && issuer > 0), motto + issuer > 0) : null;
    }

    private static bool IsCopy(Sheet sheet, Piece piece) =>
        piece.Docket?.Type is { } sign && sheet.Catalogue.TypesByAbbreviation(sign) is [{ Kind: Catalogues.TypeKind.Copy }, ..];
}
