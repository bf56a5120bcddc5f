using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
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

    private readonly Lazy<(string Draw, string Count, string Recognize)?> _programs = new(() => FindPrograms(options.ProgramPath));

    /// <summary>Whether everything that is needed is installed, Vietnamese included.</summary>
    public bool IsAvailable => _programs.Value is not null;

    public static ReadError Missing { get; } = new(
        "needs-ocr",
        "PDF là bản quét, không có lớp chữ: cần nhận dạng ký tự (OCR). Hãy cài các gói tesseract-ocr, tesseract-ocr-vie và poppler-utils rồi chạy lại.",
        "The PDF is a scan without a text layer and needs OCR: install the packages tesseract-ocr, tesseract-ocr-vie and poppler-utils, and run again.");

    /// <summary>Recognizes all pages.</summary>
    /// <param name="pdf">Content of the file.</param>
    /// <param name="text">The text, a form feed after each page.</param>
    /// <param name="error">Why it could not be.</param>
    public bool TryRead(ReadOnlyMemory<byte> pdf, out string text, [NotNullWhen(false)] out ReadError? error)
    {
        text = "";
        if (_programs.Value is not { } programs)
        {
            error = Missing;
            return false;
        }

        var pages = Pages(programs.Count, pdf);
        if (pages is < 1 or > MaxPages)
        {
            error = new ReadError(
                "too-large", $"PDF quét có {pages} trang; nhận dạng nhiều nhất {MaxPages} trang.", $"The scan has {pages} pages; at most {MaxPages} are recognised.");
            return false;
        }

        var all = new StringBuilder();
        for (var page = 1; page <= pages; page++)
        {
            if (Page(programs, pdf, page) is not { } words)
            {
                error = new ReadError(
                    "ocr-failed", $"Không nhận dạng được trang {page}.", $"Page {page} could not be recognised.");
                return false;
            }

            all.Append(words).Append('\f');
            if (all.Length > options.MaxTextLength)
            {
                break;
            }
        }

        text = all.ToString();
        error = null;
        return true;
    }

    private int Pages(string program, ReadOnlyMemory<byte> pdf)
    {
        var result = ChildProcess.Run(program, ["-"], pdf, Limits(64 << 10));
        var line = System.Text.Encoding.UTF8.GetString(result.Output).Split('\n')
            .FirstOrDefault(line => line.StartsWith("Pages:", StringComparison.Ordinal));
        return line is not null && int.TryParse(line.AsSpan(6).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var pages) ? pages : 0;
    }

    private string? Page((string Draw, string Count, string Recognize) programs, ReadOnlyMemory<byte> pdf, int page)
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        var size = LongSide.ToString(CultureInfo.InvariantCulture);
        var image = ChildProcess.Run(
            programs.Draw, ["-q", "-gray", "-scale-to", size, "-f", number, "-l", number, "-"], pdf, Limits(MaxImage));
        if (!image.IsDone || image.Output.Length == 0)
        {
            return null;
        }

        var words = ChildProcess.Run(
            programs.Recognize, ["stdin", "stdout", "-l", "vie"], image.Output, Limits(options.MaxTextLength));
        // The program ends each page with a form feed of its own.
        return words.IsDone ? System.Text.Encoding.UTF8.GetString(words.Output).Replace("\f", "", StringComparison.Ordinal) : null;
    }

    private ChildLimits Limits(long output) => new(options.OcrPageTimeout, ChildMemory, output);

    private static (string Draw, string Count, string Recognize)? FindPrograms(string? folders)
    {
        if (ChildProcess.Find("pdftoppm", folders) is not { } draw || ChildProcess.Find("pdfinfo", folders) is not { } count
            || ChildProcess.Find("tesseract", folders) is not { } recognise)
        {
            return null;
        }

        var languages = ChildProcess.Run(recognise, ["--list-langs"], default, new ChildLimits(TimeSpan.FromSeconds(10), ChildMemory, 64 << 10));
        return System.Text.Encoding.UTF8.GetString(languages.Output).Split('\n').Any(line => line.Trim() is "vie")
            ? (draw, count, recognise)
            : null;
    }
}
