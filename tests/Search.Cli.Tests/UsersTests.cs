namespace Search.Cli.Tests;

public sealed class UsersTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("search-users-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task AccountsAreMadeListedChangedAndDisabled()
    {
        var added = await UsersAsync("add", "An.Nguyen", "--role", "administrator", "--display-name", "Nguyễn Văn An", "--address", "https://tra-cuu.example/");
        Assert.Equal(ExitCodes.Done, added.ExitCode);
        Assert.StartsWith("https://tra-cuu.example/dang-nhap/lien-ket/", added.Json.GetProperty("link").GetString(), StringComparison.Ordinal);
        Assert.Equal("an.nguyen", added.Json.GetProperty("name").GetString());

        Assert.Equal(ExitCodes.WrongUsage, (await UsersAsync("add", "an.nguyen")).ExitCode);
        Assert.Equal(ExitCodes.WrongUsage, (await UsersAsync("add", "b", "--role", "king")).ExitCode);
        Assert.Equal(ExitCodes.NotFound, (await UsersAsync("disable", "nobody")).ExitCode);
        Assert.Equal(ExitCodes.WrongUsage, (await UsersAsync("disable", "an.nguyen")).ExitCode);

        Assert.Equal(ExitCodes.Done, (await UsersAsync("add", "ha", "--role", "editor", "--clearance", "mat")).ExitCode);
        Assert.Equal(ExitCodes.Done, (await UsersAsync("change", "ha", "--clearance", "khong", "--role", "archivist")).ExitCode);
        var ha = (await UsersAsync("list")).Json.EnumerateArray().Single(user => user.GetProperty("name").GetString() is "ha");
        Assert.Equal("archivist", ha.GetProperty("role").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, ha.GetProperty("clearance").ValueKind);
        Assert.True((await UsersAsync("disable", "ha")).Json.GetProperty("disabled").GetBoolean());
        Assert.Empty((await UsersAsync("sessions", "ha")).Json.EnumerateArray());
        Assert.Equal(ExitCodes.NotFound, (await UsersAsync("sessions", "ha", "--revoke", "000000000000")).ExitCode);
    }

    [Fact]
    public async Task AKeyBelongsToAnAccount()
    {
        await UsersAsync("add", "ha", "--role", "editor");
        var made = await CliRun.OfAsync("keys", "create", "quet", "--scope", "ingest", "--user", "ha", "--data", _data, "--json");
        Assert.Equal("ha", made.Json.GetProperty("user").GetString());
        Assert.Equal(ExitCodes.NotFound, (await CliRun.OfAsync("keys", "create", "quet", "--user", "nobody", "--data", _data)).ExitCode);
    }

    [Fact]
    public async Task ADamagedKeyFileIsSaid()
    {
        await File.WriteAllTextAsync(Path.Combine(_data, "keys.json"), "[{");
        var list = await CliRun.OfAsync("keys", "list", "--data", _data);
        Assert.Equal(ExitCodes.Failed, list.ExitCode);
        Assert.Contains("keys.json", list.Error, StringComparison.Ordinal);
    }

    private Task<CliRun> UsersAsync(params string[] args) => CliRun.OfAsync(["users", .. args, "--data", _data, "--json"]);
}
