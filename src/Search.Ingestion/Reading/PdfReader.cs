using System.Diagnostics.CodeAnalysis;
using System.Text;
using Search.Documents;

namespace Search.Ingestion.Reading;

/// <summary>
/// PDF, through <c>pdftotext</c> of poppler-utils. Every block keeps its page. A PDF without a text layer is a scan and
/// goes through recognition (<see cref="PdfScan"/>). Where a program is lacking, the file is refused with how to get it,
/// and tried again by the next run.
/// </summary>
internal sealed class PdfReader(KnowledgeOptions options) : IDeferrableReader
{
    private const long ChildMemory = 1L << 30;

    private readonly Lazy<string?> _program = new(() => ChildProcess.Find("pdftotext", options.ProgramPath));

    private readonly PdfScan _scan = new(options);

    public IReadOnlyCollection<string> Extensions { get; } = [".pdf"];

    public TimeSpan Timeout => options.OcrTimeout;

    public bool TryRead(
        string name,
        ReadOnlyMemory<byte> bytes,
        [NotNullWhen(true)] out SourceText? text,
        [NotNullWhen(false)] out ReadError? error)
    {
        if (TryReadWithinBudget(name, bytes, out text, out error))
        {
            return true;
        }

        return string.Equals(error.Code, IDeferrableReader.Deferred, StringComparison.Ordinal) && TryRecognize(name, bytes, out text, out error);
    }

    public bool TryReadWithinBudget(
        string name,
        ReadOnlyMemory<byte> bytes,
        [NotNullWhen(true)] out SourceText? text,
        [NotNullWhen(false)] out ReadError? error)
    {
        text = null;
        error = null;
        if (!bytes.Span.StartsWith("%PDF-"u8))
        {
            error = new ReadError("broken-pdf", "Tệp không phải là PDF.", "The file is no PDF.", 0);
            return false;
        }

        if (_program.Value is not { } program)
        {
            error = new ReadError(
                "needs-pdftotext",
                "Chưa cài pdftotext nên không đọc được PDF; hãy cài gói poppler-utils rồi chạy lại.",
                "pdftotext is not installed; install the package poppler-utils and run again.");
            return false;
        }

        var limits = new ChildLimits(options.FileTimeout, ChildMemory, options.MaxTextLength * 3L);
        var result = ChildProcess.Run(program, ["-q", "-enc", "UTF-8", "-", "-"], bytes, limits);
        error = Judge(result);
        if (error is not null)
        {
            return false;
        }

        var extracted = Encoding.UTF8.GetString(result.Output);
        if (!IsBlank(extracted))
        {
            text = WithPages(name, extracted, "pdf");
            return true;
        }

        error = _scan.IsAvailable
            ? new ReadError(IDeferrableReader.Deferred, "PDF là bản quét, cần nhận dạng.", "The PDF is a scan and has to be recognised.")
            : PdfScan.Missing;
        return false;
    }

    private bool TryRecognize(
        string name,
        ReadOnlyMemory<byte> bytes,
        [NotNullWhen(true)] out SourceText? text,
        [NotNullWhen(false)] out ReadError? error)
    {
        text = null;
        if (!_scan.TryRead(bytes, out var extracted, out error))
        {
            return false;
        }

        if (IsBlank(extracted))
        {
            error = new ReadError("blank", "Không nhận dạng được chữ nào trong bản quét.", "No text was recognised in the scan.");
            return false;
        }

        text = WithPages(name, extracted, PdfScan.Encoding);
        return true;
    }

    private static bool IsBlank(string text) => !text.AsSpan().ContainsAnyExcept(" \t\r\n\f");

    private ReadError? Judge(ChildResult result)
    {
        if (result.IsLate)
        {
            var seconds = options.FileTimeout.TotalSeconds;
            return new ReadError(
                "timeout", $"Đọc PDF quá {seconds:0.#} giây nên đã dừng.", $"Reading the PDF took longer than {seconds:0.#} seconds.");
        }

        if (result.IsTooLong)
        {
            return new ReadError("too-large", "Lớp chữ của PDF quá dài.", "The text layer of the PDF is too long.");
        }

        return result.ExitCode switch
        {
            0 => null,
            3 => new ReadError(
                "encrypted", "PDF được đặt mật khẩu hoặc không cho phép trích chữ.", "The PDF is protected."),
            _ => new ReadError("broken-pdf", "PDF bị hỏng, không đọc được.", "The PDF is damaged and cannot be read."),
        };
    }

    /// <summary>Pages end with a form feed. A line feed in its place keeps every offset.</summary>
    private static SourceText WithPages(string name, string extracted, string encoding)
    {
        var source = new PlainTextReader().Read(name, extracted.Replace('\f', '\n'), encoding);
        var page = 1;
        var at = 0;
        var blocks = new List<Block>(source.Blocks.Count);
        foreach (var block in source.Blocks)
        {
            page += extracted.AsSpan(at, block.Span.Start - at).Count('\f');
            at = block.Span.Start;
            blocks.Add(block with { Page = page });
        }

        return source with { Blocks = blocks };
    }
}
