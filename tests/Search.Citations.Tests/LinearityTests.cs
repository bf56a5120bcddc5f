using System.Diagnostics;
using System.Text;
using Search.Citations.Tests.Support;
using Search.Documents;
using Search.Text;

namespace Search.Citations.Tests;

/// <summary>
/// Hostile text: four times the text may cost about four times the time, side by side on the same machine, never
/// sixteen times; extraction and resolution together. <c>citations hostile</c> of the benchmarks shows the seconds.
/// </summary>
[Collection(nameof(LinearityTests))]
[CollectionDefinition(nameof(LinearityTests), DisableParallelization = true)]
public sealed class LinearityTests(ITestOutputHelper output)
{
    private const int Small = 100_000;
    private const double Bound = 9; // linear gives 4, quadratic 16

    [Theory]
    [InlineData("Chỉ thị số 04-CT ngày 06/7 của Ban Bí ")]
    [InlineData("Chỉ thị số 04-CT/TW ngày 06/7/2011 của Ban Bí thư; ")]
    [InlineData("số ")]
    [InlineData("(")]
    [InlineData("(Chỉ thị 04")]
    [InlineData("Chỉ thị 04 \"")]
    [InlineData("04-")]
    [InlineData("Nghị quyết ")]
    [InlineData("các Nghị quyết; thực hiện Nghị quyết; ")]
    [InlineData("theo Thông tư này, ")]
    [InlineData("Quy chế quản lý ban hành ")]
    [InlineData("Báo cáo sơ kết 5 năm ")]
    [InlineData("Luật Đất đai ")]
    [InlineData("Quy chế về số {0} của đơn vị, ")]
    [InlineData("Chỉ thị số {0}-CT/TW và Chỉ thị {0}; ")]
    [InlineData("Chỉ thị {0} và Chỉ thị nêu trên; ")]
    [InlineData("ngày 1 tháng ")]
    [InlineData("ngày 01/01/2020 của Bộ Y tế ")]
    [InlineData("có hiệu lực thi hành kể từ ngày 01/01/2020 ")]
    [InlineData("(sau đây gọi tắt là Chỉ thị 04) ")]
    [InlineData("điểm a, b khoản 1 Điều ")]
    public void TheTimeGrowsWithTheText(string unit)
    {
        Time(Repeat(unit, Small / 4));
        var best = double.MaxValue;
        // A machine busy with other work shows as a great ratio now and then; the least of some tries is the program's.
        for (var i = 0; i < 5 && best > Bound; i++)
        {
            best = Math.Min(best, Time(Repeat(unit, Small * 4)) / Math.Max(0.5, Time(Repeat(unit, Small))));
        }

        output.WriteLine($"{unit}: {best:F1}");
        Assert.True(best <= Bound, $"four times the text took {best:F1} times the time");
    }

    private static double Time(string text)
    {
        var source = new SourceText { Name = "hostile", Text = text, Encoding = "utf-8", Blocks = [] };
        var host = new Document { Key = DocumentKey.ForUnnumbered("?", null, "hostile", null), Type = "cong-van", Span = new TextSpan(0, text.Length) };
        var normalized = VietnameseNormalizer.Normalize(text);
        var clock = Stopwatch.StartNew();
        Pipeline.Resolver.Resolve(host, source, Pipeline.Extractor.Extract(source, normalized, host), new MemoryRegistry());
        return clock.Elapsed.TotalMilliseconds;
    }

    private static string Repeat(string unit, int length)
    {
        var text = new StringBuilder(length + unit.Length);
        for (var i = 1; text.Length < length; i++)
        {
            text.Append(unit.Replace("{0}", (i % 9000).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
        }

        return text.ToString();
    }
}
