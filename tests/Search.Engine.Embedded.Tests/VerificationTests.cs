namespace Search.Engine.Embedded.Tests;

/// <summary>A sound index is found sound while it is written to: files that go with a merge are no damage.</summary>
public sealed class VerificationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("verification-").FullName;

    [Fact]
    public async Task ASoundIndexIsSoundBesideCommitsAndMerges()
    {
        const int Commits = 80;
        using var engine = EmbeddedEngine.Open(_folder, new EmbeddedEngineOptions { MergeFactor = 2 });
        using var reader = EmbeddedEngine.Open(_folder);
        Commit(engine, 0, 1);
        var writing = Task.Run(() => Commit(engine, 1, Commits));

        var looks = 0;
        do
        {
            Assert.Empty(reader.Verify(CancellationToken.None).Damages);
            looks++;
        }
        while (!writing.IsCompleted);

        await writing;
        Assert.True(looks > 1);
        Assert.Empty(reader.Verify(CancellationToken.None).Damages);
    }

    private static void Commit(ISearchEngine engine, int first, int count)
    {
        using var writer = engine.OpenWriter();
        for (var i = first; i < first + count; i++)
        {
            writer.Put(new IndexEntry
            {
                Id = $"p{i}",
                Group = $"d{i}",
                Text = new Dictionary<string, string>(StringComparer.Ordinal) { [IndexFields.Body] = $"công tác dân vận {i}" },
            });
            writer.Commit(i + 1);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
