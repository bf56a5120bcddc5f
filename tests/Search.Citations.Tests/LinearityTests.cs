using System.Globalization;
using System.Text;
using Search.Citations.Tests.Support;
using Search.Documents;
using Search.Text;

namespace Search.Citations.Tests;

/// <summary>
/// Hostile text: four times the text takes about four times the steps (tokens and documents looked at) and about four
/// times the memory, never sixteen times; extraction and resolution together. Counted, so that every machine says the
/// same; <c>citations hostile</c> of the benchmarks shows the seconds.
/// </summary>
public sealed class LinearityTests(ITestOutputHelper output)
{
    private const int Small = 20_000;
    private const double Unit = 100; // bytes a character that tell nothing: buffers are kept for later texts
    private const double Bound = 6; // linear gives 4, quadratic 16

    private static readonly DateOnly FirstDay = new(2011, 1, 1);

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
    [InlineData("Chỉ thị số 04-CT/TW ngày {1} và Chỉ thị {0}; ")]
    [InlineData("Chỉ thị số 04-CT/TW ngày {1} và Chỉ thị 04-CT/TW; ")]
    [InlineData("Chỉ thị số 04-CT/TW ngày {1} và Chỉ thị 04; ")]
    [InlineData("Nghị quyết số {0}-NQ/TW (sau đây gọi là Nghị quyết {0}), Nghị quyết nêu trên; ")]
    [InlineData("Chỉ thị {0} và Chỉ thị nêu trên; ")]
    [InlineData("ngày 1 tháng ")]
    [InlineData("ngày 01/01/2020 của Bộ Y tế ")]
    [InlineData("có hiệu lực thi hành kể từ ngày 01/01/2020 ")]
    [InlineData("(sau đây gọi tắt là Chỉ thị 04) ")]
    [InlineData("điểm a, b khoản 1 Điều ")]
    public void TheWorkGrowsWithTheText(string unit)
    {
        // What is compiled and kept once for all texts is not counted.
        Measure(Repeat(unit, Small / 4));
        var (small, large) = (Measure(Repeat(unit, Small)), Measure(Repeat(unit, Small * 4)));
        var (steps, bytes) = ((double)large.Steps / small.Steps, large.Bytes / Math.Max(small.Bytes, Unit * Small));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{unit}: {small.Steps / (double)Small:F1} steps a character; four times the text takes {steps:F1} times the steps, {bytes:F1} times the memory"));
        Assert.True(small.Steps > Small / 20, "the steps are not counted");
        Assert.True(steps <= Bound, $"four times the text took {steps:F1} times the steps");
        Assert.True(bytes <= Bound, $"four times the text took {bytes:F1} times the memory");
    }

    private static (long Steps, long Bytes) Measure(string text)
    {
        var source = new SourceText { Name = "hostile", Text = text, Encoding = "utf-8", Blocks = [] };
        var host = new Document { Key = DocumentKey.ForUnnumbered("?", null, "hostile", null), Header = new DocumentHeader { Type = "cong-van" }, Span = new TextSpan(0, text.Length) };
        var normalized = VietnameseNormalizer.Normalize(text);
        var budget = new WorkBudget(long.MaxValue);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Pipeline.Resolver.Resolve(host, source, Pipeline.Extractor.Extract(source, normalized, host, budget), new MemoryRegistry(), budget);
        return (budget.Taken, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    /// <param name="unit"><c>{0}</c> stands for a number and <c>{1}</c> for a day that differ from unit to unit.</param>
    /// <param name="length">The least length of the text.</param>
    private static string Repeat(string unit, int length)
    {
        var text = new StringBuilder(length + unit.Length);
        for (var i = 1; text.Length < length; i++)
        {
            text.Append(unit
                .Replace("{0}", (i % 9000).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("{1}", FirstDay.AddDays(i).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture), StringComparison.Ordinal));
        }

        return text.ToString();
    }
}
