using System.Diagnostics;
using System.Globalization;
using System.Text;
using Search.Citations;
using Search.Documents;
using Search.Documents.Catalogues;
using Search.Testing;
using Search.Text;

namespace Search.Benchmarks;

/// <summary>
/// <c>citations [speed|hostile|resolve|all]</c>: extraction in MB of UTF-8 a second on one core, on the sample files and
/// on hostile text; resolution of 100,000 documents with 1,000,000 mentions; graph questions on the result.
/// </summary>
internal static class CitationBenchmark
{
    private static readonly CitationExtractor Extractor = new(Catalogue.Default);

    public static int Run(IReadOnlyList<string> arguments)
    {
        var what = arguments.Count > 0 ? arguments[0] : "all";
        if (what is "speed" or "all")
        {
            Speed();
        }

        if (what is "hostile" or "all")
        {
            Hostile();
        }

        if (what is "resolve" or "all")
        {
            CitationScaleBenchmark.Run();
        }

        return 0;
    }

    private static void Speed()
    {
        var files = SharedData.SampleFiles().Select(File.ReadAllText).ToList();
        Measure("sample files, one by one", [.. Enumerable.Repeat(files, 60).SelectMany(list => list)]);
        Measure("one file of 4 MB", [string.Concat(Enumerable.Repeat(string.Concat(files), 60))]);
        Measure("normalisation alone", [.. Enumerable.Repeat(files, 60).SelectMany(list => list)], extract: false);
    }

    private static void Hostile()
    {
        const int Size = 10_000_000;
        foreach (var (name, unit) in new[]
        {
            ("near-citations", "Chỉ thị số 04-CT ngày 06/7 của Ban Bí "),
            ("citations", "Chỉ thị số 04-CT/TW ngày 06/7/2011 của Ban Bí thư; "),
            ("số số số", "số "),
            ("open brackets", "("),
            ("open quotes", "Chỉ thị 04 \""),
            ("figures", "04-"),
            ("types", "Nghị quyết "),
            ("attachments", "Quy chế quản lý ban hành "),
            ("reports", "Báo cáo sơ kết 5 năm "),
            ("laws", "Luật Đất đai "),
            ("months", "ngày 1 tháng "),
            ("aliases", "(sau đây gọi tắt là Chỉ thị 04) "),
            ("dates with issuers", "Thông tư số 01/2020/TT-BTC về ngày 01/01/2020 của Bộ Y tế "),
            ("pinpoints", "điểm a, b khoản 1 Điều "),
        })
        {
            var half = Repeat(unit, Size / 8);
            var whole = Repeat(unit, Size / 2);
            var small = Time(half);
            var large = Time(whole);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-22} {whole.Length / 1e6,5:F1} M chars {large.TotalSeconds,6:F2} s, growth of 4 times the text: {large / small:F1}"));
        }
    }

    private static string Repeat(string unit, int length) => new StringBuilder(length + unit.Length).Insert(0, unit, (length / unit.Length) + 1).ToString();

    private static TimeSpan Time(string text)
    {
        var (source, host) = Host(text);
        var normalized = VietnameseNormalizer.Normalize(text);
        var clock = Stopwatch.StartNew();
        Extractor.Extract(source, normalized, host);
        return clock.Elapsed;
    }

    /// <summary>The best of some rounds in processor time, since the machine may be busy with other work; the first
    /// rounds give the runtime time to compile what is hot.</summary>
    private static void Measure(string name, IReadOnlyList<string> texts, bool extract = true)
    {
        const int Rounds = 25;
        var bytes = texts.Sum(text => (long)Encoding.UTF8.GetByteCount(text));
        var read = texts.Select(text => (Host(text), Normalized: VietnameseNormalizer.Normalize(text))).ToList();
        var best = TimeSpan.MaxValue;
        var found = 0;
        long allocated = 0;
        for (var round = 0; round < Rounds; round++)
        {
            found = 0;
            var before = GC.GetAllocatedBytesForCurrentThread();
            var clock = Environment.CpuUsage.TotalTime;
            foreach (var ((source, host), normalized) in read)
            {
                if (extract)
                {
                    found += Extractor.Extract(source, normalized, host).Count;
                }
                else
                {
                    VietnameseNormalizer.Normalize(source.Text);
                }
            }

            var spent = Environment.CpuUsage.TotalTime - clock;
            best = spent < best ? spent : best;
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {bytes / 1e6:F1} MB in {best.TotalMilliseconds:F0} ms = {bytes / 1e6 / best.TotalSeconds:F1} MB/s, {found} mentions, {allocated / 1e6:F1} MB allocated"));
    }

    internal static (SourceText Source, Document Host) Host(string text) => (
        new SourceText { Name = "benchmark", Text = text, Encoding = "utf-8", Blocks = [] },
        new Document { Key = DocumentKey.ForUnnumbered("?", null, "benchmark", null), Span = new TextSpan(0, text.Length) });
}
