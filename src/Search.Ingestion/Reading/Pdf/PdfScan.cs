using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Search.Documents;

namespace Search.Ingestion.Reading;

/// <summary>
/// Recognition of a scanned PDF with <c>pdftoppm</c> and <c>tesseract</c>, page by page, each page in child processes of
/// their own with a deadline and a memory limit. Pages are drawn to a fixed size in pixels, so that a page box of many
/// metres costs no more than a sheet of paper.
/// </summary>
internal sealed class PdfScan(KnowledgeOptions options)
{
    /// <summary>Name of the encoding that a recognized text carries, so that everybody can see where it came from.</summary>
    public const string Encoding = "pdf-ocr";

    /// <summary>Long side of A4 at 300 dots an inch.</summary>
    private const int LongSide = 3508;
    private const int MaxPages = 500;
    private const long ChildMemory = 1L << 30;
    private const long MaxImage = 64L << 20;
    private const long MaxTable = 32L << 20;

    private readonly Lazy<(string Draw, string Recognize)?> _programs = new(() => FindPrograms(options.ProgramPath));

    /// <summary>Whether everything that is needed is installed, Vietnamese included.</summary>
    public bool IsAvailable => _programs.Value is not null;

    public static ReadError Missing { get; } = new(
        "needs-ocr",
        "PDF có trang quét, không có lớp chữ đọc được: cần nhận dạng ký tự (OCR). Hãy cài các gói tesseract-ocr, tesseract-ocr-vie và poppler-utils rồi chạy lại.",
        "The PDF has scanned pages without a readable text layer and needs OCR: install the packages tesseract-ocr, tesseract-ocr-vie and poppler-utils, and run again.");

    /// <summary>Whether so many pages may be recognized.</summary>
    public bool TryCount(int pages, [NotNullWhen(false)] out ReadError? error)
    {
        error = pages <= MaxPages ? null : new ReadError(
            "too-large", $"PDF quét có {pages} trang; nhận dạng nhiều nhất {MaxPages} trang.", $"The scan has {pages} pages; at most {MaxPages} are recognized.");
        return error is null;
    }

    /// <summary>Recognizes one page.</summary>
    /// <param name="pdf">Content of the file.</param>
    /// <param name="page">Number of the page, from 1.</param>
    /// <returns>The page; null where it could not be.</returns>
    public PdfPage? Recognize(ReadOnlyMemory<byte> pdf, int page)
    {
        if (_programs.Value is not { } programs)
        {
            return null;
        }

        var number = page.ToString(CultureInfo.InvariantCulture);
        var size = LongSide.ToString(CultureInfo.InvariantCulture);
        var image = ChildProcess.Run(
            programs.Draw, ["-q", "-gray", "-scale-to", size, "-f", number, "-l", number, "-"], pdf, Limits(MaxImage));
        if (!image.IsDone || image.Output.Length == 0)
        {
            return null;
        }

        // The search for the page's layout gives up on grainy scans and finds nothing; one column of lines is then looked for.
        var found = Words(programs.Recognize, image.Output, page, []);
        return found is null || found.Lines.Any() ? found : Words(programs.Recognize, image.Output, page, ["--psm", "4"]);
    }

    private PdfPage? Words(string program, byte[] image, int page, string[] layout)
    {
        var words = ChildProcess.Run(program, ["stdin", "stdout", "-l", "vie", .. layout, "tsv"], image, Limits(MaxTable));
        return words.IsDone ? PdfRecognizedPage.Read(page, words.Output) : null;
    }

    private ChildLimits Limits(long output) => new(options.OcrPageTimeout, ChildMemory, output);

    private static (string Draw, string Recognize)? FindPrograms(string? folders)
    {
        if (ChildProcess.Find("pdftoppm", folders) is not { } draw || ChildProcess.Find("tesseract", folders) is not { } recognise)
        {
            return null;
        }

        var languages = ChildProcess.Run(recognise, ["--list-langs"], default, new ChildLimits(TimeSpan.FromSeconds(10), ChildMemory, 64 << 10));
        return System.Text.Encoding.UTF8.GetString(languages.Output).Split('\n').Any(line => line.Trim() is "vie")
            ? (draw, recognise)
            : null;
    }
}
