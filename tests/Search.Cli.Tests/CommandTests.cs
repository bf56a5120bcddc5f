using System.Text.Json;
using System.Xml.Linq;
using Search.Testing;

namespace Search.Cli.Tests;

[Collection("corpus")]
public sealed class CommandTests(CorpusFixture corpus)
{
    [Fact]
    public void IngestPrintsOneJsonLineAFile()
    {
        Assert.Equal(ExitCodes.Done, corpus.Ingested.ExitCode);
        var lines = corpus.Ingested.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(lines.Length >= 20);
        Assert.All(lines, line =>
        {
            using var json = JsonDocument.Parse(line);
            Assert.Equal("ingested", json.RootElement.GetProperty("outcome").GetString());
            Assert.NotEmpty(json.RootElement.GetProperty("documents").EnumerateArray());
        });
    }

    [Fact]
    public async Task ACorrectionIsNotedCarriedOverAndTakenBack()
    {
        const string Key = "12-KH/TU~ca-mau@2016-08-09";
        var folder = Path.Combine(corpus.Folder, "sua");
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "a.txt"),
            "TỈNH ỦY CÀ MAU\tĐẢNG CỘNG SẢN VIỆT NAM\n\nSố 12-KH/TU\tCà Mau, ngày 09 tháng 8 năm 2016\n\nKẾ HOẠCH\nvề nuôi tôm\n\nCác cấp ủy thực hiện tốt.\n\nBÍ THƯ\n\nLê Văn Bình\n");
        string[] data = ["--data", Path.Combine(corpus.Folder, "sua-kho")];
        await CliRun.OfAsync(["ingest", folder, .. data]);

        var added = await CliRun.OfAsync(["corrections", "add", "field", "--document", Key, "--field", "signer", "--value", "Lê Văn Bính", "--json", .. data]);
        Assert.Equal(ExitCodes.Done, added.ExitCode);
        Assert.Equal("applied", added.Json.GetProperty("state").GetString());
        Assert.Equal(ExitCodes.WrongUsage, (await CliRun.OfAsync(["corrections", "add", "field", "--document", Key, "--field", "số trang", "--value", "1", .. data])).ExitCode);

        var lines = Path.Combine(folder, "sua.jsonl");
        await File.WriteAllTextAsync(lines, (await CliRun.OfAsync(["corrections", "export", .. data])).Out);
        string[] other = ["--data", Path.Combine(corpus.Folder, "sua-kho-2")];
        await CliRun.OfAsync(["ingest", Path.Combine(folder, "a.txt"), .. other]);
        await CliRun.OfAsync(["corrections", "import", lines, .. other]);
        Assert.Contains("đã áp dụng", (await CliRun.OfAsync(["corrections", "list", .. other])).Out, StringComparison.Ordinal);

        var undone = await CliRun.OfAsync(["corrections", "undo", added.Json.GetProperty("id").GetString()!, "--json", .. data]);
        Assert.Equal("undone", undone.Json.GetProperty("state").GetString());
    }

    [Fact]
    public async Task ASecondIngestTakesInOnlyWhatChanged()
    {
        var folder = Path.Combine(corpus.Folder, "twice");
        Directory.CreateDirectory(folder);
        File.Copy(RepositoryFiles.PathOf("corpus", "04-ct-tw-2011-07-06.md"), Path.Combine(folder, "a.md"));
        var data = Path.Combine(corpus.Folder, "twice-index");
        await CliRun.OfAsync("ingest", folder, "--data", data);
        var again = await CliRun.OfAsync("ingest", folder, "--data", data, "--json");
        Assert.Equal(ExitCodes.Done, again.ExitCode);
        Assert.DoesNotContain("\"ingested\"", again.Out, StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(folder, "rong.txt"), "");
        await File.WriteAllBytesAsync(Path.Combine(folder, "nhi-phan.txt"), [0, 1, 2, 0, 255, 254, 0, 7]);
        var bad = await CliRun.OfAsync("ingest", folder, "--data", data);
        Assert.Equal(ExitCodes.Quarantined, bad.ExitCode);
        Assert.Contains("rong.txt", bad.Error, StringComparison.Ordinal);
        Assert.Contains("nhi-phan.txt", bad.Error, StringComparison.Ordinal);
        var list = await CliRun.OfAsync("list", "--data", data, "--json");
        Assert.Equal("04-CT/TW@2011-07-06", Assert.Single(list.Json.EnumerateArray()).GetProperty("key").GetString());
    }

    [Fact]
    public async Task ListHasTheFieldsOfTheContract()
    {
        var list = await CliRun.OfAsync("list", "--data", corpus.Data, "--json");
        Assert.Equal(ExitCodes.Done, list.ExitCode);
        foreach (var document in list.Json.EnumerateArray())
        {
            Assert.Equal(
                ["key", "number", "printedNumber", "type", "issuer", "date", "title", "displayTitle", "status", "source", "sources"], document.EnumerateObject().Select(p => p.Name));
        }

        Assert.Contains("BĐNTW", list.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ANumberPrintedOtherwiseIsListedAsPrintedToo()
    {
        var folder = Path.Combine(corpus.Folder, "printed");
        Directory.CreateDirectory(folder);
        foreach (var number in (string[])["0087/KH-UBND", "88/KH-UBND"])
        {
            await File.WriteAllTextAsync(
                Path.Combine(folder, number[..2] + number[3..4] + ".txt"),
                "ỦY BAN NHÂN DÂN\nTỈNH CAO BẰNG\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
                    + $"Số: {number}\n\nCao Bằng, ngày 07 tháng 5 năm 2023\n\nKẾ HOẠCH\nvề phòng cháy rừng\n\nỦy ban nhân dân tỉnh yêu cầu các huyện thực hiện.\n");
        }

        var data = Path.Combine(corpus.Folder, "printed-index");
        await CliRun.OfAsync("ingest", folder, "--data", data);
        var list = await CliRun.OfAsync("list", "--data", data, "--json");
        Assert.Equal(
            [("87/KH-UBND", "0087/KH-UBND"), ("88/KH-UBND", null)],
            list.Json.EnumerateArray().Select(d => (d.GetProperty("number").GetString()!, d.GetProperty("printedNumber").GetString())));
    }

    [Theory]
    [InlineData("04-CT/TW")]
    [InlineData("số 04-CT/TW")]
    [InlineData("chi thi 04")]
    [InlineData("CT 04")]
    public async Task QueryLeadsToTheDocument(string text)
    {
        var answer = await CliRun.OfAsync("query", text, "--data", corpus.Data, "--json", "--limit", "3");
        Assert.Equal(ExitCodes.Done, answer.ExitCode);
        var first = answer.Json.GetProperty("hits")[0];
        Assert.Equal("04-CT/TW@2011-07-06", first.GetProperty("key").GetString());
        Assert.Equal(
            ["key", "number", "title", "displayTitle", "type", "date", "anchor", "score", "snippet"], first.EnumerateObject().Select(p => p.Name));
        Assert.True(answer.Json.GetProperty("hits").GetArrayLength() <= 3);
        Assert.True(answer.Json.GetProperty("total").GetInt64() >= 1);
    }

    [Theory]
    [InlineData("04-CT/TW@2011-07-06")]
    [InlineData("04-ct-tw-2011-07-06")]
    [InlineData("04-CT/TW")]
    public async Task ShowTakesKeySlugAndNumber(string key)
    {
        var answer = await CliRun.OfAsync("show", key, "--data", corpus.Data, "--json");
        Assert.Equal(ExitCodes.Done, answer.ExitCode);
        Assert.Equal("04-CT/TW@2011-07-06", answer.Json.GetProperty("document").GetProperty("key").GetString());
    }

    /// <summary>The store holds one document of the number; the register knows that there are several, and so does the look-up.</summary>
    [Fact]
    public async Task ShowOpensNothingThatTheLookUpLeavesOpen()
    {
        var data = Path.Combine(corpus.Folder, "ambiguous-index");
        var file = Path.Combine(corpus.Folder, "ambiguous.txt");
        await File.WriteAllTextAsync(file, "Thực hiện Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương.\n", TestContext.Current.CancellationToken);
        await CliRun.OfAsync("ingest", file, "--data", data);
        var lookup = await CliRun.OfAsync("lookup", "18-NQ/TW", "--data", data, "--json");
        Assert.Equal(300, lookup.Json.GetProperty("status").GetInt32());
        var shown = await CliRun.OfAsync("show", "18-NQ/TW", "--data", data);
        Assert.Equal(ExitCodes.WrongUsage, shown.ExitCode);
        foreach (var candidate in lookup.Json.GetProperty("candidates").EnumerateArray())
        {
            Assert.Contains(candidate.GetProperty("key").GetString()!, shown.Error, StringComparison.Ordinal);
        }

        Assert.Equal(ExitCodes.Done, (await CliRun.OfAsync("show", "18-NQ/TW@2017-10-25", "--data", data)).ExitCode);
    }

    [Theory]
    [InlineData("Chỉ thị số 04-CT/TW")]
    [InlineData("Chỉ thị 04 của Ban Bí thư")]
    public async Task ShowTakesACitationAsTheLookUpDoes(string text)
    {
        var lookup = await CliRun.OfAsync("lookup", text, "--data", corpus.Data, "--json");
        Assert.Equal(200, lookup.Json.GetProperty("status").GetInt32());
        var shown = await CliRun.OfAsync("show", text, "--data", corpus.Data, "--json");
        Assert.Equal(lookup.Json.GetProperty("candidates")[0].GetProperty("key").GetString(), shown.Json.GetProperty("document").GetProperty("key").GetString());
    }

    [Fact]
    public async Task AKeyIsTakenWithoutItsPlace()
    {
        var list = await CliRun.OfAsync("list", "--data", corpus.Data, "--json");
        var placed = list.Json.EnumerateArray().Select(d => d.GetProperty("key").GetString()!)
            .First(key => key.Contains("~quang-ngai@", StringComparison.Ordinal));
        var answer = await CliRun.OfAsync("show", placed.Replace("~quang-ngai", "", StringComparison.Ordinal), "--data", corpus.Data, "--json");
        Assert.Equal(placed, answer.Json.GetProperty("document").GetProperty("key").GetString());
    }

    [Theory]
    [InlineData("Chỉ thị 04", 200, 0)]
    [InlineData("77-CT/TW", 404, 4)]
    [InlineData("xin chào các bạn", 400, 2)]
    public async Task LookupTellsTheStatus(string text, int status, int exit)
    {
        var answer = await CliRun.OfAsync("lookup", text, "--data", corpus.Data, "--json");
        Assert.Equal(exit, answer.ExitCode);
        Assert.Equal(status, answer.Json.GetProperty("status").GetInt32());
        if (status == 200)
        {
            Assert.Equal("04-CT/TW@2011-07-06", answer.Json.GetProperty("candidates")[0].GetProperty("key").GetString());
        }
    }

    [Fact]
    public async Task GraphHasTheFieldsOfTheContractAndTheChain()
    {
        var answer = await CliRun.OfAsync(
            "graph", "04-CT/TW@2011-07-06", "--depth", "2", "--direction", "in", "--format", "json", "--data", corpus.Data);
        Assert.Equal(ExitCodes.Done, answer.ExitCode);
        var node = answer.Json.GetProperty("nodes")[0];
        Assert.Equal(["key", "number", "type", "date", "title", "status"], node.EnumerateObject().Select(p => p.Name));
        Assert.Equal("04-CT/TW@2011-07-06", node.GetProperty("key").GetString());
        var edges = answer.Json.GetProperty("edges").EnumerateArray().ToList();
        Assert.All(edges, e => Assert.Equal(["source", "target", "relation", "relations", "mentions", "depth"], e.EnumerateObject().Select(p => p.Name)));
        Assert.Contains(edges, e => e.GetProperty("source").GetString() is "02-HD/BĐNTW@2017-01-16"
            && e.GetProperty("target").GetString() is "04-CT/TW@2011-07-06" && e.GetProperty("relations").GetArrayLength() > 0);
    }

    [Theory]
    [InlineData("dot", "digraph")]
    [InlineData("mermaid", "flowchart")]
    [InlineData("graphml", "<graphml")]
    public async Task GraphWritesOtherFormats(string format, string begin)
    {
        var answer = await CliRun.OfAsync("graph", "04-CT/TW", "--format", format, "--data", corpus.Data);
        Assert.Equal(ExitCodes.Done, answer.ExitCode);
        Assert.StartsWith(begin, answer.Out, StringComparison.Ordinal);
        if (format is "graphml")
        {
            Assert.Equal("graphml", XDocument.Parse(answer.Out).Root!.Name.LocalName);
        }
    }

    [Fact]
    public async Task CiteNeedsNoStoreAndItsSpansHold()
    {
        const string Text = "Số 12-KH/TU\tQuảng Ngãi, ngày 05 tháng 6 năm 2012\n\nKẾ HOẠCH\nthực hiện Chỉ thị số 04-CT/TW ngày 06/7/2011 của Ban Bí thư\n\nTriển khai Chỉ thị số 04-CT/TW, ngày 06/7/2011 của Ban Bí thư khoá XI (sau đây gọi tắt là Chỉ thị 04), Tỉnh ủy yêu cầu thực hiện Chỉ thị 04.\n";
        var file = Path.Combine(corpus.Folder, "ke-hoach.txt");
        await File.WriteAllTextAsync(file, Text);
        var without = await CliRun.OfAsync("cite", file, "--json", "--data", Path.Combine(corpus.Folder, "none"));
        var with = await CliRun.OfAsync("cite", file, "--json", "--data", corpus.Data);
        Assert.Equal(ExitCodes.Done, without.ExitCode);
        Assert.False(Directory.Exists(Path.Combine(corpus.Folder, "none")));
        var document = Assert.Single(without.Json.GetProperty("documents").EnumerateArray());
        Assert.Equal(
            ["key", "number", "printedNumber", "type", "issuer", "level", "province", "date", "place", "title", "displayTitle", "signer", "recipients", "start", "end", "copyOf"],
            document.EnumerateObject().Select(p => p.Name));
        var citations = without.Json.GetProperty("citations").EnumerateArray().ToList();
        Assert.True(citations.Count >= 3);
        foreach (var citation in citations)
        {
            Assert.Equal(citation.GetProperty("text").GetString(), Text[citation.GetProperty("start").GetInt32()..citation.GetProperty("end").GetInt32()]);
            Assert.InRange(citation.GetProperty("coreStart").GetInt32(), citation.GetProperty("start").GetInt32(), citation.GetProperty("coreEnd").GetInt32());
            Assert.Equal(
                ["document", "start", "end", "coreStart", "coreEnd", "text", "form", "target", "relation", "pinpoint", "self", "confidence"],
                citation.EnumerateObject().Select(p => p.Name).Where(name => name is not "candidates"));
        }

        Assert.Equal(["stub"], Statuses(without));
        Assert.Equal(["abstract"], Statuses(with));

        static List<string?> Statuses(CliRun run) =>
        [
            .. run.Json.GetProperty("citations").EnumerateArray()
                .Where(c => c.GetProperty("target").ValueKind == JsonValueKind.Object && !c.GetProperty("self").GetBoolean())
                .Select(c => c.GetProperty("target").GetProperty("status").GetString()).Distinct(StringComparer.Ordinal),
        ];
    }

    [Fact]
    public async Task TextPrintsTheFieldsOfTheContract()
    {
        var file = Path.Combine(corpus.Folder, "text.txt");
        await File.WriteAllTextAsync(file, "Chi thị số 04-CT/TW\nĐiện thoại 0912345678, hoà bình\n");
        var answer = await CliRun.OfAsync("text", file, "--json");
        Assert.Equal(ExitCodes.Done, answer.ExitCode);
        Assert.Equal(["encoding", "source", "normalised", "repairs", "masked"], answer.Json.EnumerateObject().Select(p => p.Name));
        var source = answer.Json.GetProperty("source").GetString()!;
        foreach (var repair in answer.Json.GetProperty("repairs").EnumerateArray())
        {
            Assert.Equal(
                repair.GetProperty("text").GetString(), source[repair.GetProperty("start").GetInt32()..repair.GetProperty("end").GetInt32()]);
        }

        Assert.NotEmpty(answer.Json.GetProperty("masked").EnumerateArray());
    }

    [Fact]
    public async Task VerifyFindsAFreshFolderSoundAndRebuildKeepsIt()
    {
        Assert.Equal(ExitCodes.Done, (await CliRun.OfAsync("rebuild", "--data", corpus.Data)).ExitCode);
        var verify = await CliRun.OfAsync("verify", "--data", corpus.Data, "--json");
        Assert.Equal(ExitCodes.Done, verify.ExitCode);
        Assert.True(verify.Json.GetProperty("sound").GetBoolean());
    }

    [Fact]
    public async Task EvaluateMeasuresATinyCorpus()
    {
        var articles = Path.Combine(corpus.Folder, "a.jsonl");
        var questions = Path.Combine(corpus.Folder, "q.jsonl");
        await File.WriteAllTextAsync(articles, "{\"id\":\"1\",\"document\":\"Luật A\",\"title\":\"Điều 1\",\"text\":\"Công tác đối ngoại nhân dân\"}\n{\"id\":\"2\",\"title\":\"Điều 2\",\"text\":\"Thu hồi đất nông nghiệp\"}\n");
        await File.WriteAllTextAsync(questions, "{\"id\":\"q\",\"text\":\"đối ngoại nhân dân\",\"relevant\":[\"1\"]}\n");
        var answer = await CliRun.OfAsync("evaluate", "--corpus", articles, "--queries", questions, "--json");
        Assert.Equal(ExitCodes.Done, answer.ExitCode);
        Assert.Equal(
            ["documents", "queries", "ndcgAt10", "mrrAt10", "recallAt1", "recallAt10", "recallAt100", "latencyP50Ms", "latencyP99Ms", "indexSeconds", "indexBytes"],
            answer.Json.EnumerateObject().Select(p => p.Name));
        Assert.Equal(1.0, answer.Json.GetProperty("ndcgAt10").GetDouble());
        Assert.Equal(2, answer.Json.GetProperty("documents").GetInt32());
    }

    [Fact]
    public async Task KeysAreMadeListedAndRevoked()
    {
        var data = Path.Combine(corpus.Folder, "keys");
        Assert.Equal(ExitCodes.NotFound, (await CliRun.OfAsync("keys", "create", "thu-vien", "--data", data)).ExitCode);
        Assert.False(Directory.Exists(data));
        Directory.CreateDirectory(data);
        Assert.Equal(ExitCodes.WrongUsage, (await CliRun.OfAsync("keys", "create", "", "--data", data)).ExitCode);
        var made = await CliRun.OfAsync("keys", "create", "thu-vien", "--scope", "search", "read", "--days", "7", "--data", data, "--json");
        Assert.Equal(ExitCodes.Done, made.ExitCode);
        var id = made.Json.GetProperty("id").GetString()!;
        var list = await CliRun.OfAsync("keys", "list", "--data", data, "--json");
        Assert.Equal(id, Assert.Single(list.Json.EnumerateArray()).GetProperty("id").GetString());
        Assert.DoesNotContain(made.Json.GetProperty("key").GetString()!, list.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Done, (await CliRun.OfAsync("keys", "revoke", id, "--data", data)).ExitCode);
        Assert.Equal(ExitCodes.NotFound, (await CliRun.OfAsync("keys", "revoke", id, "--data", data)).ExitCode);
        Assert.Equal(ExitCodes.WrongUsage, (await CliRun.OfAsync("keys", "create", "x", "--scope", "everything", "--data", data)).ExitCode);
    }
}
