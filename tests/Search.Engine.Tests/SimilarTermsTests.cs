using System.Globalization;
using Search.Engine.LuceneNet;

namespace Search.Engine.Tests;

/// <summary>The telling words read from texts are those that the postings of every term give, over segments and deletes.</summary>
public sealed class SimilarTermsTests : IDisposable
{
    private readonly string _directory = Path.Combine(Path.GetTempPath(), "engine-similar-" + Guid.NewGuid().ToString("N"));

    public void Dispose()
    {
        if (Directory.Exists(_directory))
        {
            Directory.Delete(_directory, recursive: true);
        }
    }

    [Fact]
    public void WordsAreThoseOfThePostings()
    {
        using var engine = LuceneNetEngine.Open(_directory, null, new LuceneNetOptions { BackgroundMerges = false });
        var random = new Random(5);
        for (var commit = 0; commit < 3; commit++)
        {
            using var writer = engine.OpenWriter();
            for (var i = 0; i < 200; i++)
            {
                writer.Put(Entry(random));
            }

            writer.Commit(commit + 1);
        }

        using var snapshot = (Snapshot)engine.OpenSnapshot();
        Assert.True(snapshot.Segments.Count >= 3 && snapshot.Statistics.Deleted > 0);
        var seen = 0;
        for (var group = 0; group < 60; group++)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"g{group}");
            var expected = Naive(snapshot, key);
            Assert.Equal(expected, SimilarTerms.Of(snapshot.Shared, key).Select(list => list.Label.ToString()));
            seen += expected.Count;
        }

        Assert.True(seen > 300);
    }

    private static IndexEntry Entry(Random random)
    {
        var group = string.Create(CultureInfo.InvariantCulture, $"g{random.Next(60)}");
        return new IndexEntry
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{group}#{random.Next(8)}"),
            Group = group,
            Text = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [IndexFields.Number] = string.Create(CultureInfo.InvariantCulture, $"{random.Next(40)}-NQ/TW"),
                [IndexFields.Title] = Words(random, 5),
                [IndexFields.Headings] = Words(random, 8),
                [IndexFields.Body] = Words(random, 60),
            },
        };
    }

    private static string Words(Random random, int count) => string.Join(
        random.Next(2) == 0 ? " " : ". ", Enumerable.Range(0, count).Select(_ => string.Create(
            CultureInfo.InvariantCulture, $"w{random.Next(1 + random.Next(1 + random.Next(900)))}")));

    private static List<string> Naive(Snapshot snapshot, string group)
    {
        var impacts = new Dictionary<string, int>(StringComparer.Ordinal);
        var frequencies = new Dictionary<string, long>(StringComparer.Ordinal);
        var holders = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var view in snapshot.Segments)
        {
            var document = view.Segment.Documents.Find(group);
            var own = document < 0 ? [] : view.Segment.Documents.Passages(document).ToArray();
            view.Segment.Stored.Scan(TermKind.Word, [], (key, _) =>
            {
                var word = TermKey.Split(key).Exact;
                if (key[0] == TermKey.NumberMark)
                {
                    return true;
                }

                var (docs, levels) = view.Segment.Postings(view.Segment.Find(TermKind.Word, key)!);
                for (var i = 0; i < docs.Length; i++)
                {
                    if (view.IsLive(docs[i]))
                    {
                        frequencies[word] = frequencies.GetValueOrDefault(word) + 1;
                        (holders.TryGetValue(word, out var known) ? known : holders[word] = new HashSet<string>(StringComparer.Ordinal))
                            .Add(view.Segment.GroupOf(docs[i]));
                        impacts[word] = impacts.GetValueOrDefault(word) + (own.Contains(docs[i]) ? levels[i] : 0);
                    }
                }

                return true;
            });
        }

        var entries = snapshot.Terms.Entries;
        return [.. impacts.Where(w => w.Value > 0 && frequencies[w.Key] >= 2 && frequencies[w.Key] <= Math.Max(64, entries / 8)
                && holders[w.Key].Count <= Math.Max(10, snapshot.Shared.LiveDocuments.Count / 5))
            .OrderByDescending(w => w.Value * InverseFrequency.Of(entries, frequencies[w.Key]))
            .ThenBy(w => w.Key, StringComparer.Ordinal).Take(30).Select(w => w.Key)];
    }
}
