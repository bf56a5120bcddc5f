using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.Model;

namespace Search.Application.Comparison;

/// <summary>
/// Two texts side by side, word by word. Paragraphs are compared first; where they differ, their words are, across the borders of
/// paragraphs, so that a paragraph that was cut in two or joined still finds its words. White space does not count.
/// </summary>
public sealed class TextComparison
{
    /// <summary>
    /// The work of comparing words grows with the square of how many differ: past this many squared words together, a stretch
    /// is shown as different as a whole, which <see cref="IsCoarse"/> says.
    /// </summary>
    private const long Budget = 60_000_000;

    private const string ParagraphEnd = "¶";

    private static readonly CustomFunctionChunker Lines = new(static text => text.Length == 0 ? [] : text.Split('\n'));

    private readonly List<ComparedRow> _rows = [];
    private long _budget = Budget;

    private TextComparison(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        var (old, now) = (Clean(left), Clean(right));
        var (a, b) = (0, 0);
        foreach (var block in Compare(old, now))
        {
            AddSame(old[a..block.DeleteStartA]);
            AddOther(old.GetRange(block.DeleteStartA, block.DeleteCountA), now.GetRange(block.InsertStartB, block.InsertCountB));
            (a, b) = (block.DeleteStartA + block.DeleteCountA, block.InsertStartB + block.InsertCountB);
        }

        AddSame(old[a..]);
    }

    /// <summary>The rows in reading order.</summary>
    public IReadOnlyList<ComparedRow> Rows => _rows;

    /// <summary>Whether some stretches were too long to be compared word by word.</summary>
    public bool IsCoarse { get; private set; }

    /// <summary>How many stretches of words differ: what was changed at one place counts once.</summary>
    public int Differences { get; private set; }

    /// <summary>Compares two texts.</summary>
    /// <param name="left">Paragraphs of the first one.</param>
    /// <param name="right">Paragraphs of the second one.</param>
    public static TextComparison Of(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new TextComparison(left, right);
    }

    private static List<string> Clean(IEnumerable<string> paragraphs) =>
    [
        .. paragraphs.Select(paragraph => string.Join(' ', paragraph.Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(paragraph => paragraph.Length > 0),
    ];

    private static IList<DiffBlock> Compare(IEnumerable<string> left, IEnumerable<string> right) =>
        Differ.Instance.CreateDiffs(string.Join('\n', left), string.Join('\n', right), ignoreWhiteSpace: false, ignoreCase: false, Lines).DiffBlocks;

    private void AddSame(IEnumerable<string> paragraphs)
    {
        foreach (var paragraph in paragraphs)
        {
            IReadOnlyList<IReadOnlyList<ComparedRun>> both = [[new ComparedRun(paragraph, IsOwn: false)]];
            _rows.Add(new ComparedRow(both, both));
        }
    }

    private void AddOther(List<string> left, List<string> right)
    {
        var (old, now) = (Words(left), Words(right));
        var cost = (long)Math.Max(old.Count, now.Count) * Math.Max(old.Count, now.Count);
        if (left.Count == 0 || right.Count == 0 || cost > _budget)
        {
            IsCoarse |= left.Count > 0 && right.Count > 0;
            Differences++;
            _rows.Add(new ComparedRow([.. left.Select(Own)], [.. right.Select(Own)]));
            return;
        }

        _budget -= cost;
        var row = new OpenRow();
        var (a, b) = (0, 0);
        foreach (var block in Compare(old, now))
        {
            AddCommon(old[a..block.DeleteStartA]);
            row.Left.Add(old.GetRange(block.DeleteStartA, block.DeleteCountA), isOwn: true);
            row.Right.Add(now.GetRange(block.InsertStartB, block.InsertCountB), isOwn: true);
            Differences++;
            (a, b) = (block.DeleteStartA + block.DeleteCountA, block.InsertStartB + block.InsertCountB);
        }

        AddCommon(old[a..]);
        Close();

        // A paragraph that ends on both sides at once ends the row.
        void AddCommon(List<string> words)
        {
            foreach (var word in words)
            {
                if (string.Equals(word, ParagraphEnd, StringComparison.Ordinal))
                {
                    Close();
                }
                else
                {
                    row.Left.Add([word], isOwn: false);
                    row.Right.Add([word], isOwn: false);
                }
            }
        }

        void Close()
        {
            if (row.Close() is { } closed)
            {
                _rows.Add(closed);
            }

            row = new OpenRow();
        }
    }

    private static List<ComparedRun> Own(string paragraph) => [new ComparedRun(paragraph, IsOwn: true)];

    private static List<string> Words(List<string> paragraphs) =>
        [.. paragraphs.SelectMany(paragraph => paragraph.Split(' ').Append(ParagraphEnd))];

    private sealed class OpenRow
    {
        public Side Left { get; } = new();

        public Side Right { get; } = new();

        public ComparedRow? Close()
        {
            var (left, right) = (Left.Close(), Right.Close());
            return left.Count + right.Count == 0 ? null : new ComparedRow(left, right);
        }
    }

    /// <summary>One side of a row: words into runs, runs into paragraphs.</summary>
    private sealed class Side
    {
        private readonly List<IReadOnlyList<ComparedRun>> _paragraphs = [];
        private readonly List<ComparedRun> _runs = [];
        private readonly List<string> _words = [];
        private bool _isOwn;

        public void Add(IEnumerable<string> words, bool isOwn)
        {
            foreach (var word in words)
            {
                if (string.Equals(word, ParagraphEnd, StringComparison.Ordinal))
                {
                    EndParagraph();
                    continue;
                }

                if (isOwn != _isOwn)
                {
                    EndRun();
                    _isOwn = isOwn;
                }

                _words.Add(word);
            }
        }

        public IReadOnlyList<IReadOnlyList<ComparedRun>> Close()
        {
            EndParagraph();
            return _paragraphs;
        }

        private void EndRun()
        {
            if (_words.Count > 0)
            {
                _runs.Add(new ComparedRun(string.Join(' ', _words), _isOwn));
                _words.Clear();
            }
        }

        private void EndParagraph()
        {
            EndRun();
            if (_runs.Count > 0)
            {
                _paragraphs.Add([.. _runs]);
                _runs.Clear();
            }
        }
    }
}
