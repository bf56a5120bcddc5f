using System.Text;
using Microsoft.Data.Sqlite;

namespace Search.Cli.Tests;

/// <summary>One text that is damaged in the store keeps nobody from the others.</summary>
public sealed class DamagedTextTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("search-damaged-").FullName;

    [Fact]
    public async Task ASearchShowsWhatIsSoundAndSaysThatSomethingIsLeftOut()
    {
        var (papers, data) = (Path.Combine(_folder, "papers"), Path.Combine(_folder, "data"));
        Directory.CreateDirectory(papers);
        foreach (var number in (int[])[1, 2])
        {
            await File.WriteAllTextAsync(
                Path.Combine(papers, $"{number}.txt"),
                $"HUYỆN ỦY YÊN KHÊ\n*\nSố {number}-CT/HU\nYên Khê, ngày 5 tháng 6 năm 2015\nCHỈ THỊ\nvề thủy lợi\n\nNạo vét kênh mương đợt thứ {number}.\n");
        }

        Assert.Equal(ExitCodes.Done, (await CliRun.OfAsync("ingest", papers, "--data", data)).ExitCode);
        await DamageAsync(Path.Combine(data, "knowledge.db"), "đợt thứ 2");

        var both = await CliRun.OfAsync("query", "nạo vét kênh mương", "--data", data, "--json");
        Assert.Equal(ExitCodes.Done, both.ExitCode);
        Assert.Contains("01-CT/HU", both.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("02-CT/HU", both.Out, StringComparison.Ordinal);
        Assert.Contains("search repair", both.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Failed, (await CliRun.OfAsync("show", "2-CT/HU", "--data", data)).ExitCode);

        Assert.Equal(ExitCodes.Done, (await CliRun.OfAsync("repair", "--data", data)).ExitCode);
        var mended = await CliRun.OfAsync("query", "nạo vét kênh mương", "--data", data, "--json");
        Assert.Contains("02-CT/HU", mended.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("search repair", mended.Out, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task DamageAsync(string store, string words)
    {
        await using (var connection = new SqliteConnection($"Data Source={store};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteNonQueryAsync();
        }

        var bytes = await File.ReadAllBytesAsync(store);
        var at = bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(words));
        Assert.True(at > 0);
        bytes[at + 2] ^= 1;
        await File.WriteAllBytesAsync(store, bytes);
    }
}
