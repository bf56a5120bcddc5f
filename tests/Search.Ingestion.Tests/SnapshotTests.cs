using Amazon.Runtime;
using Amazon.S3;
using Search.Ingestion.Snapshots;
using Search.Testing.Files;

namespace Search.Ingestion.Tests;

/// <summary>A node begins from what another one published, whole or not at all.</summary>
public sealed class SnapshotTests : SystemFixture
{
    private string New => Path.Combine(Outside, "new");

    private ISnapshotStorage Folder => SnapshotLocation.Open(Path.Combine(Outside, "snapshots"));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ANodeBegunFromASnapshotAnswersAtOnceWithoutBuildingAnything(bool isBucket)
    {
        Folders.Fill(Sources, 30, seed: 4);
        await Ingest();
        using var server = isBucket ? new BucketServer() : null;
        using var storage = server is null ? Folder : new BucketSnapshots(Client(server), "kho", "search/a");

        var manifest = Publish(storage);
        var taken = SnapshotReader.Seed(New, storage);

        Assert.Equal(manifest.Files, taken!.Files);
        Assert.Equal(CollectionReader.Store.Revision, taken.Revision);
        Assert.Equal([taken.Revision], storage.List(CancellationToken.None));
        using var opened = KnowledgeBase.Open(new KnowledgeOptions { DataDirectory = New });
        Assert.Equal(0, opened.Report.Caught);
        Assert.False(opened.Report.Rebuilt);
        Assert.Equal(CollectionReader.Store.List(), opened.Store.List());
        Assert.Equal(Digest(CollectionReader), Digest(opened));
        Assert.True(opened.Verify().IsSound);
        Assert.Empty(Directory.EnumerateDirectories(New, ".*"));
    }

    [Theory]
    [InlineData("flip")]
    [InlineData("cut")]
    [InlineData("gone")]
    [InlineData("no manifest")]
    [InlineData("manifest leads out")]
    [InlineData("newer version")]
    public async Task WhatIsNotWholeIsPassedOverForTheOneBefore(string damage)
    {
        Folders.Fill(Sources, 5, seed: 4);
        await Ingest();
        using var storage = Folder;
        var before = Publish(storage);
        Write("them.md", "# Thông báo\n\nMột thông báo nữa.\n");
        await Ingest();
        var after = Publish(storage);
        Assert.Equal([after.Revision, before.Revision], storage.List(CancellationToken.None));
        var folder = Path.Combine(Outside, "snapshots", $"snapshot-{after.Revision}");
        var (store, manifest) = (Path.Combine(folder, "knowledge.db"), Path.Combine(folder, "snapshot.json"));
        switch (damage)
        {
            case "flip":
                var bytes = File.ReadAllBytes(store);
                bytes[bytes.Length / 2] ^= 1;
                File.WriteAllBytes(store, bytes);
                break;
            case "cut":
                File.WriteAllBytes(store, File.ReadAllBytes(store)[..^100]);
                break;
            case "gone":
                File.Delete(store);
                break;
            case "no manifest":
                File.Delete(manifest);
                break;
            case "manifest leads out":
                File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("knowledge.db", "../knowledge.db", StringComparison.Ordinal));
                break;
            default:
                File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("\"storeFormat\": ", "\"storeFormat\": 9", StringComparison.Ordinal));
                break;
        }

        var taken = SnapshotReader.Seed(New, storage);

        Assert.Equal(before.Revision, taken?.Revision);
        using var opened = KnowledgeBase.Open(new KnowledgeOptions { DataDirectory = New });
        Assert.Equal(before.Revision, opened.Store.Revision);
        Assert.False(File.Exists(Path.Combine(Outside, "knowledge.db")));
    }

    [Fact]
    public async Task SnapshotsThatHoldWhatBecameSecretGo()
    {
        Folders.Fill(Sources, 5, seed: 4);
        var paper = Write("a.md", "# Thông báo\n\nMột thông báo.\n");
        await Ingest();
        using var storage = Folder;
        Publish(storage);
        Write("b.md", "# Thông báo\n\nThông báo thứ hai.\n");
        await Ingest();
        Publish(storage);
        Assert.Equal(2, storage.List(CancellationToken.None).Count);

        await File.WriteAllTextAsync(paper, "MẬT\n\n# Thông báo\n\nMột thông báo.\n");
        await Ingest();
        var manifest = Publish(storage);

        Assert.Equal(1, manifest.Refused);
        Assert.Equal([manifest.Revision], storage.List(CancellationToken.None));
    }

    [Fact]
    public async Task OnlyTheNewestTwoStayAndAnUnchangedStoreIsNotPublishedAgain()
    {
        Folders.Fill(Sources, 3, seed: 4);
        using var storage = Folder;
        var revisions = new List<long>();
        for (var i = 0; i < 3; i++)
        {
            Write($"n{i}.md", $"# Thông báo {i}\n\nMột thông báo.\n");
            await Ingest();
            revisions.Add(Publish(storage).Revision);
        }

        var again = Publish(storage);

        Assert.Equal([revisions[2], revisions[1]], storage.List(CancellationToken.None));
        Assert.Equal(revisions[2], again.Revision);
        Assert.Equal(again.CreatedAt, SnapshotReader.Manifest(storage, again.Revision)!.CreatedAt);
    }

    [Fact]
    public void ABucketThatDoesNotAnswerIsToldLikeADiskThatRefuses()
    {
        BucketServer gone;
        using (gone = new BucketServer())
        {
        }

        using var storage = new BucketSnapshots(Client(gone), "kho", "");
        Assert.ThrowsAny<IOException>(() => storage.List(CancellationToken.None));
        Assert.Throws<ArgumentException>(() => SnapshotLocation.Open("s3://"));
    }

    private SnapshotManifest Publish(ISnapshotStorage storage) =>
        SnapshotWriter.Publish(CollectionReader, Data, "one", storage, TimeProvider.System);

    private static string Digest(KnowledgeBase system)
    {
        using var snapshot = system.Engine.OpenSnapshot();
        return snapshot.Digest;
    }

    private static AmazonS3Client Client(BucketServer server) => new(
        new BasicAWSCredentials("user", "password"),
        new AmazonS3Config { ServiceURL = server.Address, ForcePathStyle = true, AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });
}
