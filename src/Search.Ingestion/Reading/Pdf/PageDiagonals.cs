namespace Search.Ingestion.Reading;

/// <summary>Finds words that are printed across a page at a slant, as watermarks are: the text layer breaks them into pieces of a
/// letter or two, each on a line of its own.</summary>
internal static class PageDiagonals
{
    /// <summary>Such letters are so much taller than those of the text.</summary>
    private const double Tall = 1.4;

    /// <summary>Each piece begins so much higher or lower than the one before, in heights.</summary>
    private const double Step = 0.3;

    /// <summary>The next piece begins at most so far behind the end of the one before, in heights.</summary>
    private const double Gap = 1.2;

    /// <summary>It begins at most so far before that end, in heights.</summary>
    private const double Overlap = 0.7;

    private const int MostPieces = 60;

    /// <summary>So many pieces at most are compared with one in a row: more lie on top of each other.</summary>
    private const int MostNear = 200;

    /// <summary>No page has more rows of text; what lies further out is looked at together.</summary>
    private const int MostRows = 4000;

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
            var rows = Rows(pieces, Math.Max(1, usual));
            foreach (var direction in (int[])[1, -1])
            {
                var (nexts, followers) = Chained(pieces, rows, Math.Max(1, usual), direction);
                for (var first = 0; first < pieces.Count; first++)
                {
                    if (nexts[first] < 0 || followers.Contains(first))
                    {
                        continue;
                    }

                    var run = new List<PdfWord>();
                    for (var piece = first; piece >= 0 && run.Count <= MostPieces; piece = nexts[piece])
                    {
                        run.Add(pieces[piece]);
                    }

                    yield return string.Concat(run.Select(word => word.Text));
                }
            }
        }
    }

    /// <summary>The places of pieces by the row of the page they lie in, each from left to right: a page of a million pieces
    /// is looked through by neighborhoods.</summary>
    private static Dictionary<int, List<int>> Rows(List<PdfWord> pieces, double height)
    {
        var rows = new Dictionary<int, List<int>>();
        for (var i = 0; i < pieces.Count; i++)
        {
            var row = Row(Middle(pieces[i]), height);
            (rows.TryGetValue(row, out var known) ? known : rows[row] = []).Add(i);
        }

        return rows;
    }

    /// <summary>For each piece the leftmost one that goes on after it, or -1, and all pieces that go on after another.</summary>
    private static (int[] Nexts, HashSet<int> Followers) Chained(List<PdfWord> pieces, Dictionary<int, List<int>> rows, double height, int direction)
    {
        var nexts = new int[pieces.Count];
        var followers = new HashSet<int>();
        for (var i = 0; i < pieces.Count; i++)
        {
            nexts[i] = -1;
            var one = pieces[i];
            var (from, to) = (Row(Middle(one), height), Row(Middle(one) + (direction * Step * 3 * one.Height), height));
            for (var row = Math.Min(from, to); row <= Math.Max(from, to); row++)
            {
                if (!rows.TryGetValue(row, out var here))
                {
                    continue;
                }

                var first = FirstAfter(here, pieces, Math.Max(one.Left, one.Right - (one.Height * Overlap)));
                for (var k = first; k < here.Count && k - first < MostNear && pieces[here[k]].Left - one.Right < one.Height * Gap; k++)
                {
                    if (GoesOn(one, pieces[here[k]], direction))
                    {
                        followers.Add(here[k]);
                        nexts[i] = nexts[i] < 0 ? here[k] : Math.Min(nexts[i], here[k]);
                    }
                }
            }
        }

        return (nexts, followers);
    }

    private static int FirstAfter(List<int> row, List<PdfWord> pieces, double left)
    {
        var (low, high) = (0, row.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = pieces[row[middle]].Left > left ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private static int Row(double middle, double height) => (int)Math.Clamp(Math.Floor(middle / height), -MostRows, MostRows);

    /// <summary>Whether a piece is the next one of a word at a slant: it begins where the other ends, as high, and higher or lower.</summary>
    private static bool GoesOn(PdfWord one, PdfWord next, int direction)
    {
        var height = Math.Min(one.Height, next.Height);
        return next.Left > one.Left && next.Left - one.Right < height * Gap && next.Left - one.Right > -height * Overlap
            && Math.Max(one.Height, next.Height) < height * Tall
            && (Middle(next) - Middle(one)) * direction is var rise && rise > Step * height / 2 && rise < Step * height * 3;
    }

    private static bool IsSlanted(List<PdfWord> words, int direction) => Enumerable.Range(1, words.Count - 1)
        .All(i => (Middle(words[i]) - Middle(words[i - 1])) * direction > Step * Math.Min(words[i].Height, words[i - 1].Height));

    private static double Middle(PdfWord word) => (word.Top + word.Bottom) / 2;
}
