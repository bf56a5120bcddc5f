using System.Runtime.InteropServices;

namespace Search.Ingestion.Reading;

/// <summary>How the program that parses files is started.</summary>
/// <param name="Host">The program that runs it.</param>
/// <param name="Library">What it is to run; null where it is the program itself.</param>
internal sealed record ReaderProgram(string Host, string? Library)
{
    private static readonly string Name = typeof(Readers).Assembly.GetName().Name!;
    private static readonly string Suffix = OperatingSystem.IsWindows() ? ".exe" : "";

    /// <summary>What the host is started with.</summary>
    public IReadOnlyList<string> Arguments => Library is null ? [] : ["exec", Library];

    /// <summary>Where it lies, or null when it or what runs it is missing.</summary>
    /// <param name="folder">Folder it lies in; null for the one of this library.</param>
    public static ReaderProgram? Find(string? folder)
    {
        folder ??= Path.GetDirectoryName(typeof(Readers).Assembly.Location) is { Length: > 0 } own ? own : AppContext.BaseDirectory;
        var library = Path.Combine(folder, Name + ".dll");
        var settings = Path.Combine(folder, Name + ".runtimeconfig.json");
        if (System.IO.File.Exists(library) && System.IO.File.Exists(settings) && Dotnet() is { } dotnet)
        {
            return new ReaderProgram(dotnet, library);
        }

        var alone = Path.Combine(folder, Name + Suffix);
        return System.IO.File.Exists(alone) ? new ReaderProgram(alone, null) : null;
    }

    /// <summary>The runtime that this process itself runs on comes before others.</summary>
    private static string? Dotnet() =>
        Candidates().FirstOrDefault(System.IO.File.Exists) ?? ChildProcess.Find("dotnet" + Suffix);

    private static IEnumerable<string> Candidates()
    {
        var dotnet = "dotnet" + Suffix;
        if (Environment.ProcessPath is { } self && Path.GetFileName(self.AsSpan()).SequenceEqual(dotnet))
        {
            yield return self;
        }

        yield return Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", dotnet));
        if (Environment.GetEnvironmentVariable("DOTNET_ROOT") is { Length: > 0 } root)
        {
            yield return Path.Combine(root, dotnet);
        }
    }
}
