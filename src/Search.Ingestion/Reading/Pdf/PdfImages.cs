using System.Globalization;
using System.Text;

namespace Search.Ingestion.Reading;

/// <summary>How much of each page its largest image covers, from what <c>pdfimages -list</c> prints.</summary>
internal static class PdfImages
{
    /// <summary>Points an inch.</summary>
    private const double Points = 72;

    /// <param name="table">What the program printed.</param>
    /// <param name="pages">The pages with their sizes in points.</param>
    /// <returns>The share of each page, from 0 to 1, in their order.</returns>
    public static double[] Coverage(byte[] table, IReadOnlyList<PdfPage> pages)
    {
        var shares = new double[pages.Count];
        foreach (var line in Encoding.UTF8.GetString(table).Split('\n').Skip(2))
        {
            // page num type width height color comp bpc enc interp object ID x-ppi y-ppi size ratio
            var cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (cells.Length < 14 || Number(cells[0]) is not (>= 1 and var page) || page > pages.Count || cells[2] is "smask")
            {
                continue;
            }

            double x = Number(cells[12]), y = Number(cells[13]);
            var size = pages[(int)page - 1].Width * pages[(int)page - 1].Height;
            if (x > 0 && y > 0 && size > 0)
            {
                // Scanners cut pages into stripes: together they cover the page.
                shares[(int)page - 1] += Number(cells[3]) / x * Points * (Number(cells[4]) / y * Points) / size;
            }
        }

        return shares;
    }

    private static double Number(string cell) => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
