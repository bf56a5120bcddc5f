using Search.Testing;

namespace Search.Cli.Tests;

/// <summary><c>search verify --register</c>: which links another register would change.</summary>
[Collection("corpus")]
public sealed class RegisterCheckTests(CorpusFixture corpus)
{
    [Fact]
    public async Task PrintsTheLinksThatAnotherRegisterWouldChange()
    {
        var folder = Path.Combine(corpus.Folder, "register");
        var sources = Path.Combine(folder, "sources");
        Directory.CreateDirectory(sources);
        await File.WriteAllTextAsync(Path.Combine(sources, "a.txt"), """
            TỈNH ỦY LÂM ĐỒNG                     ĐẢNG CỘNG SẢN VIỆT NAM
            *
            Số 77-KH/TU                          Lâm Đồng, ngày 5 tháng 6 năm 2024

            KẾ HOẠCH
            về công tác thư viện

            Thực hiện Chỉ thị số 987-CT/TW của Ban Bí thư khóa XIII, Tỉnh ủy ban hành kế hoạch này.
            """, TestContext.Current.CancellationToken);
        var data = Path.Combine(folder, "data");
        Assert.Equal(ExitCodes.Done, (await CliRun.OfAsync("ingest", sources, "--data", data)).ExitCode);
        var own = RepositoryFiles.PathOf("seeds", "register.json");
        var same = await CliRun.OfAsync("verify", "--register", own, "--data", data, "--json");
        Assert.Equal(ExitCodes.Done, same.ExitCode);
        Assert.Empty(same.Json.EnumerateArray());

        var entries = (await File.ReadAllTextAsync(own, TestContext.Current.CancellationToken)).TrimEnd().TrimEnd(']').TrimEnd();
        var other = Path.Combine(folder, "other.json");
        await File.WriteAllTextAsync(other, entries + """
            ,
              {"key": "987-CT/TW@2022-03-04", "number": "987-CT/TW", "type": "chi-thi", "issuer": "Ban Bí thư", "date": "2022-03-04", "term": "XIII", "title": "về công tác thư viện", "source": "kiểm thử"}
            ]
            """, TestContext.Current.CancellationToken);
        var changed = await CliRun.OfAsync("verify", "--register", other, "--data", data, "--json");
        Assert.Equal(ExitCodes.Done, changed.ExitCode);
        var change = Assert.Single(changed.Json.EnumerateArray());
        Assert.Equal("77-KH/TU~lam-dong@2024-06-05", change.GetProperty("document").GetString());
        Assert.Equal("987-CT/TW@2022-03-04", change.GetProperty("other").GetString());
        Assert.Contains("987-CT/TW", change.GetProperty("text").GetString(), StringComparison.Ordinal);

        var missing = await CliRun.OfAsync("verify", "--register", Path.Combine(folder, "none.json"), "--data", data);
        Assert.Equal(ExitCodes.NotFound, missing.ExitCode);
    }
}
