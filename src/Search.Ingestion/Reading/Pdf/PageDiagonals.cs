namespace Search.Ingestion.Reading;

/// <summary>Finds words that are printed across a page at a slant, as watermarks are: the text layer breaks them into pieces of a
/// letter or two, each on a line of its own.</summary>
internal static class PageDiagonals
{
    /// <summary>Such letters are so much taller than those of the text.</summary>
    private const double Tall = 1.4;

    /// <summary>Each piece begins so much higher or lower than the one before, in heights.</summary>
    private const double Step = 0.3;

    private const int MostPieces = 60;

    /// <summary>Pieces of a slanted word that is no larger than the text have so many letters at most.</summary>
    private const int LongestPiece = 4;

    /// <summary>The words of each page that has some, run together in their order from left to right.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<PdfPage> pages) => All(pages).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> All(IReadOnlyList<PdfPage> pages)
    {
        foreach (var page in pages)
        {
            var words = page.Lines.SelectMany(line => line.Words).ToList();
            if (words.Count == 0)
            {
                continue;
            }

            var usual = words.Select(word => word.Height).Order().ElementAt(words.Count / 2);
            var tall = words.Where(word => word.Height > usual * Tall).OrderBy(word => word.Left).ToList();
            if (tall.Count is > 1 and <= MostPieces && (IsSlanted(tall, 1) || IsSlanted(tall, -1)))
            {
                yield return string.Concat(tall.Select(word => word.Text));
            }

            // Stamps at a slant that are as small as the text: short pieces in capitals, each next to the one before and higher or lower.
            var pieces = words.Where(word => word.Text.Length <= LongestPiece && word.Text.All(c => !char.IsLower(c)) && word.Text.Any(char.IsLetter)).OrderBy(word => word.Left).ToList();
            foreach (var direction in (int[])[1, -1])
            {
                foreach (var first in pieces.Where(piece => !pieces.Exists(other => GoesOn(other, piece, direction))))
                {
                    var run = new List<PdfWord> { first };
                    while (run.Count <= MostPieces && pieces.Find(piece => GoesOn(run[^1], piece, direction)) is { } next)
                    {
                        run.Add(next);
                    }

                    if (run.Count > 1)
                    {
                        yield return string.Concat(run.Select(word => word.Text));
                    }
                }
            }
        }
    }

    /// <summary>Whether a piece is the next one of a word at a slant: it begins where the other ends, as high, and higher or lower.</summary>
    private static bool GoesOn(PdfWord one, PdfWord next, int direction)
    {
        var height = Math.Min(one.Height, next.Height);
        return next.Left > one.Left && next.Left - one.Right < height * 1.2 && next.Left - one.Right > -height * 0.7
            && Math.Max(one.Height, next.Height) < height * Tall
            && (Middle(next) - Middle(one)) * direction is var rise && rise > Step * height / 2 && rise < Step * height * 3;
    }

    private static bool IsSlanted(List<PdfWord> words, int direction) => Enumerable.Range(1, words.Count - 1)
        .All(i => (Middle(words[i]) - Middle(words[i - 1])) * direction > Step * Math.Min(words[i].Height, words[i - 1].Height));

    private static double Middle(PdfWord word) => (word.Top + word.Bottom) / 2;
}
