#if LUCENE_NET
namespace Search.Engine.LuceneNet.Tests;

/// <summary>Compacting keeps what was committed, the store's revision with it.</summary>
public sealed class CompactTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lucene-net-").FullName;

    [Fact]
    public void ACompactedIndexHasOneSegmentAndTheSameContent()
    {
        using var engine = LuceneNetEngine.Open(_folder);
        for (var revision = 1; revision <= 3; revision++)
        {
            using var writer = engine.OpenWriter();
            writer.Put(new IndexEntry
            {
                Id = $"p{revision}",
                Group = $"d{revision}",
                Text = new Dictionary<string, string>(StringComparer.Ordinal) { [IndexFields.Body] = "công tác dân vận" },
            });
            writer.Commit(revision);
        }

        using var before = engine.OpenSnapshot();
        engine.Compact(CancellationToken.None);
        using var after = engine.OpenSnapshot();
        Assert.True(before.Statistics.Segments > 1);
        Assert.Equal(1, after.Statistics.Segments);
        Assert.Equal(3, after.Revision);
        Assert.Equal(before.Digest, after.Digest);
        Assert.True(before.Statistics.Bytes > 0);
    }

    [Theory]
    [InlineData(LuceneNetFiles.Positional)]
    [InlineData(LuceneNetFiles.Simple)]
    [InlineData(LuceneNetFiles.MemoryMapped)]
    public void EveryWayToReadFilesAnswers(LuceneNetFiles files)
    {
        using var engine = LuceneNetEngine.Open(_folder, new LuceneNetEngineOptions { Files = files });
        using (var writer = engine.OpenWriter())
        {
            writer.Put(new IndexEntry
            {
                Id = "p",
                Group = "d",
                Text = new Dictionary<string, string>(StringComparer.Ordinal) { [IndexFields.Body] = "công tác dân vận" },
            });
            writer.Commit(1);
        }

        using var snapshot = engine.OpenSnapshot();
        var page = snapshot.Search(new SearchRequest { Query = new WordsQuery("dân vận") }, CancellationToken.None);
        Assert.Equal(["p"], page.Hits.Select(hit => hit.Id));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
#endif
