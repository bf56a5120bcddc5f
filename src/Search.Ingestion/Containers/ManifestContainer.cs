using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using Search.Text;

namespace Search.Ingestion.Containers;

/// <summary>
/// Lists with metadata, one document a row: CSV with a header line, or JSONL. The column <c>text</c> holds the text, or
/// <c>file</c> names a text file beside the list; every other column becomes front matter (<c>number</c>, <c>type</c>,
/// <c>issuer</c>, <c>date</c>, <c>title</c> …). A row is read as Markdown with that front matter.
/// </summary>
internal sealed class ManifestContainer : IContainerReader
{
    private const int MaxRows = 1_000_000;

    public IReadOnlyCollection<string> Extensions { get; } = [".csv", ".jsonl"];

    public IEnumerable<ContainerEntry> Open(ReadOnlyMemory<byte> bytes, string folder, CancellationToken ct)
    {
        if (!TextDecoder.TryDecode(bytes.Span, out var decoded, out var error))
        {
            throw new FileRefusedException("encoding", error.Message, error.MessageEn);
        }

        var isJson = decoded.Text.AsSpan().TrimStart() is ['{', ..];
        var number = 0;
        foreach (var row in isJson ? JsonRows(decoded.Text) : CsvRows(decoded.Text))
        {
            ct.ThrowIfCancellationRequested();
            if (++number > MaxRows)
            {
                yield break;
            }

            var name = string.Create(CultureInfo.InvariantCulture, $"{number:D6}.md");
            yield return row is null ? Broken(name) : Entry(name, row, folder);
        }
    }

    private static ContainerEntry Broken(string name) => new(name, [], new FileRefusedException(
        "broken-row", "Dòng này của bảng kê không đọc được.", "This row of the list cannot be read."));

    private static ContainerEntry Entry(string name, Dictionary<string, string> row, string folder)
    {
        row.Remove("text", out var text);
        if (row.Remove("file", out var file) && string.IsNullOrWhiteSpace(text))
        {
            var full = Path.GetFullPath(Path.Combine(folder, file));
            if (!Discovery.SourcePaths.IsInside(full, folder) || new FileInfo(full) is not { Exists: true, LinkTarget: null })
            {
                return new ContainerEntry(name, [], new FileRefusedException(
                    "missing", "Bảng kê nêu một tệp không có bên cạnh nó.", "The list names a file that does not lie beside it."));
            }

            text = TextDecoder.TryDecode(System.IO.File.ReadAllBytes(full), out var decoded, out _) ? decoded.Text : null;
        }

        return string.IsNullOrWhiteSpace(text)
            ? new ContainerEntry(name, [], Steps.Refusals.Blank())
            : new ContainerEntry(name, Encoding.UTF8.GetBytes(FrontMatter(row) + text));
    }

    /// <summary>JSON strings are YAML strings, so every value is written as one.</summary>
    private static string FrontMatter(Dictionary<string, string> row)
    {
        var head = new StringBuilder();
        foreach (var (key, value) in row.Where(cell => cell.Value.Length > 0 && cell.Key.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-')))
        {
            head.Append(key).Append(": ").Append(JsonSerializer.Serialize(value)).Append('\n');
        }

        return head.Length == 0 ? "" : $"---\n{head}---\n\n";
    }

    private static IEnumerable<Dictionary<string, string>?> JsonRows(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            yield return JsonRow(line);
        }
    }

    private static Dictionary<string, string>? JsonRow(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.EnumerateObject()
                .Where(property => property.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
                .GroupBy(property => property.Name, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.Last().Value.ToString(), StringComparer.Ordinal);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static IEnumerable<Dictionary<string, string>?> CsvRows(string text)
    {
        using var csv = CsvReader.FromText(text, new CsvReaderOptions { Separator = Separator(text), HasHeader = true });
        while (true)
        {
            Dictionary<string, string>? row = null;
            try
            {
                if (!csv.Read())
                {
                    yield break;
                }

                row = new Dictionary<string, string>(StringComparer.Ordinal);
                for (var i = 0; i < Math.Min(csv.FieldCount, csv.Headers.Count); i++)
                {
                    row[csv.Headers[i].Trim()] = csv.GetString(i);
                }
            }
            catch (CsvFormatException)
            {
                row = null;
            }

            yield return row;
            if (row is null)
            {
                yield break; // After a broken quote nobody knows where the next row begins.
            }
        }
    }

    /// <summary>Vietnamese spreadsheets write semicolons, others commas or tabs: the header line tells.</summary>
    private static char Separator(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var header = end < 0 ? text : text[..end];
        return ";\t,".MaxBy(c => header.Count(other => other == c));
    }
}
