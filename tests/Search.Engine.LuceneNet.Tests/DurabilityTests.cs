using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using LuceneDirectory = Lucene.Net.Store.Directory;
using SystemDirectory = System.IO.Directory;

namespace Search.Engine.LuceneNet.Tests;

/// <summary>Every way a disk or a process can fail: the old commit or the new one, damage named, nothing deleted that is held.</summary>
public sealed class DurabilityTests : IDisposable
{
    private const int Passages = 12;

    private readonly string _root = Path.Combine(Path.GetTempPath(), "engine-durable-" + Guid.NewGuid().ToString("N"));

    private string Index => Path.Combine(_root, "index");

    public void Dispose()
    {
        if (SystemDirectory.Exists(_root))
        {
            SystemDirectory.Delete(_root, recursive: true);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ADiskThatFailsAnywhereLeavesTheOldOrTheNewCommit(bool clear)
    {
        for (var failAt = 1; ; failAt++)
        {
            using (var engine = LuceneNetEngine.Open(Index))
            {
                Put(engine, 1, "cũ", clear: true);
            }

            var disk = new FailingDisk(failAt);
            try
            {
                using var failing = LuceneNetEngine.Open(Index, null, new LuceneNetOptions { OpenDirectory = disk.Open });
                Put(failing, 2, "mới", clear);
            }
            catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
            {
                Assert.True(disk.HasFailed, e.ToString());
            }

            using (var engine = LuceneNetEngine.Open(Index))
            {
                Assert.Contains(engine.Revision, (long[])[1, 2]);
                using var snapshot = engine.OpenSnapshot();
                Assert.Equal(snapshot.Revision == 1 ? Passages : 0, Count(snapshot, "cũ"));
                Assert.Equal(snapshot.Revision == 2 ? Passages : 0, Count(snapshot, "mới"));
                Assert.True(engine.Verify(CancellationToken.None).IsSound);
            }

            if (!disk.HasFailed)
            {
                return;
            }
        }
    }

    [Fact]
    public void DamageToAnyFileIsNamedAndNeverServed()
    {
        using (var engine = LuceneNetEngine.Open(Index))
        {
            Put(engine, 1, "cũ", clear: true);
            using var writer = engine.OpenWriter();
            writer.Delete("d0#0");
            writer.Commit(2);
        }

        var random = new Random(11);
        var folder = SystemDirectory.EnumerateDirectories(Index).Single();
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in SystemDirectory.EnumerateFiles(folder).Where(IsCommitted).ToList())
        {
            kinds.Add(Path.GetExtension(path));
            var sound = File.ReadAllBytes(path);
            for (var i = 0; i < 12; i++)
            {
                var damaged = sound.ToArray();
                damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
                CheckDamage(path, damaged);
            }

            CheckDamage(path, sound[..random.Next(sound.Length)]);
            CheckDamage(path, [.. sound, 0, 0, 0]);
            CheckDamage(path, null);
            File.WriteAllBytes(path, sound);
        }

        Assert.Contains(".del", kinds);
        using var mended = LuceneNetEngine.Open(Index);
        using var snapshot = mended.OpenSnapshot();
        Assert.Equal(Passages - 1, Count(snapshot, "cũ"));
    }

    /// <summary>A commit takes the files of the one before away: what a check misses then is no damage. At every file that the
    /// check opens another process commits twice.</summary>
    [Fact]
    public void ACheckBesideAWriterFindsNothing()
    {
        using var writing = LuceneNetEngine.Open(Index);
        Put(writing, 1, "cũ", clear: true);
        var revision = 1;
        for (var at = 1; ; at++)
        {
            var opened = 0;
            using var other = LuceneNetEngine.Open(Index, null, new LuceneNetOptions
            {
                OpenDirectory = folder => new CountingDirectory(new NIOFSDirectory(folder), () =>
                {
                    if (++opened == at)
                    {
                        Put(writing, ++revision, "mới", clear: false);
                        Put(writing, ++revision, "mới", clear: false);
                    }
                }),
            });

            Assert.Empty(other.Verify(CancellationToken.None).Damages);

            if (opened < at)
            {
                Assert.InRange(at, 5, 1000);
                return;
            }
        }
    }

    [Fact]
    public void ADamagedIndexIsBuiltAgainBesideTheOldOne()
    {
        using (var engine = LuceneNetEngine.Open(Index))
        {
            Put(engine, 1, "cũ", clear: true);
        }

        var largest = SystemDirectory.EnumerateFiles(Index, "_*", SearchOption.AllDirectories).MaxBy(path => new FileInfo(path).Length)!;
        File.WriteAllBytes(largest, File.ReadAllBytes(largest)[..^7]);
        using var again = LuceneNetEngine.Open(Index);
        Assert.Contains(Path.GetFileName(largest), Assert.Throws<IndexDamagedException>(again.OpenSnapshot).Damage.File, StringComparison.Ordinal);
        Assert.Equal(-1, again.Revision);
        Put(again, 5, "mới", clear: true);
        using var snapshot = again.OpenSnapshot();
        Assert.Equal(Passages, Count(snapshot, "mới"));
        Assert.True(again.Verify(CancellationToken.None).IsSound);
    }

    [Fact]
    public void TheFilesOfTheFormerStorageAreSaidToBeOldAndGoWithTheRebuild()
    {
        SystemDirectory.CreateDirectory(Index);
        File.WriteAllText(Path.Combine(Index, "manifest"), "{}");
        File.WriteAllText(Path.Combine(Index, "s000001.seg"), "x");
        using var engine = LuceneNetEngine.Open(Index);
        Assert.Contains("earlier version", Assert.Throws<IndexDamagedException>(engine.OpenSnapshot).Damage.Message, StringComparison.Ordinal);
        Put(engine, 1, "mới", clear: true);
        Assert.False(File.Exists(Path.Combine(Index, "manifest")));
        Assert.False(File.Exists(Path.Combine(Index, "s000001.seg")));
    }

    [Fact]
    public void AnIndexOfAnotherVersionIsSaidToBeOneAndIsNotCalledDamaged()
    {
        using (var engine = LuceneNetEngine.Open(Index))
        {
            Put(engine, 3, "cũ", clear: true);
        }

        using (var directory = FSDirectory.Open(SystemDirectory.EnumerateDirectories(Index).Single()))
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(Lucene.Net.Util.LuceneVersion.LUCENE_48, null) { OpenMode = OpenMode.APPEND }))
        {
            writer.SetCommitData(new Dictionary<string, string>(StringComparer.Ordinal) { ["revision"] = "3", ["format"] = "0.of.another" });
            writer.Commit();
        }

        using var again = LuceneNetEngine.Open(Index);
        var error = Assert.Throws<IndexDamagedException>(again.OpenSnapshot);
        Assert.True(error.Damage.IsOtherVersion);
        Assert.DoesNotContain("hỏng", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ARebuildElsewhereTakesNothingFromAReader()
    {
        using var reader = LuceneNetEngine.Open(Index);
        using var other = LuceneNetEngine.Open(Index);
        Put(other, 1, "cũ", clear: true);
        using (var held = reader.OpenSnapshot())
        {
            Put(other, 2, "mới", clear: true);
            Assert.Equal(2, SystemDirectory.EnumerateDirectories(Index).Count());
            Assert.Equal(Passages, Count(held, "cũ"));
            using var later = reader.OpenSnapshot();
            Assert.Equal(Passages, Count(later, "mới"));
        }

        Put(other, 3, "sau", clear: false);
        Assert.Single(SystemDirectory.EnumerateDirectories(Index));
    }

    [Fact]
    public void ARebuildThatSkipsANumberIsSeen()
    {
        using var reader = LuceneNetEngine.Open(Index);
        using var other = LuceneNetEngine.Open(Index);
        Put(other, 1, "cũ", clear: true);
        using var held = reader.OpenSnapshot();
        using (var writer = other.OpenWriter())
        {
            // Begun and left: its folder has a number and no commit.
            writer.Clear();
            writer.Put(Entry(0, "bỏ dở"));
        }

        Put(other, 2, "mới", clear: true);
        Put(other, 3, "sau", clear: false);
        using var later = reader.OpenSnapshot();
        Assert.Equal(3, later.Revision);
    }

    [Fact]
    public void ADamagedIndexIsComparedOnce()
    {
        using (var engine = LuceneNetEngine.Open(Index))
        {
            Put(engine, 1, "cũ", clear: true);
        }

        var opened = 0;
        var options = new LuceneNetOptions
        {
            OpenDirectory = folder => new CountingDirectory(new NIOFSDirectory(folder), () => opened++),
        };
        using (var sound = LuceneNetEngine.Open(Index, null, options))
        using (sound.OpenSnapshot())
        {
            // Counted.
        }

        var most = opened;
        opened = 0;
        var largest = SystemDirectory.EnumerateFiles(Index, "_*", SearchOption.AllDirectories).MaxBy(path => new FileInfo(path).Length)!;
        File.WriteAllBytes(largest, File.ReadAllBytes(largest)[..^7]);
        using var again = LuceneNetEngine.Open(Index, null, options);
        Assert.Throws<IndexDamagedException>(again.OpenSnapshot);
        Assert.InRange(opened, 1, most);
    }

    [Fact]
    public void OpeningAndReadingWriteNothing()
    {
        using (var engine = LuceneNetEngine.Open(Index))
        {
            Assert.Equal(-1, engine.Revision);
            using var empty = engine.OpenSnapshot();
            Assert.True(engine.Verify(CancellationToken.None).IsSound);
        }

        Assert.False(SystemDirectory.Exists(Index));
    }

    [Fact]
    public void WordsOfPurgedPassagesAreInNoFile()
    {
        using var engine = LuceneNetEngine.Open(Index);
        Put(engine, 1, "zirconalfa", clear: true);
        using (var writer = engine.OpenWriter())
        {
            for (var i = 0; i < Passages - 1; i++)
            {
                writer.Delete(string.Create(CultureInfo.InvariantCulture, $"d{i}#0"));
            }

            writer.Delete(string.Create(CultureInfo.InvariantCulture, $"d{Passages - 1}#0"));
            writer.Put(Entry(99, "công khai"));
            writer.Commit(2);
        }

        using (var snapshot = engine.OpenSnapshot())
        {
            Assert.Empty(snapshot.Suggest("zircon", 5));
            Assert.Null(snapshot.DidYouMean("zirconalf"));
        }

        ((IMaintainable)engine).Purge(CancellationToken.None);
        Assert.All(
            SystemDirectory.EnumerateFiles(Index, "*", SearchOption.AllDirectories),
            path => Assert.False(File.ReadAllBytes(path).AsSpan().IndexOf("zirconalfa"u8) >= 0, path));
    }

    [Fact]
    public void PlainLuceneReadsTheIndex()
    {
        using (var engine = LuceneNetEngine.Open(Index))
        {
            Put(engine, 7, "đối ngoại", clear: true);
        }

        using var directory = FSDirectory.Open(SystemDirectory.EnumerateDirectories(Index).Single());
        Assert.True(new CheckIndex(directory).DoCheckIndex().Clean);
        using var reader = DirectoryReader.Open(directory);
        Assert.Equal("7", reader.IndexCommit.UserData["revision"]);
        var searcher = new IndexSearcher(reader);
        var word = new Term("words", new Lucene.Net.Util.BytesRef(TermKey.Of("ngoai", "ngoại")));
        var pair = new Term("pairs", new Lucene.Net.Util.BytesRef(TermKey.OfPair("doi", "ngoai", "đối", "ngoại")));
        Assert.Equal(Passages, searcher.Search(new Lucene.Net.Search.TermQuery(word), 100).TotalHits);
        Assert.Equal(Passages, searcher.Search(new Lucene.Net.Search.TermQuery(pair), 100).TotalHits);
        Assert.Equal(1, searcher.Search(new Lucene.Net.Search.TermQuery(new Term("document", "d3")), 100).TotalHits);
    }

    private static bool IsCommitted(string path) => Path.GetFileName(path) is not ("held" or "write.lock" or "segments.gen");

    private static IndexEntry Entry(int number, string text) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"d{number}#0"),
        Group = string.Create(CultureInfo.InvariantCulture, $"d{number}"),
        Text = new Dictionary<string, string>(StringComparer.Ordinal) { [IndexFields.Body] = $"nội dung {text} số {number}" },
    };

    private static void Put(ISearchEngine engine, long revision, string text, bool clear)
    {
        using var writer = engine.OpenWriter();
        if (clear)
        {
            writer.Clear();
        }

        for (var i = 0; i < Passages; i++)
        {
            writer.Put(Entry(i, text));
        }

        writer.Commit(revision);
    }

    private static int Count(IIndexSnapshot snapshot, string text) => snapshot.Search(
        new SearchRequest { Query = new PhraseQuery(text), Limit = 100 }, CancellationToken.None).Hits.Count;

    private void CheckDamage(string path, byte[]? damaged)
    {
        File.Delete(path);
        if (damaged is not null)
        {
            File.WriteAllBytes(path, damaged);
        }

        using var engine = LuceneNetEngine.Open(Index);
        var verified = engine.Verify(CancellationToken.None);
        Assert.False(verified.IsSound, $"{path} is damaged and sound");
        Assert.Throws<IndexDamagedException>(() => engine.OpenSnapshot().Dispose());
    }

    // Fails the n-th operation that changes the disk, and every one after it.
    private sealed class FailingDisk(int failAt)
    {
        private int _done;

        public bool HasFailed { get; private set; }

        public LuceneDirectory Open(DirectoryInfo folder) => new FailingDirectory(new NIOFSDirectory(folder), this);

        public void Step()
        {
            if (Interlocked.Increment(ref _done) >= failAt)
            {
                HasFailed = true;
                throw new IOException("the disk fails");
            }
        }
    }

    private sealed class CountingDirectory(LuceneDirectory inner, Action opened) : FilterDirectory(inner)
    {
        public override IndexInput OpenInput(string name, IOContext context)
        {
            opened();
            return base.OpenInput(name, context);
        }

        public override ChecksumIndexInput OpenChecksumInput(string name, IOContext context)
        {
            opened();
            return base.OpenChecksumInput(name, context);
        }
    }

    private sealed class FailingDirectory(LuceneDirectory inner, FailingDisk disk) : FilterDirectory(inner)
    {
        public override IndexOutput CreateOutput(string name, IOContext context)
        {
            disk.Step();
            return base.CreateOutput(name, context);
        }

        public override void Sync(ICollection<string> names)
        {
            disk.Step();
            base.Sync(names);
        }

        public override void DeleteFile(string name)
        {
            disk.Step();
            base.DeleteFile(name);
        }
    }
}
