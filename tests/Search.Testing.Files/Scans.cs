using System.Globalization;
using System.IO.Compression;
using System.Text;
using Search.Ingestion.Reading;

namespace Search.Testing.Files;

/// <summary>PDFs that hold pictures of pages and no text, as scanners make them. The pictures are drawn from PDFs with
/// text by <c>pdftoppm</c>.</summary>
public static class Scans
{
    private static readonly ChildLimits Limits = new(TimeSpan.FromMinutes(2), 1L << 30, 64L << 20);

    /// <param name="pages">Lines of each page, in ASCII: the font that every reader has knows no more.</param>
    public static byte[] Of(params IReadOnlyList<string>[] pages)
    {
        var objects = new List<byte[]>
        {
            Ascii("<< /Type /Catalog /Pages 2 0 R >>"),
            Ascii($"<< /Type /Pages /Count {pages.Length} /Kids [{string.Join(' ', pages.Select((_, i) => $"{3 + (3 * i)} 0 R"))}] >>"),
        };
        foreach (var page in pages)
        {
            var (width, height, pixels) = Draw(page);
            objects.AddRange(ScannedPage(objects.Count + 1, width, height, pixels));
        }

        return File(objects);
    }

    private static IEnumerable<byte[]> ScannedPage(int at, string width, string height, byte[] pixels) =>
    [
        Ascii($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {at + 1} 0 R /Resources << /XObject << /P {at + 2} 0 R >> >> >>"),
        Stream("", Ascii("q 595 0 0 842 0 0 cm /P Do Q")),
        Stream(
            $"/Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode ",
            Packed(pixels)),
    ];

    private static (string Width, string Height, byte[] Pixels) Draw(IReadOnlyList<string> lines)
    {
        var content = new StringBuilder("BT /F1 14 Tf 60 760 Td\n");
        foreach (var line in lines)
        {
            content.Append('(').Append(line).Append(") Tj 0 -28 Td\n");
        }

        var pdf = File(
        [
            Ascii("<< /Type /Catalog /Pages 2 0 R >>"),
            Ascii("<< /Type /Pages /Count 1 /Kids [4 0 R] >>"),
            Ascii("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"),
            Ascii("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 3 0 R >> >> >>"),
            Stream("", Ascii(content.Append("ET").ToString())),
        ]);
        return Drawn(pdf);
    }

    private static (string Width, string Height, byte[] Pixels) Drawn(byte[] pdf)
    {
        var image = ChildProcess.Run(ChildProcess.Find("pdftoppm")!, ["-gray", "-r", "200", "-f", "1", "-l", "1", "-"], pdf, Limits).Output;
        // A PGM: "P5", width, height, depth, each followed by one white space, then the pixels.
        var at = 0;
        var head = new string[4];
        for (var i = 0; i < head.Length; i++)
        {
            var end = at;
            while (!char.IsWhiteSpace((char)image[end]))
            {
                end++;
            }

            head[i] = Encoding.ASCII.GetString(image, at, end - at);
            at = end + 1;
        }

        return (head[1], head[2], image[at..]);
    }

    private static byte[] Packed(byte[] pixels)
    {
        using var memory = new MemoryStream();
        using (var packing = new ZLibStream(memory, CompressionLevel.Fastest, leaveOpen: true))
        {
            packing.Write(pixels);
        }

        return memory.ToArray();
    }

    private static byte[] Stream(string entries, byte[] content) =>
        [.. Ascii(string.Create(CultureInfo.InvariantCulture, $"<< {entries}/Length {content.Length} >>\nstream\n")), .. content, .. Ascii("\nendstream")];

    private static byte[] File(IReadOnlyList<byte[]> objects)
    {
        using var file = new MemoryStream();
        file.Write(Ascii("%PDF-1.4\n"));
        var offsets = new List<long>();
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(file.Length);
            file.Write([.. Ascii(string.Create(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n")), .. objects[i], .. Ascii("\nendobj\n")]);
        }

        var table = file.Length;
        file.Write(Ascii(string.Create(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n")));
        foreach (var offset in offsets)
        {
            file.Write(Ascii(string.Create(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n")));
        }

        file.Write(Ascii(string.Create(CultureInfo.InvariantCulture, $"trailer << /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n")));
        return file.ToArray();
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);
}
