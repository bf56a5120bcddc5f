using System.Globalization;

namespace Search.Ingestion.Reading;

/// <summary>
/// Pages of a PDF as pictures, and where the words stand on them: drawn by <c>pdftoppm</c>, in a child process with a deadline and a
/// memory limit, to a fixed size in pixels. Nothing is kept here.
/// </summary>
public sealed class PageImages
{
    /// <summary>Long side of a picture in pixels: an A4 page that can be read on a screen.</summary>
    private const int LongSide = 1800;
    private const long ChildMemory = 1L << 30;
    private const long MaxImage = 16L << 20;
    private const long MaxLayer = 16L << 20;

    private readonly KnowledgeOptions _options;
    private readonly Lazy<string?> _draw;
    private readonly Lazy<string?> _text;
    private readonly PdfScan _scan;

    internal PageImages(KnowledgeOptions options)
    {
        _options = options;
        _draw = new(() => ChildProcess.Find("pdftoppm", options.ProgramPath));
        _text = new(() => ChildProcess.Find("pdftotext", options.ProgramPath));
        _scan = new PdfScan(options);
    }

    /// <summary>Whether the program that draws is installed (Debian's package poppler-utils).</summary>
    public bool IsAvailable => _draw.Value is not null;

    /// <summary>Draws a page.</summary>
    /// <param name="pdf">Content of the file.</param>
    /// <param name="page">Number of the page, from 1.</param>
    /// <returns>A JPEG; null where the page could not be drawn.</returns>
    public byte[]? Draw(ReadOnlyMemory<byte> pdf, int page)
    {
        if (_draw.Value is not { } program || FromHeader(pdf) is not { } bytes)
        {
            return null;
        }

        var number = page.ToString(CultureInfo.InvariantCulture);
        var image = ChildProcess.Run(
            program,
            ["-q", "-jpeg", "-jpegopt", "quality=80", "-scale-to", LongSide.ToString(CultureInfo.InvariantCulture), "-f", number, "-l", number, "-"],
            bytes,
            new ChildLimits(_options.OcrPageTimeout, ChildMemory, MaxImage));
        return image.IsDone && image.Output.Length > 0 ? image.Output : null;
    }

    /// <summary>The words of a page with their places.</summary>
    /// <param name="pdf">Content of the file.</param>
    /// <param name="page">Number of the page, from 1.</param>
    /// <param name="recognize">Whether the picture is recognized instead of the text layer being read, which takes seconds.</param>
    /// <returns>None where there are none, or the program is lacking.</returns>
    public IReadOnlyList<PageWord> Words(ReadOnlyMemory<byte> pdf, int page, bool recognize)
    {
        if (FromHeader(pdf) is not { } bytes)
        {
            return [];
        }

        var found = recognize ? _scan.Recognize(bytes, page) : Layer(bytes, page);
        return found is not { Width: > 0, Height: > 0 }
            ? []
            : [.. found.Lines.SelectMany(line => line.Words).Select(word => new PageWord(
                word.Text, word.Left / found.Width, word.Top / found.Height, word.Right / found.Width, word.Bottom / found.Height))];
    }

    private PdfPage? Layer(ReadOnlyMemory<byte> bytes, int page)
    {
        if (_text.Value is not { } program)
        {
            return null;
        }

        var number = page.ToString(CultureInfo.InvariantCulture);
        var result = ChildProcess.Run(
            program, ["-q", "-enc", "UTF-8", "-bbox-layout", "-f", number, "-l", number, "-", "-"], bytes, new ChildLimits(_options.FileTimeout, ChildMemory, MaxLayer));
        return result.IsDone && PdfTextLayer.Read(result.Output) is [var only, ..] ? only : null;
    }

    private static ReadOnlyMemory<byte>? FromHeader(ReadOnlyMemory<byte> pdf) =>
        PdfReader.HeaderOf(pdf) is >= 0 and var header ? pdf[header..] : null;
}
