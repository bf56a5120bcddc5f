using Search.Ingestion.Backups;
using Search.Testing.Files;
using Search.Testing;

namespace Search.Ingestion.Tests;

/// <summary>A backup is taken while the folder is in use, and is given back whole or not at all.</summary>
public sealed class BackupTests : SystemFixture
{
    private static readonly int Damages = Campaign.Count(10, 40);

    private string Backup => Path.Combine(Outside, "backup.tar.gz");

    private string Restored => Path.Combine(Outside, "restored");

    [Fact]
    public async Task ABackupOfAFolderInUseGivesTheSameDocumentsAndAnswers()
    {
        Folders.Fill(Sources, 15, seed: 5);
        Directory.CreateDirectory(CollectionReader.UploadFolder);
        await File.WriteAllTextAsync(Path.Combine(CollectionReader.UploadFolder, "u.txt"), "x");
        await Ingest();
        await File.WriteAllTextAsync(Path.Combine(Data, "keys.json"), "[]");
        var secret = Path.Combine(Outside, "secret");
        using (var marked = KnowledgeBase.Open(new KnowledgeOptions { DataDirectory = secret }))
        {
            await marked.IngestAsync([Sources]);
        }

        var plan = new BackupPlan(Data, new Dictionary<string, string>(StringComparer.Ordinal) { ["mat"] = secret });
        var written = BackupWriter.Write(plan, Backup);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Backup));
        }

        var expected = CollectionReader.Store.List();
        var digest = Digest(CollectionReader);
        Close();
        Directory.Move(Sources, Sources + "-elsewhere");
        var restored = BackupReader.Restore(Backup, Restored, withSecret: true);

        Assert.Equal((written.Sha256, written.Files, written.Revision), (restored.Sha256, restored.Files, restored.Revision));
        Assert.Equal(["open", "mat"], restored.Collections);
        Assert.True(DocumentStores.Exists(Path.Combine(Restored, "secret", "mat")));
        Assert.True(File.Exists(Path.Combine(Restored, "keys.json")));
        Assert.True(File.Exists(Path.Combine(Restored, "uploads", "u.txt")));
        using var opened = KnowledgeBase.Open(new KnowledgeOptions { DataDirectory = Restored });
        Assert.Equal(expected, opened.Store.List());
        Assert.Equal(digest, Digest(opened));
        Assert.True(opened.Verify().IsSound);

        // The originals came along: what is damaged later can be mended from them.
        var root = Assert.Single(opened.Store.Roots(), root => root.Name is "sources");
        Assert.Equal(
            Directory.EnumerateFiles(Sources + "-elsewhere", "*", SearchOption.AllDirectories).Count(),
            Directory.EnumerateFiles(root.Folder, "*", SearchOption.AllDirectories).Count());
        Directory.Move(Sources + "-elsewhere", Sources);
    }

    [Fact]
    public async Task SecretCollectionsCanBeLeftOut()
    {
        Folders.Fill(Sources, 5, seed: 6);
        await Ingest();
        BackupWriter.Write(new BackupPlan(Data, new Dictionary<string, string>(StringComparer.Ordinal) { ["mat"] = Data }), Backup);

        var restored = BackupReader.Restore(Backup, Restored, withSecret: false);

        Assert.Equal(["open"], restored.Collections);
        Assert.False(Directory.Exists(Path.Combine(Restored, "secret")));
    }

    [Fact]
    public async Task ABackupThatIsCutOrChangedIsFoundAndNothingIsRestored()
    {
        Folders.Fill(Sources, 5, seed: 7);
        await Ingest();
        BackupWriter.Write(new BackupPlan(Data, new Dictionary<string, string>(StringComparer.Ordinal)), Backup);
        var sound = await File.ReadAllBytesAsync(Backup);
        var random = new Random(16);
        var refused = 0;
        for (var i = 0; i < Damages; i++)
        {
            var broken = i % 2 == 0 ? sound[..random.Next(20, sound.Length - 1)] : (byte[])sound.Clone();
            broken[random.Next(20, broken.Length - 8)] ^= (byte)(1 << random.Next(8));
            await File.WriteAllBytesAsync(Backup, broken);

            try
            {
                // What follows the last entry tells nothing: all that was written is there, and is what was written.
                Assert.Equal(5, Restore());
            }
            catch (InvalidDataException)
            {
                refused++;
                Assert.False(Directory.Exists(Restored));
            }
        }

        Assert.InRange(refused, Damages * 3 / 4, Damages);
    }

    private long Restore()
    {
        BackupReader.Restore(Backup, Restored, withSecret: true);
        long documents;
        using (var opened = KnowledgeBase.Open(new KnowledgeOptions { DataDirectory = Restored }))
        {
            Assert.True(opened.Verify().IsSound);
            documents = opened.Store.Statistics().Files;
        }

        Directory.Delete(Restored, recursive: true);
        return documents;
    }

    [Fact]
    public async Task AFolderThatIsNotEmptyIsLeftAlone()
    {
        Folders.Fill(Sources, 2, seed: 8);
        await Ingest();
        BackupWriter.Write(new BackupPlan(Data, new Dictionary<string, string>(StringComparer.Ordinal)), Backup);

        Assert.Throws<IOException>(() => BackupReader.Restore(Backup, Data, withSecret: true));
        Assert.Equal(2, CollectionReader.Store.Statistics().Documents);
    }

    private static string Digest(KnowledgeBase system)
    {
        using var snapshot = system.Engine.OpenSnapshot();
        return snapshot.Digest;
    }
}
