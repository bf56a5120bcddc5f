using System.Text.RegularExpressions;
using Search.Text;

namespace Search.Ingestion.Reading;

/// <summary>Decides page by page whether the text layer of a PDF can be trusted.</summary>
/// <param name="Why">What is wrong with the page.</param>
internal sealed partial record PageDoubts(PageDoubt Why)
{
    /// <summary>A page of a paper has more letters than this, but for its last.</summary>
    private const int FewLetters = 100;

    /// <summary>An image over so much of a page is the page.</summary>
    private const double MostOfPage = 0.5;

    /// <summary>Whether the layer is of no use at all.</summary>
    public bool IsCertain => Why is PageDoubt.Scan or PageDoubt.Garbage;

    /// <param name="pages">The pages with their text layers.</param>
    /// <param name="coverage">Share of each page that images cover; asked for only where it matters.</param>
    public static List<PageDoubts> Of(IReadOnlyList<PdfPage> pages, Func<double[]> coverage)
    {
        var shares = new Lazy<double[]>(coverage);
        var isBlank = !pages.Any(page => page.Lines.Any());
        return [.. pages.Select((page, i) => new PageDoubts(isBlank ? PageDoubt.Scan : Doubt(page, () => shares.Value[i] >= MostOfPage)))];
    }

    /// <summary>Whether recognition gives a better reading of a page than its layer.</summary>
    public static bool IsBetter(PdfPage recognized, PdfPage layer, PageDoubt why)
    {
        var text = recognized.PlainText();
        return why == PageDoubt.Scan
            ? text.Any(char.IsLetter) || !layer.Lines.Any()
            : Quality(text).Rank > Quality(layer.PlainText()).Rank;
    }

    /// <summary>Whether what is read on a page are no words.</summary>
    public static bool IsGarbage(PdfPage page) => page.Lines.Any() && Quality(page.PlainText()).IsGarbage;

    private static PageDoubt Doubt(PdfPage page, Func<bool> isImage)
    {
        var letters = page.Lines.Where(line => !IsSignature(line)).Sum(line => line.Words.Sum(word => word.Text.Count(IsLetter)));
        if (letters < FewLetters)
        {
            return isImage() ? PageDoubt.Scan : letters > 0 && Quality(page.PlainText()).Strange > 0.1 ? PageDoubt.Garbage : PageDoubt.None;
        }

        var quality = Quality(page.PlainText());
        return quality.IsGarbage ? PageDoubt.Garbage : quality.IsUnmarked && isImage() ? PageDoubt.Unmarked : PageDoubt.None;
    }

    /// <summary>In old encodings letters look like symbols of Latin-1.</summary>
    private static bool IsLetter(char c) => char.IsLetter(c) || c is >= '\u00A1' and <= '\u00BF';

    /// <summary>Letters of old encodings are no garbage: they are restored later.</summary>
    private static TextQuality Quality(string text) =>
        TextQuality.Of(VietnameseNormalizer.NormalizeText(TextRestoration.Find(text)?.Apply(text) ?? text));

    private static bool IsSignature(PdfLine line) =>
        Signature().IsMatch(VietnameseFolding.Fold(string.Join(' ', line.Words.Select(word => word.Text))).ToLowerInvariant());

    // Ký bởi: …; Người ký: …; Email: …; Cơ quan: …; Thời gian ký: …; Digitally signed by …
    [GeneratedRegex(
        "(?:ky boi|nguoi ky|ngay ky|gio ky|thoi gian ky|ky ngay|co quan|email|e-mail|chuc danh|to chuc)\\s*:|digitally signed|signature (?:not )?(?:valid|verified)|^\\s*date:|^\\s*reason:|^\\s*location:|\\+07:00|'00'",
        RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Signature();
}
