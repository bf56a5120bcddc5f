using System.Globalization;
using Search.Cli.Commands;
using Search.Cli.Output;
using Search.Testing;

namespace Search.Cli.Tests;

/// <summary>What a run tells at its end, and while it goes.</summary>
public sealed class IngestSummaryTests : IDisposable
{
    private const string Citing = """
        TỈNH ỦY QUẢNG NGÃI
        *
        Số 90-KH/TU

        ĐẢNG CỘNG SẢN VIỆT NAM
        Quảng Ngãi, ngày 13 tháng 9 năm 2014

        KẾ HOẠCH
        về công tác đối ngoại

        Thực hiện Chỉ thị số 61 về công tác khuyến học, Ban Thường vụ Tỉnh ủy yêu cầu các cấp ủy làm tốt.
        """;

    private static readonly string Cited = SampleDirective.Of("61-CT/TW", "01 tháng 3 năm 2007");

    private readonly string _folder = Directory.CreateTempSubdirectory("search-cli-summary-").FullName;

    private string Sources => Path.Combine(_folder, "sources");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task TheSummaryListsWhatWasLinkedAndWhatWasRefusedAndWhy()
    {
        Write("a.txt", Citing);
        await IngestAsync("--lang", "en");
        Write("b.txt", Cited);
        Write("rong.txt", "");
        Write("rong-2.txt", "");

        var run = await IngestAsync("--lang", "en");

        Assert.Equal(ExitCodes.Quarantined, run.ExitCode);
        Assert.Contains("Ingested 1 files (1 documents, ", run.Error, StringComparison.Ordinal);
        Assert.Contains("2 quarantined, 0 failed", run.Error, StringComparison.Ordinal);
        Assert.Contains("Quarantined sources/rong-2.txt: The file is empty.\n", run.Error, StringComparison.Ordinal);
        Assert.Contains("  2 quarantined: an empty file\n", run.Error, StringComparison.Ordinal);
        Assert.Contains("Linked 1 citations that were open:", run.Error, StringComparison.Ordinal);
        Assert.Contains(
            "  90-KH/TU~quang-ngai@2014-09-13: “Chỉ thị số 61 về công tác khuyến học” → 61-CT/TW@2007-03-01", run.Error, StringComparison.Ordinal);
    }

    /// <summary>A citation that runs over two lines of the paper is told on one.</summary>
    [Fact]
    public async Task ALinkedCitationIsToldOnOneLine()
    {
        Write("a.txt", Citing.Replace("Chỉ thị số 61 về", "Chỉ thị\nsố 61 về", StringComparison.Ordinal));
        await IngestAsync();
        Write("b.txt", Cited);

        var run = await IngestAsync();

        Assert.Contains(
            "  90-KH/TU~quang-ngai@2014-09-13: “Chỉ thị số 61 về công tác khuyến học” → 61-CT/TW@2007-03-01\n", run.Error, StringComparison.Ordinal);
    }

    /// <summary>Names of files hold numbers and addresses of people as texts do.</summary>
    [Fact]
    public async Task NamesOfFilesAreToldWithoutPersonalData()
    {
        Write("so-0912345678 an@dang.vn.txt", Citing);
        Write("0987654321.txt", "");

        var run = await IngestAsync();
        var again = await IngestAsync("--json");

        Assert.Contains("tệp rỗng", run.Error, StringComparison.Ordinal);
        Assert.Contains("\"unchanged\"", again.Out, StringComparison.Ordinal);
        foreach (var number in (string[])["0912345678", "an@dang", "0987654321"])
        {
            Assert.DoesNotContain(number, run.Error + run.Out + again.Error + again.Out, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task TheSummaryIsInVietnameseUnlessAskedOtherwise()
    {
        Write("rong.txt", "");

        var run = await IngestAsync();

        Assert.Equal(["Cách ly sources/rong.txt: Tệp rỗng.", "  1 tệp bị cách ly: tệp rỗng"], run.Error.Split('\n').Where(line => line.Contains("rỗng", StringComparison.Ordinal)));
        Assert.DoesNotContain('[', run.Error);
        Assert.DoesNotContain("Đã nối được", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task JsonLinesSayTheSameOfEachFile()
    {
        Write("a.txt", Citing);
        await IngestAsync();
        Write("b.txt", Cited);
        Write("rong.txt", "");

        var run = await IngestAsync("--json");

        var lines = run.Lines().ToDictionary(line => line.GetProperty("path").GetString()!, StringComparer.Ordinal);
        Assert.Equal(["sources/a.txt", "sources/b.txt", "sources/rong.txt"], lines.Keys.Order(StringComparer.Ordinal));
        var linked = Assert.Single(lines["sources/b.txt"].GetProperty("linked").EnumerateArray());
        Assert.Equal(1, lines["sources/b.txt"].GetProperty("relinked").GetInt32());
        Assert.Equal("90-KH/TU~quang-ngai@2014-09-13", linked.GetProperty("citing").GetString());
        Assert.Equal("61-CT/TW@2007-03-01", linked.GetProperty("target").GetString());
        Assert.Equal("Chỉ thị số 61 về công tác khuyến học", linked.GetProperty("text").GetString());
        var refused = lines["sources/rong.txt"];
        Assert.Equal(
            ("quarantined", "empty", "decode", "Tệp rỗng.", "The file is empty."),
            (Said(refused, "outcome"), Said(refused, "code"), Said(refused, "step"), Said(refused, "reason"), Said(refused, "reasonEnglish")));

        static string? Said(System.Text.Json.JsonElement line, string name) => line.GetProperty(name).GetString();
    }

    [Fact]
    public async Task VeryManyFilesOfOneReasonAreCountedAndNotAllListed()
    {
        for (var i = 0; i < 300; i++)
        {
            Write(string.Create(CultureInfo.InvariantCulture, $"{i:000}.txt"), "");
        }

        Write("anh.png", "xyz");

        var text = await IngestAsync("--lang", "en");
        var json = await IngestAsync("--json");

        var told = text.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(101, told.Count(line => line.StartsWith("Quarantined ", StringComparison.Ordinal)));
        Assert.Single(told, line => line.StartsWith("There are more files of this reason (an empty file)", StringComparison.Ordinal));
        Assert.Single(told, "  300 quarantined: an empty file");
        Assert.Single(told, "  1 quarantined: a format that is not read");
        Assert.True(told.Length < 110);
        Assert.Equal(301, json.Lines().Count());
    }

    [Fact]
    public async Task ShowTellsInWhichFieldTwoFilesOfOneDocumentDiffer()
    {
        Write("a.txt", Cited);
        Write("b.txt", Cited.Replace("Lê Văn Nhân", "Lê Văn Nhàn", StringComparison.Ordinal));
        await IngestAsync();

        var english = await ShowAsync("--lang", "en");
        var vietnamese = await ShowAsync();
        var json = await ShowAsync("--json");

        Assert.Contains("Source: sources/a.txt", english.Out, StringComparison.Ordinal);
        Assert.Contains("Source: sources/b.txt", english.Out, StringComparison.Ordinal);
        Assert.Contains("  differs in signer: “Lê Văn Nhàn”; the one in use: “Lê Văn Nhân”", english.Out, StringComparison.Ordinal);
        Assert.Contains("  khác về người ký: “Lê Văn Nhàn”; bản đang dùng: “Lê Văn Nhân”", vietnamese.Out, StringComparison.Ordinal);
        Assert.Contains("  khác về toàn văn: “…BAN BÍ THƯ Lê Văn Nhàn”; bản đang dùng: “…BAN BÍ THƯ Lê Văn Nhân”", vietnamese.Out, StringComparison.Ordinal);
        var differences = json.Json.GetProperty("sources")[1].GetProperty("differences").EnumerateArray().ToList();
        Assert.Equal(["signer", "text"], differences.Select(one => one.GetProperty("field").GetString()));
        Assert.Equal(
            ("Lê Văn Nhàn", "Lê Văn Nhân"),
            (differences[0].GetProperty("value").GetString(), differences[0].GetProperty("used").GetString()));
    }

    [Theory]
    [InlineData(0, 10, 0, 0, 0, "0/10 files, 0 documents, 0 citations, 0 files/s")]
    [InlineData(50, 200, 60, 1234, 20, "50/200 files, 60 documents, 1234 citations, 3 files/s")]
    [InlineData(1_000_000, 1_000_000, 600_000, 0, 400, "1000000/1000000 files, 600000 documents, 0 citations, 2500 files/s")]
    public void TheBarSaysFilesDocumentsCitationsAndRate(int done, int total, long documents, long citations, int seconds, string expected)
    {
        using var writer = new StringWriter();

        Assert.Equal(expected, Describe(Language.En));
        Assert.Equal(
            expected.Replace(" files/s", " tệp/s", StringComparison.Ordinal).Replace("files", "tệp", StringComparison.Ordinal)
                .Replace("documents", "văn bản", StringComparison.Ordinal).Replace("citations", "dẫn chiếu", StringComparison.Ordinal),
            Describe(Language.Vi));

        string Describe(Language language) => IngestProgress.Describe(
            new CommandOutput(writer, writer, language), done, total, documents, citations, TimeSpan.FromSeconds(seconds));
    }

    private Task<CliRun> IngestAsync(params string[] more) => CliRun.OfAsync(["ingest", Sources, "--data", Path.Combine(_folder, "index"), .. more]);

    private Task<CliRun> ShowAsync(params string[] more) =>
        CliRun.OfAsync(["show", "61-CT/TW@2007-03-01", "--data", Path.Combine(_folder, "index"), .. more]);

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Sources);
        File.WriteAllText(Path.Combine(Sources, name), text);
    }
}
