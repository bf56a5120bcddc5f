using System.Diagnostics.CodeAnalysis;
using System.Text;
using Search.Documents;

namespace Search.Ingestion.Reading;

/// <summary>
/// PDF with a text layer, through <c>pdftotext</c> of poppler-utils. Every block keeps its page. A PDF without a text
/// layer is refused as needing OCR; without the program, every PDF is refused with how to get it, and tried again by the
/// next run.
/// </summary>
internal sealed class PdfReader(KnowledgeOptions options) : IDocumentReader
{
    private const long ChildMemory = 1L << 30;

    private readonly Lazy<string?> _program = new(() => ChildProcess.Find("pdftotext"));

    public IReadOnlyCollection<string> Extensions { get; } = [".pdf"];

    public bool TryRead(
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
        if (error is not null) return false;
        var extracted = Encoding.UTF8.GetString(result.Output);
        if (extracted.All(c => char.IsWhiteSpace(c) || c == '\f'))
        {
            error = new ReadError(
                "ocr",
                "PDF là bản quét, không có lớp chữ: cần nhận dạng ký tự (OCR) trước.",
                "The PDF is a scan without a text layer: it needs OCR first.");
            return false;
        }

        text = WithPages(name, extracted);
        return true;
    }

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
    private static SourceText WithPages(string name, string extracted)
    {
        var source = new PlainTextReader().Read(name, extracted.Replace('\f', '\n'), "pdf");
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
