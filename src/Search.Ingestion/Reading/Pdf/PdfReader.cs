using System.Diagnostics.CodeAnalysis;
using Search.Documents;

namespace Search.Ingestion.Reading;

/// <summary>
/// PDF, through poppler-utils: words with their boxes, from which lines, paragraphs, columns, heads and notes are made
/// (<see cref="PdfText"/>). Every block keeps its page. Pages that are images, and pages whose text layer is not what they
/// show, are recognized (<see cref="PdfScan"/>), each for itself. Where a program is lacking, the file is refused with how
/// to get it, and tried again by the next run.
/// </summary>
internal sealed class PdfReader(KnowledgeOptions options) : IDeferrableReader
{
    private const long ChildMemory = 1L << 30;

    /// <summary>Boxes take some twenty times the room of the words in them.</summary>
    private const long MaxLayer = 128L << 20;

    /// <summary>The header may stand behind other bytes, as viewers allow (ISO 32000-1, annex H.3.4.1).</summary>
    private const int MaxBefore = 1024;

    private readonly Lazy<string?> _text = new(() => ChildProcess.Find("pdftotext", options.ProgramPath));
    private readonly Lazy<string?> _images = new(() => ChildProcess.Find("pdfimages", options.ProgramPath));

    private readonly PdfScan _scan = new(options);

    public IReadOnlyCollection<string> Extensions { get; } = [".pdf"];

    public TimeSpan Timeout => options.OcrTimeout;

    public bool TryRead(
        string name,
        ReadOnlyMemory<byte> bytes,
        [NotNullWhen(true)] out SourceText? text,
        [NotNullWhen(false)] out ReadError? error) => TryRead(name, bytes, mayRecognize: true, out text, out error);

    public bool TryReadWithinBudget(
        string name,
        ReadOnlyMemory<byte> bytes,
        [NotNullWhen(true)] out SourceText? text,
        [NotNullWhen(false)] out ReadError? error) => TryRead(name, bytes, mayRecognize: false, out text, out error);

    /// <summary>Where the header of a PDF begins; less than 0 where there is none.</summary>
    internal static int HeaderOf(ReadOnlyMemory<byte> bytes) => bytes.Span[..Math.Min(MaxBefore, bytes.Length)].IndexOf("%PDF-"u8);

    private bool TryRead(
        string name,
        ReadOnlyMemory<byte> bytes,
        bool mayRecognize,
        [NotNullWhen(true)] out SourceText? text,
        [NotNullWhen(false)] out ReadError? error)
    {
        text = null;
        var header = HeaderOf(bytes);
        if (header < 0)
        {
            error = new ReadError("broken-pdf", "Tệp không phải là PDF.", "The file is no PDF.", 0);
            return false;
        }

        bytes = bytes[header..];
        if (!TryLayer(bytes, out var pages, out error))
        {
            return false;
        }

        var doubts = PageDoubts.Of(pages, () => Coverage(bytes, pages));
        if (doubts.Exists(doubt => doubt.IsCertain) || (_scan.IsAvailable && doubts.Exists(doubt => doubt.Why != PageDoubt.None)))
        {
            if (!_scan.IsAvailable)
            {
                error = PdfScan.Missing;
                return false;
            }

            if (!mayRecognize)
            {
                error = new ReadError(IDeferrableReader.Deferred, "PDF có trang quét, cần nhận dạng.", "The PDF has scanned pages that have to be recognized.");
                return false;
            }

            if (!TryRecognize(bytes, pages, doubts, out error))
            {
                return false;
            }
        }

        if (pages.Count > 0 && pages.TrueForAll(PageDoubts.IsGarbage))
        {
            error = new ReadError(
                "garbled",
                "Lớp chữ của PDF không đọc được thành tiếng Việt (thiếu bảng mã của phông) và nhận dạng cũng không cho kết quả; hãy xuất lại PDF hoặc quét lại bản giấy.",
                "The text layer of the PDF makes no words (its fonts have no map to Unicode) and recognition found none either; export the PDF again or scan the paper.");
            return false;
        }

        if (!pages.Exists(page => page.Lines.Any()))
        {
            error = pages.Exists(page => page.IsRecognized)
                ? new ReadError(
                    "blank-scan",
                    $"PDF quét có {pages.Count} trang, nhận dạng không thấy chữ nào: trang trắng, hoặc ảnh quá mờ. Hãy quét lại bản giấy.",
                    $"The PDF has {pages.Count} scanned pages and recognition found no words: they are blank or too faint. Scan the paper again.")
                : new ReadError("blank", "Không có chữ nào trong PDF.", "There is no text in the PDF.");
            return false;
        }

        try
        {
            var notes = PdfNotes.Of(bytes);
            text = PdfText.Build(name, pages, pages.Exists(page => page.IsRecognized) ? PdfScan.Encoding : "pdf", options.MaxTextLength) with
            {
                Beside = [.. notes.Shown, .. PageDiagonals.Of(pages)],
                Remarks = notes.Remarks,
            };
            return true;
        }
        catch (ReadRefusedException refused)
        {
            error = refused.Error;
            return false;
        }
    }

    private bool TryLayer(ReadOnlyMemory<byte> bytes, out List<PdfPage> pages, [NotNullWhen(false)] out ReadError? error)
    {
        pages = [];
        if (_text.Value is not { } program)
        {
            error = new ReadError(
                "needs-pdftotext",
                "Chưa cài pdftotext nên không đọc được PDF; hãy cài gói poppler-utils rồi chạy lại.",
                "pdftotext is not installed; install the package poppler-utils and run again.");
            return false;
        }

        var result = ChildProcess.Run(program, ["-q", "-enc", "UTF-8", "-bbox-layout", "-", "-"], bytes, new ChildLimits(options.FileTimeout, ChildMemory, MaxLayer));
        error = Judge(result);
        if (error is not null)
        {
            return false;
        }

        pages = PdfTextLayer.Read(result.Output);
        return true;
    }

    private double[] Coverage(ReadOnlyMemory<byte> bytes, IReadOnlyList<PdfPage> pages)
    {
        if (_images.Value is not { } program)
        {
            return new double[pages.Count];
        }

        var result = ChildProcess.Run(program, ["-list", "-"], bytes, new ChildLimits(options.FileTimeout, ChildMemory, 16L << 20));
        return PdfImages.Coverage(result.Output, pages);
    }

    /// <summary>Puts recognized pages in the place of doubtful ones; where both can be read, the better reading stays.</summary>
    private bool TryRecognize(
        ReadOnlyMemory<byte> bytes, List<PdfPage> pages, IReadOnlyList<PageDoubts> doubts, [NotNullWhen(false)] out ReadError? error)
    {
        if (!_scan.TryCount(doubts.Count(doubt => doubt.Why != PageDoubt.None), out error))
        {
            return false;
        }

        for (var i = 0; i < pages.Count; i++)
        {
            if (doubts[i].Why == PageDoubt.None)
            {
                continue;
            }

            if (_scan.Recognize(bytes, pages[i].Number) is not { } recognized)
            {
                error = new ReadError(
                    "ocr-failed", $"Không nhận dạng được trang {i + 1}.", $"Page {i + 1} could not be recognized.");
                return false;
            }

            if (PageDoubts.IsBetter(recognized, pages[i], doubts[i].Why))
            {
                pages[i] = recognized;
            }
        }

        error = null;
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
}
