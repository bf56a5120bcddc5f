using System.Globalization;
using System.Text;

namespace Search.Ingestion.Reading;

/// <summary>Reads the table that tesseract writes of a page (<c>tsv</c>): words with boxes and how sure it is of them.</summary>
internal static class PdfRecognizedPage
{
    private const int PageLevel = 1;
    private const int WordLevel = 5;

    public static PdfPage Read(int number, byte[] table)
    {
        double width = 0, height = 0;
        var lines = new List<PdfLine>();
        var words = new List<PdfWord>();
        var lineKey = "";
        using var reader = new StreamReader(new MemoryStream(table, writable: false), Encoding.UTF8);
        while (reader.ReadLine() is { } row)
        {
            var cells = row.Split('\t');
            if (cells.Length < 12 || !int.TryParse(cells[0], NumberStyles.None, CultureInfo.InvariantCulture, out var level))
            {
                continue;
            }

            double left = Number(cells[6]), top = Number(cells[7]), right = left + Number(cells[8]), bottom = top + Number(cells[9]);
            if (level == PageLevel)
            {
                (width, height) = (right, bottom);
            }
            else if (level == WordLevel && !string.IsNullOrWhiteSpace(cells[11]))
            {
                var key = $"{cells[2]}/{cells[3]}/{cells[4]}";
                if (!string.Equals(key, lineKey, StringComparison.Ordinal))
                {
                    Close();
                    lineKey = key;
                }

                words.Add(new PdfWord(cells[11].Trim(), left, top, right, bottom, Math.Clamp(Number(cells[10]) / 100, 0, 1)));
            }
        }

        Close();
        return new PdfPage(number, width, height, PageColumns.Blocks(lines, width)) { IsRecognized = true };

        void Close()
        {
            if (words.Count > 0)
            {
                lines.Add(new PdfLine([.. words]));
                words.Clear();
            }
        }
    }

    private static double Number(string cell) => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
