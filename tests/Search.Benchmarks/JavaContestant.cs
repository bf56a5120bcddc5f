using System.Diagnostics;
using System.Globalization;
using System.Text;
using Search.Engine;

namespace Search.Benchmarks;

/// <summary>
/// Lucene 8.8 of Debian's <c>liblucene8-java</c> as its user would take it (<c>Java/LuceneContestant.java</c>), in a process of
/// its own. It gets the terms that SQLite FTS5 gets, and says itself how long a search took.
/// </summary>
internal sealed class JavaContestant(string folder, int every) : EngineContestant
{
    private const string Jars = "/usr/share/java";

    // The names carry versions, and not those of the package.
    private static readonly string[] Libraries =
        [.. new[] { "lucene-core-8.*.jar", "lucene-analyzers-common-8.*.jar" }.SelectMany(name => Directory.Exists(Jars) ? Directory.GetFiles(Jars, name) : [])];

    private Process? _process;
    private double? _milliseconds;

    public override string Name => "Lucene 8.8 in Java, BM25";

    public override int AskedEvery => Math.Max(1, every / 4);

    public override bool IsBuilt => Directory.Exists(folder) && Directory.EnumerateFiles(folder, "segments_*").Any();

    public override long Bytes => new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length);

    public override double? LastMilliseconds => _milliseconds;

    /// <summary>Whether Java with its compiler and the library are installed.</summary>
    public static bool IsThere => Libraries.Length == 2
        && (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(path => File.Exists(Path.Combine(path, "javac")));

    public override void Build(string corpus)
    {
        Directory.CreateDirectory(folder);
        using var java = Start("build");
        foreach (var article in EvaluationFiles.ReadCorpus(corpus))
        {
            java.StandardInput.WriteLine(string.Join(
                '\t', article.Id, FtsContestant.Terms(article.Document), FtsContestant.Terms(article.Title), FtsContestant.Terms(article.Text)));
        }

        java.StandardInput.Close();
        java.WaitForExit();
        if (java.ExitCode != 0)
        {
            throw new InvalidOperationException($"Java ended with {java.ExitCode}.");
        }
    }

    public override void Open() => _process = Start("ask");

    public override IReadOnlyList<string> Ask(string question)
    {
        _process!.StandardInput.WriteLine(FtsContestant.Terms(question));
        var answer = _process.StandardOutput.ReadLine()?.Split('\t') ?? throw new InvalidOperationException("Java ended.");
        _milliseconds = long.Parse(answer[0], CultureInfo.InvariantCulture) / 1e6;
        return answer[1..];
    }

    public override void Dispose()
    {
        if (_process is { } process)
        {
            process.StandardInput.Close();
            process.WaitForExit();
            process.Dispose();
        }
    }

    private Process Start(string command)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var start = new ProcessStartInfo("java")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
            ArgumentList =
            {
                "-Xmx1g", "-cp", string.Join(':', Libraries),
                Path.Combine(AppContext.BaseDirectory, "Java", "LuceneContestant.java"), command, folder,
            },
        };
        var process = Process.Start(start)!;
        process.StandardInput.AutoFlush = command is "ask";
        return process;
    }
}
