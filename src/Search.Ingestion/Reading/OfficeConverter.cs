using System.Diagnostics.CodeAnalysis;
using Search.Documents;

namespace Search.Ingestion.Reading;

/// <summary>
/// Turns older office formats into .docx and .xlsx with LibreOffice, without a display, in a process of its own with a
/// deadline and a limit of memory. Each conversion has a folder and a profile of its own, which are deleted after it: no
/// macro runs, nothing is fetched, nothing of a file stays. One runs at a time (<see cref="TakeTurnAsync"/>): each takes a
/// processor for a second or two.
/// </summary>
internal sealed class OfficeConverter(KnowledgeOptions options)
{
    /// <summary>The office reserves much more than it uses.</summary>
    private const long ChildMemory = 4L << 30;

    private const string Profile = """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
        </oor:items>
        """;

    private static readonly SemaphoreSlim Turn = new(1);

    private readonly Lazy<string?> _program = new(() =>
        ChildProcess.Find("soffice", options.ProgramPath) ?? ChildProcess.Find("libreoffice", options.ProgramPath));

    /// <summary>Whether LibreOffice is installed.</summary>
    public bool IsAvailable => _program.Value is not null;

    /// <summary>How to get it.</summary>
    public static ReadError Missing(string form) => new(
        "needs-libreoffice",
        $"Chưa cài LibreOffice nên không đọc được tệp {form}; hãy cài các gói libreoffice-writer-nogui và libreoffice-calc-nogui rồi chạy lại, hoặc lưu tệp thành .docx (.xlsx).",
        $"LibreOffice is not installed, so that {form} files cannot be read; install the packages libreoffice-writer-nogui and libreoffice-calc-nogui and run again, or save the file as .docx (.xlsx).");

    /// <summary>
    /// Waits for those that convert before. The deadline of a file begins after it: behind one that never ends the others
    /// would be late as well, and what was given up would still take its turn.
    /// </summary>
    /// <param name="ct">Ends the waiting.</param>
    public static async Task<IDisposable?> TakeTurnAsync(CancellationToken ct)
    {
        await Turn.WaitAsync(ct).ConfigureAwait(false);
        return new Taken();
    }

    /// <summary>Converts one file.</summary>
    /// <param name="form">Extension of the format it is in.</param>
    /// <param name="bytes">Its content.</param>
    /// <param name="converted">The same document in the other format.</param>
    /// <param name="target">Extension of that format.</param>
    /// <param name="error">Why it could not be.</param>
    public bool TryConvert(
        string form,
        ReadOnlyMemory<byte> bytes,
        out byte[] converted,
        out string target,
        [NotNullWhen(false)] out ReadError? error)
    {
        converted = [];
        target = form is ".ods" or ".fods" or ".xls" ? ".xlsx" : ".docx";
        var folder = Directory.CreateTempSubdirectory("search-office-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "profile", "user"));
            System.IO.File.WriteAllText(Path.Combine(folder, "profile", "user", "registrymodifications.xcu"), Profile);
            var source = Path.Combine(folder, "in" + form);
            using (var file = System.IO.File.Create(source))
            {
                file.Write(bytes.Span);
            }

            var result = ChildProcess.Run(
                _program.Value!,
                [
                    "--headless", "--norestore", "--nologo", "--nolockcheck", "--nodefault",
                    $"-env:UserInstallation={new Uri(Path.Combine(folder, "profile")).AbsoluteUri}",
                    .. Filter(form), "--convert-to", target[1..], "--outdir", Path.Combine(folder, "out"), source,
                ],
                default,
                new ChildLimits(options.OfficeTimeout, ChildMemory, 1 << 20));
            return TryTake(result, Path.Combine(folder, "out", "in" + target), out converted, out error);
        }
        finally
        {
            Delete(folder);
        }
    }

    /// <summary>The office tells flat XML by the signs in its head, and takes one that is quoted otherwise for plain text.</summary>
    private static string[] Filter(string form) => form switch
    {
        ".fodt" => ["--infilter=OpenDocument Text Flat XML"],
        ".fods" => ["--infilter=OpenDocument Spreadsheet Flat XML"],
        _ => [],
    };

    private bool TryTake(ChildResult result, string file, out byte[] converted, [NotNullWhen(false)] out ReadError? error)
    {
        converted = [];
        if (result.IsLate)
        {
            var seconds = options.OfficeTimeout.TotalSeconds;
            error = new ReadError(
                "timeout", $"Chuyển đổi tệp quá {seconds:0.#} giây nên đã dừng.", $"Converting the file took longer than {seconds:0.#} seconds.");
            return false;
        }

        if (new FileInfo(file) is not { Exists: true } found)
        {
            // The office says nothing more of a file that it cannot open, and ends as if all were well.
            error = new ReadError("broken-office", "Tệp bị hỏng, LibreOffice không mở được.", "The file is damaged; LibreOffice cannot open it.");
            return false;
        }

        if (found.Length > options.MaxFileBytes)
        {
            error = new ReadError("too-large", "Tệp sau khi chuyển đổi quá lớn.", "The converted file is too large.");
            return false;
        }

        converted = System.IO.File.ReadAllBytes(file);
        error = null;
        return true;
    }

    private static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // A process that was ended may hold a file for a moment; the system clears its temporary folder.
        }
    }

    private sealed class Taken : IDisposable
    {
        private int _isGiven;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isGiven, 1) == 0)
            {
                Turn.Release();
            }
        }
    }
}
