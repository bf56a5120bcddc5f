using System.Globalization;

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
    public void Words_are_those_of_the_postings()
    {
        using var engine = EmbeddedEngine.Open(_directory, new EmbeddedEngineOptions { BackgroundMerges = false });
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
            Assert.Equal(expected, SimilarTerms.Of(snapshot.Segments, snapshot.Terms, key).Select(list => list.Label));
            seen += expected.Count;
        }

        Assert.True(seen > 600);
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
        var weights = new Dictionary<string, float>(StringComparer.Ordinal);
        for (var s = 0; s < snapshot.Segments.Count; s++)
        {
            var (segment, deletes) = (snapshot.Segments[s].Segment, snapshot.Segments[s].Deletes);
            var number = segment.Groups.Find(group);
            if (number < 0)
            {
                continue;
            }

            for (var cursor = segment.Terms.First(); cursor.IsValid; cursor.MoveNext())
            {
                var list = segment.Terms.Postings(cursor.Ordinal);
                if (cursor.Key[0] == TermKey.NumberMark || list.Count < 2 || list.Count > Math.Max(64, segment.Docs / 8))
                {
                    continue;
                }

                var reader = new ListCursor(segment, list);
                var impact = 0;
                foreach (var doc in segment.DocsOfGroup(number))
                {
                    if (deletes?[doc] is not true && reader.Advance(doc) == doc)
                    {
                        impact += reader.Impact;
                    }
                }

                var name = TermKey.Split(cursor.Key).Exact;
                if (impact > 0)
                {
                    weights[name] = weights.GetValueOrDefault(name) + (impact * InverseFrequency.Of(snapshot.Terms.Entries, snapshot.Terms.Frequency(s, list)));
                }
            }
        }

        return [.. weights.OrderByDescending(w => w.Value).ThenBy(w => w.Key, StringComparer.Ordinal).Take(30).Select(w => w.Key)];
    }
}
