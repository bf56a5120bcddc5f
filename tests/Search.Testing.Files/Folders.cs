using System.Globalization;
using Search.Documents.Catalogues;

namespace Search.Testing.Files;

/// <summary>Folders full of papers in all formats.</summary>
public static class Folders
{
    /// <summary>Writes a folder of about <paramref name="documents"/> papers; the same seed writes the same bytes.</summary>
    /// <returns>How many files were written.</returns>
    public static int Fill(string folder, int documents, int seed, bool withPdf = false)
    {
        var generator = new PaperGenerator(seed, Catalogue.Default);
        var files = 0;
        for (var made = 0; made < documents; files++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{files:D5}");
            var kind = files % 20;
            var (extension, bytes, count) = kind switch
            {
                < 8 => (".md", FileForms.Markdown(generator.Next()), 1),
                < 12 => (".txt", FileForms.Text(generator.Next()), 1),
                < 15 => (".html", FileForms.Html(generator.Next()), 1),
                < 18 => (".docx", FileForms.Docx(generator.Next()), 1),
                18 when withPdf && files % 40 == 18 => (".pdf", FileForms.Pdf([.. generator.Next().Lines]), 1),
                18 => (".jsonl", FileForms.JsonLines([generator.Next(), generator.Next()]), 2),
                _ => (".zip", FileForms.Zip([("a.txt", FileForms.Text(generator.Next())), ("b.html", FileForms.Html(generator.Next()))]), 2),
            };
            var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{files / 500:D3}"), name + extension);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, bytes);
            File.SetLastWriteTimeUtc(path, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(files));
            made += count;
        }

        return files;
    }
}
