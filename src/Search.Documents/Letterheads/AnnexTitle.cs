using System.Text;
using Search.Documents.Lines;

namespace Search.Documents.Letterheads;

/// <summary>The heading of an annex on one line: its first line and the capitals or strong lines right below.</summary>
internal static class AnnexTitle
{
    private const int MaxLines = 5;
    private const int MaxLength = 400;

    public static string? Read(Sheet sheet, int from, int to)
    {
        var title = new StringBuilder();
        for (var i = from; i < Math.Min(to, from + MaxLines); i++)
        {
            var line = sheet.Lines[i];
            if (i > from && (sheet[i] is not [var only] || !IsTitle(only, line)))
            {
                break;
            }

            if (line.Markup.HasFlag(LineMarkup.Columns) || !line.IsWhole)
            {
                break;
            }

            if (title.Length > 0)
            {
                title.Append(' ');
            }

            title.Append(line.Text);
            if (title.Length > MaxLength)
            {
                break;
            }
        }

        return title.Length is 0 or > MaxLength ? null : title.ToString();
    }

    private static bool IsTitle(Piece piece, SourceLine line) =>
        piece.Mark is Mark.Capitals or Mark.Issuer or Mark.TypeHeading or Mark.OfIssuer
        || (piece.Mark == Mark.Other && line.Markup.HasFlag(LineMarkup.Strong) && piece.Text.Length < 160
            && !char.IsAsciiDigit(piece.Text[0]) && piece.Text[^1] is not ('.' or ':' or ';'));
}
