using System.Globalization;
using System.Text;

namespace Search.Engine.Embedded.Tests;

// Longer than most files: every way a disk or a process can fail, on one page.
public sealed class DurabilityTests : IDisposable
{
    private readonly string _root = Path.Combine(Path.GetTempPath(), "engine-durable-" + Guid.NewGuid().ToString("N"));

    public void Dispose()
    {
        if (Directory.Exists(_root))
        {
            Directory.Delete(_root, recursive: true);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void ADiskThatFailsAnywhereLeavesTheOldOrTheNewGeneration(int kind)
    {
        var loss = (UnsyncedLoss)kind;
        for (var failAt = 1; ; failAt++)
        {
            var directory = Fresh();
            Fill(directory, DiskFileLayer.Instance, 1, "cũ");
            var disk = new FaultyFileLayer(failAt, loss);
            try
            {
                Fill(directory, disk, 2, "mới");
            }
            catch (Exception e) when (e is IOException or AggregateException)
            {
                Assert.True(disk.HasFailed, e.ToString());
            }

            disk.CutPower();
            using (var engine = EmbeddedEngine.Open(directory))
            {
                Assert.Contains(engine.Revision, (long[])[1, 2]);
                using var snapshot = engine.OpenSnapshot();
                Assert.Equal(snapshot.Revision == 1 ? 30 : 0, Count(snapshot, "cũ"));
                Assert.Equal(snapshot.Revision == 2 ? 30 : 0, Count(snapshot, "mới"));
                Assert.True(engine.Verify(CancellationToken.None).IsSound);
            }

            Fill(directory, DiskFileLayer.Instance, 3, "sau");
            Directory.Delete(directory, recursive: true);
            if (!disk.HasFailed)
            {
                return;
            }
        }
    }

    [Fact]
    public void AfterAFailedCommitTheSameEngineServesOnAndCommitsLater()
    {
        var directory = Fresh();
        Fill(directory, DiskFileLayer.Instance, 1, "cũ");
        using var engine = EmbeddedEngine.Open(directory, Options, new FaultyFileLayer(6, UnsyncedLoss.Drop));
        Assert.ThrowsAny<IOException>(() => Put(engine, 2, "mới"));
        using (var snapshot = engine.OpenSnapshot())
        {
            Assert.Equal(30, Count(snapshot, "cũ"));
        }

        Assert.Equal(1, engine.Revision);
    }

    [Fact]
    public void EveryFlippedBitIsFoundAndNeverBecomesAnAnswer()
    {
        var directory = Fresh();
        Fill(directory, DiskFileLayer.Instance, 1, "cũ");
        using (var engine = EmbeddedEngine.Open(directory))
        {
            using var writer = engine.OpenWriter();
            writer.Delete("d0#0");
            writer.Commit(2);
        }

        var expected = Answers(directory);
        var random = new Random(11);
        foreach (var path in Directory.EnumerateFiles(directory).Where(p => !p.EndsWith(".lock", StringComparison.Ordinal)).ToList())
        {
            var sound = File.ReadAllBytes(path);
            for (var i = 0; i < 300; i++)
            {
                var damaged = sound.ToArray();
                damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
                CheckDamage(directory, path, damaged, expected);
            }

            for (var i = 0; i < 20; i++)
            {
                CheckDamage(directory, path, sound[..random.Next(sound.Length)], expected);
            }

            CheckDamage(directory, path, [.. sound, 0, 0, 0], expected);
            File.WriteAllBytes(path, sound);
        }

        Assert.Equal(expected, Answers(directory));
    }

    [Fact]
    public void AMissingFileIsNamed()
    {
        var directory = Fresh();
        Fill(directory, DiskFileLayer.Instance, 1, "cũ");
        File.Delete(Directory.EnumerateFiles(directory, "*.seg").First());
        using var engine = EmbeddedEngine.Open(directory);
        Assert.EndsWith(".seg", Assert.Single(engine.Verify(CancellationToken.None).Damages).File, StringComparison.Ordinal);
        Assert.Throws<IndexDamagedException>(() => engine.OpenSnapshot());
        Assert.Equal(-1, engine.Revision);
        using (var writer = engine.OpenWriter())
        {
            writer.Clear();
            writer.Put(Entry(0, "mới"));
            writer.Commit(5);
        }

        using var snapshot = engine.OpenSnapshot();
        Assert.Equal(1, Count(snapshot, "mới"));
    }

    [Fact]
    public void OrderAndThreadsLeaveNoTraceInTheDigestAndTheAnswers()
    {
        var entries = Enumerable.Range(0, 700).Select(i => Entry(i, i % 3 == 0 ? "cũ" : "mới")).ToList();
        var digests = new HashSet<string>(StringComparer.Ordinal);
        var answers = new HashSet<string>(StringComparer.Ordinal);
        for (var run = 0; run < 4; run++)
        {
            var random = new Random(run);
            var directory = Fresh();
            var options = new EmbeddedEngineOptions { IndexingThreads = 1 + run, PostingsInMemory = 1000 + (run * 3000), MergeFactor = 2 + run };
            using var engine = EmbeddedEngine.Open(directory, options);
            using (var writer = engine.OpenWriter())
            {
                foreach (var entry in entries.OrderBy(_ => random.Next()))
                {
                    writer.Put(entry);
                }

                writer.Commit(1);
            }

            ((EmbeddedEngine)engine).WaitForMerges();
            using var snapshot = engine.OpenSnapshot();
            digests.Add(snapshot.Digest);
            var request = new SearchRequest { Query = new WordsQuery("nội dung mới số 7"), Limit = 50 };
            answers.Add(string.Join(' ', snapshot.Search(request, CancellationToken.None).Hits
                .Select(h => h.Score.ToString("F3", CultureInfo.InvariantCulture))));
        }

        Assert.Single(digests);
        Assert.Single(answers);
    }

    [Fact]
    public async Task ReadersNeverSeeTwoGenerationsAtOnceAndOldFilesGo()
    {
        var directory = Fresh();
        using var engine = EmbeddedEngine.Open(directory, Options with { MergeFactor = 2, BackgroundMerges = true });
        Put(engine, 0, "thế 0");
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                using var snapshot = engine.OpenSnapshot();
                var request = new SearchRequest { Query = new PhraseQuery($"thế {snapshot.Revision}"), Limit = 50 };
                Assert.Equal(30, snapshot.Search(request, CancellationToken.None).Hits.Count);
                Assert.Equal(30, snapshot.Statistics.Entries);
            }
        })).ToArray();
        for (var revision = 1; revision <= 40; revision++)
        {
            Put(engine, revision, string.Create(CultureInfo.InvariantCulture, $"thế {revision}"));
        }

        await stop.CancelAsync();
        await Task.WhenAll(readers);
        ((EmbeddedEngine)engine).WaitForMerges();
        Put(engine, 41, "thế 41");
        ((EmbeddedEngine)engine).WaitForMerges();
        Assert.True(Directory.EnumerateFiles(directory, "*.seg").Count() <= 3);
    }

    [Fact]
    public void MergesThatAProcessLeftAreTakenUpByTheNextWriter()
    {
        var directory = Fresh();
        var answers = LeaveUnmerged(directory);
        using var engine = EmbeddedEngine.Open(directory, Options with { MergeFactor = 2, BackgroundMerges = true });
        engine.OpenWriter().Dispose();
        ((EmbeddedEngine)engine).WaitForMerges();
        Assert.Equal(1, Segments(engine));
        Assert.Equal(answers, Answers(directory));
    }

    [Fact]
    public void ClosingWaitsForMergesWithinItsTime()
    {
        var directory = Fresh();
        var answers = LeaveUnmerged(directory);
        var merging = Options with { MergeFactor = 2, BackgroundMerges = true, MergeWaitAtClose = TimeSpan.FromHours(1) };
        using (var engine = (EmbeddedEngine)EmbeddedEngine.Open(directory, merging))
        {
            engine.OpenWriter().Dispose();
        }

        using (var engine = (EmbeddedEngine)EmbeddedEngine.Open(directory, Options))
        {
            Assert.Equal(1, Segments(engine));
        }

        Assert.Equal(answers, Answers(directory));
    }

    [Fact]
    public void ClosingWithoutTimeLeavesASoundIndex()
    {
        var directory = Fresh();
        var answers = LeaveUnmerged(directory);
        var merging = Options with { MergeFactor = 2, BackgroundMerges = true, MergeWaitAtClose = TimeSpan.Zero };
        using (var engine = (EmbeddedEngine)EmbeddedEngine.Open(directory, merging))
        {
            engine.OpenWriter().Dispose();
        }

        using (var engine = (EmbeddedEngine)EmbeddedEngine.Open(directory, Options))
        {
            Assert.True(engine.Verify(CancellationToken.None).IsSound);
            using var writer = engine.OpenWriter();
        }

        Assert.Equal(answers, Answers(directory));
    }

    [Fact]
    public void AReaderInAnotherInstanceFollowsCommits()
    {
        var directory = Fresh();
        using var writer = EmbeddedEngine.Open(directory);
        using var reader = EmbeddedEngine.Open(directory);
        Put(writer, 1, "một");
        Assert.Equal(1, reader.Revision);
        Put(writer, 2, "hai");
        using var snapshot = reader.OpenSnapshot();
        Assert.Equal(30, Count(snapshot, "hai"));
        using (writer.OpenWriter())
        {
            Assert.Throws<IndexBusyException>(() => reader.OpenWriter());
        }
    }

    // Six segments of one size that nothing has merged; returns what the index answers.
    private static string LeaveUnmerged(string directory)
    {
        using (var engine = (EmbeddedEngine)EmbeddedEngine.Open(directory, Options))
        {
            for (var segment = 0; segment < 6; segment++)
            {
                using var writer = engine.OpenWriter();
                for (var i = 0; i < 30; i++)
                {
                    writer.Put(Entry((segment * 30) + i, "mới"));
                }

                writer.Commit(segment + 1);
            }

            Assert.Equal(6, Segments(engine));
        }

        return Answers(directory);
    }

    private static int Segments(ISearchEngine engine)
    {
        using var snapshot = engine.OpenSnapshot();
        return snapshot.Statistics.Segments;
    }

    private static EmbeddedEngineOptions Options => new() { BackgroundMerges = false, IndexingThreads = 1 };

    private static void CheckDamage(string directory, string path, byte[] damaged, string expected)
    {
        File.WriteAllBytes(path, damaged);
        using (var engine = EmbeddedEngine.Open(directory))
        {
            Assert.False(engine.Verify(CancellationToken.None).IsSound, Path.GetFileName(path));
        }

        try
        {
            Assert.Equal(expected, Answers(directory));
        }
        catch (IndexDamagedException)
        {
            // Found on the way: as it should be.
        }
    }

    private static string Answers(string directory)
    {
        using var engine = EmbeddedEngine.Open(directory);
        using var snapshot = engine.OpenSnapshot();
        var answers = new StringBuilder(snapshot.Digest);
        foreach (var words in new[] { "cũ", "nội dung", "nội dung cũ số 7", "so 12" })
        {
            answers.Append(' ').AppendJoin(',', Hits(snapshot, words, 40));
        }

        return answers.ToString();
    }

    private static List<string> Hits(IIndexSnapshot snapshot, string words, int limit) =>
        [.. snapshot.Search(new SearchRequest { Query = new WordsQuery(words), Limit = limit }, CancellationToken.None).Hits.Select(h => h.Id)];

    private static int Count(IIndexSnapshot snapshot, string words) =>
        snapshot.Search(new SearchRequest { Query = new TermQuery(words), Limit = 100 }, CancellationToken.None).Hits.Count;

    private static void Fill(string directory, IFileLayer files, long revision, string word)
    {
        using var engine = EmbeddedEngine.Open(directory, Options, files);
        Put(engine, revision, word);
    }

    private static void Put(ISearchEngine engine, long revision, string word)
    {
        using var writer = engine.OpenWriter();
        for (var i = 0; i < 30; i++)
        {
            writer.Put(Entry(i, word));
        }

        writer.Commit(revision);
    }

    private static IndexEntry Entry(int i, string word) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"d{i}#0"),
        Group = string.Create(CultureInfo.InvariantCulture, $"d{i}"),
        Text = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [IndexFields.Number] = string.Create(CultureInfo.InvariantCulture, $"{i}-CT/TW"),
            [IndexFields.Title] = "Tiêu đề " + word,
            [IndexFields.Body] = string.Create(CultureInfo.InvariantCulture, $"nội dung {word} số {i % 20} {string.Join(' ', Enumerable.Repeat("chữ", i % 9))}"),
        },
        Numbers = new Dictionary<string, long>(StringComparer.Ordinal) { [IndexFields.Date] = 20200101 + (i % 28) },
    };

    private string Fresh()
    {
        var path = Path.Combine(_root, Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(path);
        return path;
    }
}
