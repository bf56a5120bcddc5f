using System.Diagnostics;
using System.Globalization;
using Search.Ingestion;
using Search.Ingestion.Tests.Generating;

namespace Search.Benchmarks;

/// <summary>Hostile files one by one, each in a process of its own that has ingested ordinary papers before: how long
/// each takes until it is in or refused, and how far memory rises above what the process needed anyway.</summary>
internal static class HostileBenchmark
{
    /// <summary><c>hostile [NAME…]</c>; all of them by default.</summary>
    public static int Run(string[] args)
    {
        if (args is ["--one", var one]) return One(one);
        Console.WriteLine($"{"file",-18} {"KB",8} {"seconds",8} {"MB",6}  outcome");
        foreach (var name in args.Length > 0 ? args : [.. HostileFiles.All.Keys])
        {
            var start = new ProcessStartInfo(Environment.ProcessPath!) { UseShellExecute = false };
            foreach (var argument in (string[])[typeof(HostileBenchmark).Assembly.Location, "hostile", "--one", name]) start.ArgumentList.Add(argument);
            if (!Path.GetFileNameWithoutExtension(Environment.ProcessPath!).Equals("dotnet", StringComparison.Ordinal)) start.ArgumentList.RemoveAt(0);
            using var process = Process.Start(start)!;
            process.WaitForExit();
        }

        return 0;
    }

    private static int One(string name)
    {
        var folder = Directory.CreateTempSubdirectory("hostile-").FullName;
        var warm = Directory.CreateDirectory(Path.Combine(folder, "warm")).FullName;
        var sources = Directory.CreateDirectory(Path.Combine(folder, "sources")).FullName;
        Folders.Fill(warm, 60, seed: 1);
        var bytes = HostileFiles.All[name]();
        File.WriteAllBytes(Path.Combine(sources, name), bytes);
        var size = bytes.Length >> 10;
        bytes = [];
        using (var system = KnowledgeSystem.Open(new KnowledgeOptions { DataDirectory = Path.Combine(folder, "data") }))
        {
            system.IngestAsync([warm]).GetAwaiter().GetResult();
            GC.Collect();
            var before = Environment.WorkingSet;
            using var peak = new Peak();
            using var steps = new StepTimes();
            var summary = system.IngestAsync([sources]).GetAwaiter().GetResult();
            var code = summary.Problems.Count > 0 ? summary.Problems[0].Code : "ingested";
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-18} {size,8} {summary.Elapsed.TotalSeconds,8:0.00} {(peak.Highest - before) >> 20,6}  {code,-16} {steps}"));
        }

        Directory.Delete(folder, recursive: true);
        return 0;
    }

    /// <summary>Looks at the working set every few milliseconds.</summary>
    private sealed class Peak : IDisposable
    {
        private readonly Timer _timer;

        public Peak() => _timer = new Timer(_ => Highest = Math.Max(Highest, Environment.WorkingSet), null, 0, 5);

        public long Highest { get; private set; }

        public void Dispose() => _timer.Dispose();
    }
}
