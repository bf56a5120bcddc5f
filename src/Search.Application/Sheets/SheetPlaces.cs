using DiffPlex;
using DiffPlex.Chunkers;
using Search.Ingestion.Reading;

namespace Search.Application.Sheets;

/// <summary>
/// Where the paragraphs of a text stand on the picture of their page: the words of the text and the words of the page are laid
/// beside one another, and a word of the page belongs to the paragraph whose word it is. What finds no partner has no place.
/// </summary>
internal sealed class SheetPlaces
{
    private static readonly CustomFunctionChunker Lines = new(static text => text.Length == 0 ? [] : text.Split('\n'));

    private readonly List<PageWord> _words;
    private readonly int[] _paragraphs;

    private SheetPlaces(IReadOnlyList<string> paragraphs, IReadOnlyList<PageWord> words)
    {
        _words = [.. words.Where(word => Letters(word.Text).Length > 0)];
        _paragraphs = new int[_words.Count];
        Array.Fill(_paragraphs, -1);
        var (text, owners) = (new List<string>(), new List<int>());
        for (var i = 0; i < paragraphs.Count; i++)
        {
            foreach (var word in paragraphs[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Letters).Where(word => word.Length > 0))
            {
                text.Add(word);
                owners.Add(i);
            }
        }

        var difference = Differ.Instance.CreateDiffs(
            string.Join('\n', text), string.Join('\n', _words.Select(word => Letters(word.Text))), ignoreWhiteSpace: false, ignoreCase: false, Lines);
        var (a, b) = (0, 0);
        var found = 0;
        foreach (var block in difference.DiffBlocks)
        {
            found += Pair(block.DeleteStartA);
            (a, b) = (block.DeleteStartA + block.DeleteCountA, block.InsertStartB + block.InsertCountB);
        }

        found += Pair(text.Count);
        Share = text.Count == 0 ? 1 : (double)found / text.Count;

        int Pair(int until)
        {
            var count = until - a;
            for (; a < until; a++, b++)
            {
                _paragraphs[b] = owners[a];
            }

            return count;
        }
    }

    /// <summary>How much of the text was found on the page, from 0 to 1.</summary>
    public double Share { get; }

    /// <summary>Finds the paragraphs of a page.</summary>
    /// <param name="paragraphs">Their texts, in any order that reads.</param>
    /// <param name="words">The words of the page.</param>
    public static SheetPlaces Of(IReadOnlyList<string> paragraphs, IReadOnlyList<PageWord> words) => new(paragraphs, words);

    /// <summary>The places of one paragraph, a box for each stretch of a line.</summary>
    /// <param name="paragraph">Its index.</param>
    public IReadOnlyList<SheetBox> Boxes(int paragraph)
    {
        var boxes = new List<SheetBox>();
        for (var i = 0; i < _words.Count; i++)
        {
            if (_paragraphs[i] != paragraph)
            {
                continue;
            }

            var word = _words[i];
            // A word that goes on where the last one ended makes its box longer.
            if (boxes is [.., var last] && i > 0 && _paragraphs[i - 1] == paragraph
                && word.Left >= last.Left && word.Top < last.Top + last.Height && word.Bottom > last.Top)
            {
                var (top, bottom) = (Math.Min(last.Top, word.Top), Math.Max(last.Top + last.Height, word.Bottom));
                boxes[^1] = new SheetBox(last.Left, top, Math.Max(last.Width, word.Right - last.Left), bottom - top);
                continue;
            }

            boxes.Add(new SheetBox(word.Left, word.Top, word.Right - word.Left, word.Bottom - word.Top));
        }

        return boxes;
    }

    private static string Letters(string word) => string.Concat(word.Normalize().Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
