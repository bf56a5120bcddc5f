using Search.Cli.Commands;

namespace Search.Cli.Tests;

[Collection("corpus")]
public sealed class UsageTests(CorpusFixture corpus)
{
    [Theory]
    [InlineData(2)]
    [InlineData(2, "khong-co-lenh")]
    [InlineData(2, "query")]
    [InlineData(2, "query", "a", "--limit", "x")]
    [InlineData(2, "query", "a", "--limit", "0")]
    [InlineData(2, "list", "--nothing")]
    [InlineData(2, "show", "--nothing")]
    [InlineData(2, "lookup", "--nothing")]
    [InlineData(2, "cite", "--nothing")]
    [InlineData(2, "query", "--nothing")]
    [InlineData(2, "ingest", "--nothing")]
    [InlineData(2, "list", "--catalogues", "--nothing")]
    [InlineData(2, "show", "04-CT/TW", "--nothing")]
    [InlineData(2, "graph", "04-CT/TW", "--direction", "sideways")]
    [InlineData(2, "graph", "04-CT/TW", "--depth", "50")]
    [InlineData(2, "cite", "")]
    [InlineData(2, "text", " ")]
    [InlineData(2, "backup", "")]
    [InlineData(2, "restore", "")]
    [InlineData(2, "corrections", "import", "")]
    [InlineData(2, "serve", "--urls", "")]
    [InlineData(2, "serve", "--urls", "nope")]
    [InlineData(2, "serve", "--urls", "http://127.0.0.1:99999")]
    [InlineData(2, "list", "--catalogues", "")]
    [InlineData(4, "show", "99-CT/TW@1900-01-01")]
    [InlineData(4, "graph", "khong-co")]
    [InlineData(4, "cite", "khong-co.txt")]
    [InlineData(4, "text", "khong-co.txt")]
    [InlineData(4, "ingest", "khong-co")]
    [InlineData(4, "evaluate", "--corpus", "khong-co", "--queries", "khong-co")]
    public async Task EveryErrorIsASentenceAndACode(int code, params string[] args)
    {
        var run = await CliRun.OfAsync([.. args, "--data", corpus.Data]);
        Assert.Equal(code, run.ExitCode);
        Assert.Empty(run.Out);
        Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.DoesNotContain("Exception", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        var english = await CliRun.OfAsync([.. args, "--data", corpus.Data, "--lang", "en"]);
        Assert.Single(english.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.NotEqual(run.Error, english.Error);
    }

    [Fact]
    public async Task BehindTwoDashesAnyWordIsAValue()
    {
        var run = await CliRun.OfAsync("show", "--data", corpus.Data, "--", "--nothing");

        Assert.Equal(ExitCodes.NotFound, run.ExitCode);
    }

    /// <summary>A pipe that nobody writes into is refused by every command that reads a file, and a folder with one is read all the same.</summary>
    [Fact]
    public async Task APipeIsNoFile()
    {
        var folder = Directory.CreateDirectory(Path.Combine(corpus.Folder, "pipes")).FullName;
        var pipe = Path.Combine(folder, "a.txt");
        using (var made = System.Diagnostics.Process.Start("mkfifo", [pipe]))
        {
            await made.WaitForExitAsync();
        }

        var link = Path.Combine(corpus.Folder, "link.txt");
        File.CreateSymbolicLink(link, pipe);
        string[][] commands = [["cite", pipe], ["cite", link], ["text", pipe], ["restore", pipe], ["evaluate", "--corpus", pipe, "--queries", pipe], ["corrections", "import", pipe], ["evaluate-citations", "--gold", pipe]];
        foreach (var command in commands)
        {
            var run = await CliRun.OfAsync([.. command, "--data", corpus.Data, "--lang", "en"]);
            Assert.True(run.ExitCode == ExitCodes.Failed && run.Error.Contains("not a file", StringComparison.Ordinal), $"{command[0]}: {run.ExitCode} {run.Error}");
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "b.txt"), "TỈNH ỦY NAM ĐỊNH\n*\nSố 15-BC/TU\nNam Định, ngày 20 tháng 01 năm 2014\nBÁO CÁO\nvề tình hình quý I\n\nNội dung.\n");
        var ingested = await CliRun.OfAsync("ingest", folder, "--data", Path.Combine(corpus.Folder, "pipes-data"), "--json");
        Assert.Equal(ExitCodes.Quarantined, ingested.ExitCode);
        Assert.Contains("\"special-file\"", ingested.Out, StringComparison.Ordinal);
        Assert.Contains("\"ingested\"", ingested.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutADataFolderReadersSaySo()
    {
        foreach (var command in new[] { "list", "verify", "rebuild" })
        {
            var data = Path.Combine(corpus.Folder, "not-there");
            var run = await CliRun.OfAsync(command, "--data", data);
            Assert.Equal(ExitCodes.NotFound, run.ExitCode);
            Assert.Contains("search ingest", run.Error, StringComparison.Ordinal);
            Assert.False(Directory.Exists(data));
        }
    }

    [Fact]
    public async Task HelpShowsExamplesAndCodes()
    {
        var help = await CliRun.OfAsync("graph", "--help");
        Assert.Equal(ExitCodes.Done, help.ExitCode);
        Assert.Contains("search graph 04-CT/TW@2011-07-06 --depth 2 --format json", help.Out, StringComparison.Ordinal);
        Assert.Contains("Mã thoát:", help.Out, StringComparison.Ordinal);
        Assert.Contains("--depth SỐ", help.Out, StringComparison.Ordinal);
        Assert.Contains("Exit codes:", (await CliRun.OfAsync("graph", "--help", "--lang", "en")).Out, StringComparison.Ordinal);
    }

    /// <summary>The help of every command is Vietnamese alone, or English alone where asked for.</summary>
    [Fact]
    public async Task HelpOfEveryCommandSpeaksOneLanguage()
    {
        foreach (var command in CommandList.All().SelectMany(WithSubcommands).Prepend([]))
        {
            var vietnamese = await CliRun.OfAsync([.. command, "--help"]);
            var english = await CliRun.OfAsync([.. command, "--help", "--lang", "en"]);
            Assert.Equal((ExitCodes.Done, ExitCodes.Done), (vietnamese.ExitCode, english.ExitCode));
            Assert.Contains($"  search {string.Join(' ', command)}".TrimEnd(), vietnamese.Out, StringComparison.Ordinal);
            Assert.All([vietnamese.Out, english.Out], help => Assert.DoesNotContain(" | ", help, StringComparison.Ordinal));
            Assert.DoesNotMatch(@"\b(the|Default|One of|Usage|Options|FILE|DIR|KEY|NAME)\b", vietnamese.Out);
            Assert.DoesNotMatch("[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", Described(english.Out));
        }

        // Examples hold Vietnamese queries and names in both languages.
        static string Described(string help) => string.Join('\n', help.Split('\n').Where(line => !line.StartsWith("  search ", StringComparison.Ordinal)));

        static IEnumerable<string[]> WithSubcommands(System.CommandLine.Command command) =>
            command.Subcommands.Select(sub => (string[])[command.Name, sub.Name]).Prepend([command.Name]);
    }

    [Fact]
    public async Task ASubcommandShowsItsOwnExamplesAndPath()
    {
        var help = await CliRun.OfAsync("keys", "list", "--help");
        Assert.DoesNotContain("search list", help.Out, StringComparison.Ordinal);
        var wrong = await CliRun.OfAsync("keys", "create");
        Assert.Contains("Xem: search keys create --help", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnEmptyOrBinaryFileIsRefusedByCite()
    {
        var file = Path.Combine(corpus.Folder, "rong.txt");
        await File.WriteAllTextAsync(file, "");
        var empty = await CliRun.OfAsync("cite", file, "--data", corpus.Data);
        Assert.Equal(ExitCodes.Failed, empty.ExitCode);
        Assert.Contains("Tệp rỗng", empty.Error, StringComparison.Ordinal);
        await File.WriteAllBytesAsync(file, [0, 1, 2, 3, 0, 0, 9]);
        Assert.Equal(ExitCodes.Failed, (await CliRun.OfAsync("cite", file, "--data", corpus.Data)).ExitCode);
    }

    [Theory]
    [InlineData("bash", "complete -o default -F _search_complete search")]
    [InlineData("zsh", "compdef _search search")]
    [InlineData("fish", "complete -c search")]
    public async Task CompletionScriptsAskTheProgram(string shell, string line)
    {
        var script = await CliRun.OfAsync("completion", shell);
        Assert.Equal(ExitCodes.Done, script.ExitCode);
        Assert.Contains(line, script.Out, StringComparison.Ordinal);
        Assert.Contains("[suggest:", script.Out, StringComparison.Ordinal);
        var commands = await CliRun.OfAsync("[suggest:2]", "qu");
        Assert.Contains("query", commands.Out.Split('\n', StringSplitOptions.TrimEntries));
        var options = await CliRun.OfAsync("[suggest:11]", "query a --s");
        Assert.Contains("--sort", options.Out.Split('\n', StringSplitOptions.TrimEntries));
    }

    [Fact]
    public async Task AStubIsShownWithWhatIsKnownOfIt()
    {
        var stubs = await CliRun.OfAsync("query", "31-KH/TU", "--limit", "100", "--data", corpus.Data, "--json");
        Assert.NotEmpty(stubs.Json.GetProperty("hits").EnumerateArray());
        Assert.All(stubs.Json.GetProperty("hits").EnumerateArray(), hit => Assert.NotEmpty(hit.GetProperty("snippet").GetString()!));
        Assert.Contains("văn bản dẫn chiếu", stubs.Out, StringComparison.Ordinal);
    }
}
