using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Search.Ingestion.Reading;

/// <summary>
/// One running program that parses, asked one file at a time. Its heap has a limit that the runtime enforces (a limit of
/// address space would not do: the runtime reserves much more than it uses), and it is ended when a file takes too long.
/// It ends by itself when its input does, even if this process is killed.
/// </summary>
internal sealed class ReaderProcess : IDisposable
{
    /// <summary>What the runtime needs to find itself and to treat text as it does here.</summary>
    private static readonly string[] Inherited =
    [
        "PATH", "HOME", "TMPDIR", "LANG", "LC_ALL", "LC_CTYPE", "LD_LIBRARY_PATH", "SystemRoot", "DOTNET_ROOT",
        "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "DOTNET_SYSTEM_GLOBALIZATION_USENLS", "DOTNET_SYSTEM_GLOBALIZATION_APPLOCALICU",
    ];

    private const int Open = 0;
    private const int Settled = 1;
    private const int Late = 2;

    private readonly Process _process;
    private readonly Task<string> _complaint;
    private readonly BufferedStream _requests;
    private readonly BinaryReader _answers;

    private ReaderProcess(Process process, ReaderProgram program, long memory)
    {
        _process = process;
        Program = program;
        Memory = memory;
        Id = process.Id;
        _complaint = DedicatedThreadScheduler.Run(() => ChildProcess.ReadError(process));
        _requests = new BufferedStream(process.StandardInput.BaseStream, 64 << 10);
        _answers = new BinaryReader(new BufferedStream(process.StandardOutput.BaseStream, 64 << 10), System.Text.Encoding.UTF8);
    }

    /// <summary>What was started.</summary>
    public ReaderProgram Program { get; }

    /// <summary>Its largest heap, in bytes.</summary>
    public long Memory { get; }

    /// <summary>Its number in the system.</summary>
    public int Id { get; }

    /// <exception cref="IOException">The system starts no further process now.</exception>
    public static ReaderProcess Start(ReaderProgram program, long memory)
    {
        var start = new ProcessStartInfo(program.Host, program.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment.Clear();
        foreach (var name in Inherited)
        {
            if (Environment.GetEnvironmentVariable(name) is { Length: > 0 } value)
            {
                start.Environment[name] = value;
            }
        }

        start.Environment["DOTNET_GCHeapHardLimit"] = memory.ToString("x", CultureInfo.InvariantCulture);

        // Without a channel for debuggers, a core on the disk, and all that a server would want.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        start.Environment["DOTNET_gcServer"] = "0";
        try
        {
            return new ReaderProcess(Process.Start(start)!, program, memory);
        }
        catch (Win32Exception none)
        {
            // That may go away by itself: the file is tried again by the next run.
            throw new IOException(none.Message, none);
        }
    }

    /// <summary>Has a file read.</summary>
    /// <param name="request">The file.</param>
    /// <param name="name">Name that the text is to carry.</param>
    /// <param name="sent">The text in the request, if it carries one.</param>
    /// <param name="time">How long it may take.</param>
    /// <param name="answer">Text or refusal; null when the process ended without one, and is of no more use.</param>
    /// <returns>How it ended.</returns>
    public ReaderEnd Ask(ReadRequest request, string name, string? sent, TimeSpan time, out ReadAnswer? answer)
    {
        answer = null;
        var outcome = Open;
        using var deadline = new Timer(
            _ =>
            {
                if (Interlocked.CompareExchange(ref outcome, Late, Open) == Open)
                {
                    ChildProcess.Kill(_process);
                }
            },
            null,
            time,
            Timeout.InfiniteTimeSpan);
        try
        {
            request.WriteTo(_requests);
            _requests.Flush();
            var read = ReadAnswer.ReadFrom(_answers, name, sent);
            if (Interlocked.CompareExchange(ref outcome, Settled, Open) == Open)
            {
                answer = read;
                return ReaderEnd.Answered;
            }
        }
        catch (Exception ended) when (ended is IOException or InvalidDataException)
        {
            // It ended without an answer, or before it had read the file.
            Interlocked.CompareExchange(ref outcome, Settled, Open);
        }

        if (Volatile.Read(ref outcome) == Late)
        {
            return ReaderEnd.Late;
        }

        ChildProcess.Kill(_process);
        _process.WaitForExit();
        return _process.ExitCode == Reading.Program.OutOfMemory || _complaint.Result.Contains("Out of memory", StringComparison.OrdinalIgnoreCase)
            ? ReaderEnd.OutOfMemory
            : ReaderEnd.Broken;
    }

    /// <summary>Ends it, and comes back when it has ended.</summary>
    public void Dispose()
    {
        ChildProcess.Kill(_process);
        _process.WaitForExit();
        _complaint.Wait();
        _process.StandardInput.BaseStream.Dispose();
        _answers.Dispose();
        _process.Dispose();
    }
}
