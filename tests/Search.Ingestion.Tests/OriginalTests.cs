using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Search.Documents;

namespace Search.Ingestion.Tests;

/// <summary>Uploads and what lies in archives are kept by their SHA-256, and can be fetched, read again and mended from.</summary>
public sealed class OriginalTests : SystemFixture
{
    private static readonly DocumentKey Key = DocumentKey.Parse("51-KH/TU~quang-ngai@2014-09-13");

    private string Kept => Path.Combine(CollectionReader.UploadFolder, ".originals");

    [Fact]
    public async Task AnEntryOutlastsItsArchive()
    {
        var archive = Write("lot.zip", Zip(("a.txt", Paper(51)), ("b.txt", Paper(52))));
        await Ingest();
        File.Delete(archive);

        Assert.Equal(Paper(51), Encoding.UTF8.GetString(CollectionReader.Original("sources/lot.zip!/a.txt")!));
        Assert.Equal([HashOf(Paper(51)), HashOf(Paper(52))], Names());
        if (!OperatingSystem.IsWindows())
        {
            var file = Path.Combine(Kept, HashOf(Paper(51))[..2], HashOf(Paper(51)));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(file)!));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Kept));
        }
    }

    [Fact]
    public async Task AnUploadOutlastsItsFileAndAPlainFolderIsNotCopied()
    {
        Write("own.txt", Paper(53));
        Directory.CreateDirectory(CollectionReader.UploadFolder);
        var upload = Path.Combine(CollectionReader.UploadFolder, "u.txt");
        await File.WriteAllTextAsync(upload, Paper(51));
        await Ingest(Sources, upload);
        File.Delete(upload);

        Assert.Equal(Paper(51), Encoding.UTF8.GetString(CollectionReader.Original("uploads/u.txt")!));
        Assert.Equal([HashOf(Paper(51))], Names());
    }

    [Fact]
    public async Task WhatAnOlderVersionReadIsReadAgainFromTheCopyWhenTheArchiveIsGone()
    {
        var archive = Write("lot.zip", Zip(("a.txt", Paper(51))));
        await Ingest();
        File.Delete(archive);
        Close();
        ReadByAnEarlierVersion();

        var (summary, events) = await Ingest(Write("new.txt", Paper(54)));

        Assert.Equal(2, summary.Ingested);
        Assert.Contains(events, one => one.Path is "sources/lot.zip!/a.txt" && one.Outcome is IngestOutcome.Ingested);
        Assert.All(CollectionReader.Store.Files(), file => Assert.Equal(ReadingVersion.Current, file.Reading));
    }

    [Fact]
    public async Task DamageIsMendedFromTheCopyWhenTheArchiveIsGone()
    {
        var archive = Write("lot.zip", Zip(("a.txt", Paper(51)), ("b.txt", Paper(52))));
        await Ingest();
        File.Delete(archive);
        Close();
        Flip("nhiệm vụ thứ 51");
        Assert.False(CollectionReader.Verify().IsSound);

        var repair = await CollectionReader.RepairAsync();

        Assert.True(repair.IsComplete, string.Join(' ', repair.Missing));
        Assert.True(CollectionReader.Verify().IsSound, string.Join('\n', CollectionReader.Verify().Store.Problems));
        Assert.NotNull(CollectionReader.Store.Read(Key));
    }

    [Fact]
    public async Task ADamagedCopyIsFoundNeverGivenOutAndKeptAgain()
    {
        var archive = Write("lot.zip", Zip(("a.txt", Paper(51))));
        await Ingest();
        var copy = Path.Combine(Kept, HashOf(Paper(51))[..2], HashOf(Paper(51)));
        Spoil();

        Assert.Equal([HashOf(Paper(51))], CollectionReader.Verify().DamagedOriginals);
        Assert.False(CollectionReader.Verify().IsSound);
        Assert.Equal(Paper(51), Encoding.UTF8.GetString(CollectionReader.Original("sources/lot.zip!/a.txt")!));
        Assert.True((await CollectionReader.RepairAsync()).IsComplete);
        Assert.Equal(Paper(51), await File.ReadAllTextAsync(copy));

        Spoil();
        File.Delete(archive);
        Assert.Null(CollectionReader.Original("sources/lot.zip!/a.txt"));
        Assert.Equal(["sources/lot.zip!/a.txt"], (await CollectionReader.RepairAsync()).Missing);

        void Spoil()
        {
            var bytes = File.ReadAllBytes(copy);
            bytes[^1] ^= 1;
            File.WriteAllBytes(copy, bytes);
        }
    }

    [Fact]
    public async Task WhatIsTakenOutOrChangedIsNotKept()
    {
        var archive = Write("lot.zip", Zip(("a.txt", Paper(51)), ("b.txt", Paper(52)), ("c.txt", Paper(53))));
        await Ingest();
        Write("lot.zip", Zip(("a.txt", Paper(51)), ("b.txt", Paper(55))));
        await Ingest();
        Assert.Equal([HashOf(Paper(51)), HashOf(Paper(55))], Names());

        await CollectionReader.RemoveAsync(Key, "test");
        Assert.Equal([HashOf(Paper(55))], Names());

        File.Delete(archive);
        await Ingest();
        Assert.Empty(Names());
    }

    [Fact]
    public async Task AFolderOfAnEarlierVersionIsBroughtUp()
    {
        Write("lot.zip", Zip(("a.txt", Paper(51)), ("b.txt", Paper(52))));
        await Ingest();
        Directory.Delete(Kept, recursive: true);

        await CollectionReader.KeepOriginalsAsync();

        Assert.Equal([HashOf(Paper(51)), HashOf(Paper(52))], Names());
    }

    [Fact]
    public async Task WhatAMessageSaysAboveItsAttachmentIsKeptWithIt()
    {
        var folder = new Originals.OriginalFolder(Kept);
        var content = Encoding.UTF8.GetBytes(Paper(51));
        folder.Keep(HashOf(Paper(51)), content, "Gửi kế hoạch số 51");

        Assert.Equal("Gửi kế hoạch số 51", folder.Heading(HashOf(Paper(51))));
        Assert.Empty(folder.Damaged(CancellationToken.None));
        var above = Path.Combine(Kept, HashOf(Paper(51))[..2], HashOf(Paper(51)) + ".above");
        await File.WriteAllTextAsync(above, (await File.ReadAllTextAsync(above)).Replace("51", "57", StringComparison.Ordinal));
        Assert.Equal([HashOf(Paper(51))], folder.Damaged(CancellationToken.None));
        Assert.Null(folder.Heading(HashOf(Paper(51))));
    }

    private IEnumerable<string> Names() => !Directory.Exists(Kept)
        ? []
        : Directory.EnumerateFiles(Kept, "*", SearchOption.AllDirectories).Select(file => Path.GetFileName(file))
            .OrderBy(name => Array.FindIndex([51, 52, 53, 55], number => string.Equals(HashOf(Paper(number)), name, StringComparison.Ordinal)));

    /// <summary>Of the one file of the store, whose digest does not cover the version.</summary>
    private void ReadByAnEarlierVersion()
    {
        using var connection = new SqliteConnection($"Data Source={StoreFile};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT digest FROM files";
        var digest = (byte[])command.ExecuteScalar()!;
        connection.CreateFunction("row_digest", (object?[] _) => digest, isDeterministic: true);
        command.CommandText = "UPDATE files SET reading = 0";
        Assert.Equal(1, command.ExecuteNonQuery());
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Paper(int number) =>
        $"TỈNH ỦY QUẢNG NGÃI\n*\nSố {number}-KH/TU\n\nĐẢNG CỘNG SẢN VIỆT NAM\nQuảng Ngãi, ngày 13 tháng 9 năm 2014\n\n"
        + $"KẾ HOẠCH\nvề công tác đối ngoại\n\nBan Thường vụ Tỉnh ủy yêu cầu các cấp ủy thực hiện tốt nhiệm vụ thứ {number} trong năm nay.\n";
}
