using System.Collections.Concurrent;
using Search.Text;

namespace Search.Engine;

/// <summary>
/// The words of a segment's titles by number, so that comparing a title with a query compares numbers. A title is read when it is
/// first asked for. Whoever asks takes the <see cref="Current"/> table and keeps to it: when the budget is spent a new one
/// begins, and numbers of two tables have nothing to do with each other. Safe for many threads.
/// </summary>
/// <param name="stored">The segment.</param>
/// <param name="budget">Bytes of a table.</param>
internal sealed class TitleWords(ISegment stored, long budget)
{
    private Table? _current;

    /// <summary>The table that is being filled.</summary>
    public Table Current
    {
        get
        {
            var table = Volatile.Read(ref _current);
            if (table is null || table.Size > budget)
            {
                Volatile.Write(ref _current, table = new Table(stored.Labels));
            }

            return table;
        }
    }

    /// <summary>Words with their numbers, and titles as numbers.</summary>
    /// <param name="labels">Number and title of documents.</param>
    internal sealed class Table(IStringColumn labels)
    {
        // About what a word and its number take besides its letters, and an array besides its numbers.
        private const int WordOverhead = 100;
        private const int TitleOverhead = 24;

        private static readonly int[] None = [];

        private readonly int[]?[] _titles = new int[labels.Count][];
        private readonly ConcurrentDictionary<string, int> _words = new(StringComparer.Ordinal);
        private int _count;
        private long _size;

        /// <summary>Bytes it takes, about.</summary>
        public long Size => Interlocked.Read(ref _size);

        /// <summary>The number of a word.</summary>
        public int NumberOf(string word) => _words.TryGetValue(word, out var number) ? number : _words.GetOrAdd(word, Next);

        /// <summary>The words of a label's title in their order.</summary>
        /// <param name="label">The label.</param>
        /// <param name="words">Receives their numbers.</param>
        /// <returns>False where there is no title.</returns>
        public bool TryRead(int label, out ReadOnlySpan<int> words)
        {
            var title = Volatile.Read(ref _titles[label]);
            if (title is null)
            {
                title = Read(labels[label]);
                if (Interlocked.CompareExchange(ref _titles[label], title, null) is null)
                {
                    Interlocked.Add(ref _size, (title.Length * sizeof(int)) + TitleOverhead);
                }
            }

            words = title;
            return title != None;
        }

        private int[] Read(string label)
        {
            var line = label.IndexOf('\n', StringComparison.Ordinal);
            if (line < 0 || line + 1 == label.Length)
            {
                return None;
            }

            // A title of signs alone has no words and is a title all the same.
            var tokens = FieldAnalyzer.Shared.Analyze(label[(line + 1)..]);
            var numbers = new int[tokens.Count];
            for (var i = 0; i < numbers.Length; i++)
            {
                numbers[i] = NumberOf(tokens[i].Exact);
            }

            return numbers;
        }

        private int Next(string word)
        {
            Interlocked.Add(ref _size, (word.Length * sizeof(char)) + WordOverhead);
            return Interlocked.Increment(ref _count);
        }
    }
}
