using System.Diagnostics;

namespace Search.Ingestion.Reading;

/// <summary>
/// A program of the system, run with a deadline and limits the system enforces: what cannot be canceled from inside is
/// ended from outside. Its input and output are pipes; it gets no terminal and a bare environment.
/// </summary>
internal static class ChildProcess
{
    private const int MaxErrorText = 2000;

    /// <summary>Where a program lies, or null when it is not installed.</summary>
    /// <param name="program">Its name.</param>
    /// <param name="folders">Where to look; null for the system's path.</param>
    public static string? Find(string program, string? folders = null) =>
        (folders ?? Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, program))
        .FirstOrDefault(System.IO.File.Exists);

    /// <summary>Runs a program to its end.</summary>
    /// <param name="program">Full path of the program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="input">What it reads.</param>
    /// <param name="limits">What it may use.</param>
    public static ChildResult Run(
        string program, IReadOnlyList<string> arguments, ReadOnlyMemory<byte> input, ChildLimits limits)
    {
        using var process = Start(program, arguments, limits);
        var isLate = false;
        var isTooLong = false;
        var error = DedicatedThreadScheduler.Run(() => ReadError(process));
        var feed = DedicatedThreadScheduler.Run(() => Feed(process, input));
        using var deadline = new Timer(
            _ =>
            {
                isLate = true;
                Kill(process);
            },
            null,
            limits.Time,
            Timeout.InfiniteTimeSpan);
        using var output = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (process.StandardOutput.BaseStream.Read(buffer) is var read and > 0)
        {
            output.Write(buffer, 0, read);
            if (output.Length <= limits.Output)
            {
                continue;
            }

            isTooLong = true;
            Kill(process);
            break;
        }

        process.WaitForExit();
        feed.Wait();
        return new ChildResult(process.ExitCode, output.ToArray(), error.Result, isLate, isTooLong);
    }

    private static Process Start(string program, IReadOnlyList<string> arguments, ChildLimits limits)
    {
        var start = new ProcessStartInfo
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH");
        start.Environment["LC_ALL"] = "C.UTF-8";
        // Files are worked on side by side already; and where recognition keeps its data may have been set.
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        if (Environment.GetEnvironmentVariable("TESSDATA_PREFIX") is { Length: > 0 } data)
        {
            start.Environment["TESSDATA_PREFIX"] = data;
        }

        if (OperatingSystem.IsWindows())
        {
            start.FileName = program;
        }
        else
        {
            // The shell sets the limits on itself and becomes the program; arguments go past it untouched.
            start.FileName = "/bin/sh";
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add(FormattableString.Invariant(
                $"ulimit -v {limits.Memory / 1024}; ulimit -t {Math.Ceiling(limits.Time.TotalSeconds)}; exec \"$0\" \"$@\""));
            start.ArgumentList.Add(program);
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    private static void Feed(Process process, ReadOnlyMemory<byte> input)
    {
        try
        {
            process.StandardInput.BaseStream.Write(input.Span);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program ended before it read everything; its exit code says the rest.
        }
    }

    /// <summary>The beginning of what a program complains about; the rest is read away until it ends.</summary>
    public static string ReadError(Process process)
    {
        var buffer = new char[MaxErrorText];
        var length = process.StandardError.ReadBlock(buffer);
        while (process.StandardError.Read(new char[4096]) > 0)
        {
            // The rest is read away so that the program does not wait for room in the pipe.
        }

        return new string(buffer, 0, length);
    }

    /// <summary>Ends a program and what it started, whether or not it has ended by itself.</summary>
    public static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }
}
