using System.Runtime.InteropServices;
using Search.Text;

namespace Search.Application.Comparison;

/// <summary>
/// How much of two texts is the same: the runs of words that both hold, of all that either holds. Accents, case, signs and line
/// breaks do not count, so a paper written by a program, printed and read from its image is like itself.
/// </summary>
internal static class Resemblance
{
    /// <summary>Words of a run. Shorter ones are shared by all papers of an office, longer ones are broken by a misread word.</summary>
    private const int Run = 4;

    /// <summary>A text is known by so many of its first words.</summary>
    private const int MaxWords = 20_000;

    /// <summary>The runs of a text, each by its hash; empty for a text that is shorter than one.</summary>
    public static HashSet<int> RunsOf(string text)
    {
        var words = new List<int>();
        foreach (var range in Words(VietnameseFolding.Fold(text)))
        {
            words.Add(range);
            if (words.Count == MaxWords)
            {
                break;
            }
        }

        var runs = new HashSet<int>(Math.Max(0, words.Count - Run + 1));
        var all = CollectionsMarshal.AsSpan(words);
        for (var i = 0; i + Run <= all.Length; i++)
        {
            var hash = new HashCode();
            hash.AddBytes(MemoryMarshal.AsBytes(all.Slice(i, Run)));
            runs.Add(hash.ToHashCode());
        }

        return runs;
    }

    /// <summary>The share of runs that both have, from 0 to 1.</summary>
    public static double Of(HashSet<int> left, HashSet<int> right)
    {
        var (few, many) = left.Count < right.Count ? (left, right) : (right, left);
        if (few.Count == 0)
        {
            return 0;
        }

        var both = few.Count(many.Contains);
        return (double)both / (few.Count + many.Count - both);
    }

    private static IEnumerable<int> Words(string folded)
    {
        var start = 0;
        for (var i = 0; i <= folded.Length; i++)
        {
            if (i < folded.Length && char.IsLetterOrDigit(folded[i]))
            {
                continue;
            }

            if (i > start)
            {
                yield return string.GetHashCode(folded.AsSpan(start, i - start), StringComparison.OrdinalIgnoreCase);
            }

            start = i + 1;
        }
    }
}
