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

    /// <summary>The words of each page that has some, run together in their order from left to right.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<PdfPage> pages)
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
        }
    }

    private static bool IsSlanted(List<PdfWord> words, int direction) => Enumerable.Range(1, words.Count - 1)
        .All(i => (Middle(words[i]) - Middle(words[i - 1])) * direction > Step * Math.Min(words[i].Height, words[i - 1].Height));

    private static double Middle(PdfWord word) => (word.Top + word.Bottom) / 2;
}
