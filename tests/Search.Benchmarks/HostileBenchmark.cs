using System.Diagnostics;
using System.Globalization;
using Search.Ingestion;
using Search.Testing.Files;

namespace Search.Benchmarks;

/// <summary>Hostile files one by one, each in a process of its own that has ingested ordinary papers before: how long
/// each takes until it is in or refused, how far memory rises above what the process needed anyway, and the most that
/// one of its child processes holds.</summary>
internal static class HostileBenchmark
{
    /// <summary><c>hostile [NAME…]</c>; all of them by default.</summary>
    public static int Run(string[] args)
    {
        Environment.SetEnvironmentVariable("SEARCH_CAMPAIGN", "whole");
        if (args is ["--one", var one])
        {
            return One(one);
        }

        Console.WriteLine($"{"file",-18} {"KB",8} {"seconds",8} {"MB",6} {"child",6}  outcome");
        foreach (var name in args.Length > 0 ? args : [.. HostileFiles.All.Keys])
        {
            var start = new ProcessStartInfo(Environment.ProcessPath!) { UseShellExecute = false };
            foreach (var argument in (string[])[typeof(HostileBenchmark).Assembly.Location, "hostile", "--one", name])
            {
                start.ArgumentList.Add(argument);
            }

            if (!Path.GetFileNameWithoutExtension(Environment.ProcessPath!).Equals("dotnet", StringComparison.Ordinal))
            {
                start.ArgumentList.RemoveAt(0);
            }

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
        using (var system = KnowledgeBase.Open(new KnowledgeOptions { DataDirectory = Path.Combine(folder, "data") }))
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
                $"{name,-18} {size,8} {summary.Elapsed.TotalSeconds,8:0.00} {(peak.Highest - before) >> 20,6} {peak.HighestChild >> 20,6}  {code,-16} {steps}"));
        }

        Directory.Delete(folder, recursive: true);
        return 0;
    }

    /// <summary>Looks every few milliseconds at the working set and at that of each child process.</summary>
    private sealed class Peak : IDisposable
    {
        private static readonly string Parent = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        private readonly CancellationTokenSource _stop = new();
        private readonly Thread _looking;

        public Peak()
        {
            _looking = new Thread(Poll) { IsBackground = true };
            _looking.Start();
        }

        public long Highest { get; private set; }

        public long HighestChild { get; private set; }

        public void Dispose()
        {
            _stop.Cancel();
            _looking.Join();
            _stop.Dispose();
        }

        private void Poll()
        {
            do
            {
                Highest = Math.Max(Highest, Environment.WorkingSet);
                foreach (var process in Directory.EnumerateDirectories("/proc"))
                {
                    if (char.IsAsciiDigit(process[^1]))
                    {
                        HighestChild = Math.Max(HighestChild, Child(process));
                    }
                }
            }
            while (!_stop.Token.WaitHandle.WaitOne(5));
        }

        /// <summary>What a child holds, or 0 for another process. After the name in brackets come the state and the parent,
        /// and the pages held are the 24th field of all.</summary>
        private static long Child(string process)
        {
            try
            {
                var stat = File.ReadAllText(process + "/stat");
                var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
                return string.Equals(fields[1], Parent, StringComparison.Ordinal)
                    ? long.Parse(fields[21], CultureInfo.InvariantCulture) * Environment.SystemPageSize
                    : 0;
            }
            catch (IOException)
            {
                return 0; // It has ended.
            }
        }
    }
}
