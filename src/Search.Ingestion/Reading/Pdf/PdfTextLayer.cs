using System.Globalization;
using System.Net;
using System.Text;

namespace Search.Ingestion.Reading;

/// <summary>Reads what <c>pdftotext -bbox-layout</c> writes: pages, blocks, lines and words with their boxes, an element a
/// line. It joins no hyphens, unlike the plain output.</summary>
internal static class PdfTextLayer
{
    public static List<PdfPage> Read(byte[] output)
    {
        var pages = new List<PdfPage>();
        var blocks = new List<IReadOnlyList<PdfLine>>();
        var lines = new List<PdfLine>();
        var words = new List<PdfWord>();
        double width = 0, height = 0;
        using var reader = new StreamReader(new MemoryStream(output, writable: false), Encoding.UTF8);
        while (reader.ReadLine() is { } raw)
        {
            var line = raw.AsSpan().TrimStart();
            if (line.StartsWith("<word "))
            {
                if (Word(line) is { } word)
                {
                    words.Add(word);
                }
            }
            else if (line.StartsWith("</line>") && words.Count > 0)
            {
                lines.Add(new PdfLine([.. words]));
                words.Clear();
            }
            else if (line.StartsWith("</block>") && lines.Count > 0)
            {
                blocks.Add([.. lines]);
                lines.Clear();
            }
            else if (line.StartsWith("<page "))
            {
                (width, height) = (Number(line, "width=\""), Number(line, "height=\""));
            }
            else if (line.StartsWith("</page>"))
            {
                pages.Add(new PdfPage(pages.Count + 1, width, height, FilledIn.Join([.. blocks])));
                blocks.Clear();
            }
        }

        return pages;
    }

    private static PdfWord? Word(ReadOnlySpan<char> line)
    {
        var start = line.IndexOf('>');
        var end = line.LastIndexOf("</word>");
        if (start < 0 || end <= start + 1)
        {
            return null;
        }

        var text = WebUtility.HtmlDecode(line[(start + 1)..end].ToString());
        return string.IsNullOrWhiteSpace(text) ? null : new PdfWord(
            text, Number(line, "xMin=\""), Number(line, "yMin=\""), Number(line, "xMax=\""), Number(line, "yMax=\""));
    }

    private static double Number(ReadOnlySpan<char> line, string name)
    {
        var at = line.IndexOf(name, StringComparison.Ordinal);
        if (at < 0)
        {
            return 0;
        }

        var value = line[(at + name.Length)..];
        var end = value.IndexOf('"');
        return end > 0 && double.TryParse(value[..end], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }
}
