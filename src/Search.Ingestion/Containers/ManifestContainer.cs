using System.Text.Json;
using CsvHelper;
using Search.Text;

namespace Search.Ingestion.Containers;

/// <summary>
/// Lists with metadata, one document a row: CSV with a header line, JSONL, or a JSON array. The column <c>text</c> holds the
/// text, or <c>file</c> names a text file beside the list; every other column becomes front matter (<c>number</c>,
/// <c>type</c>, <c>issuer</c>, <c>date</c>, <c>title</c> …), Vietnamese headings included (<see cref="ListHeadings"/>). A row
/// is read as Markdown with that front matter.
/// </summary>
internal sealed class ManifestContainer : IContainerReader
{
    private const int MaxRows = 1_000_000;

    public IReadOnlyCollection<string> Extensions { get; } = [".csv", ".tsv", ".jsonl", ".ndjson"];

    public IEnumerable<ContainerEntry> Open(ReadOnlyMemory<byte> bytes, string folder, CancellationToken ct)
    {
        if (!TextDecoder.TryDecode(bytes.Span, out var decoded, out var error))
        {
            throw new FileRefusedException("encoding", error.Message, error.MessageEn);
        }

        var number = 0;
        foreach (var row in Rows(decoded.Text))
        {
            ct.ThrowIfCancellationRequested();
            if (++number > MaxRows)
            {
                yield break;
            }

            yield return ListRow.Entry(number, row, folder);
        }

        if (number == 0)
        {
            throw new FileRefusedException("blank", "Bảng kê không có dòng nào.", "The list has no rows.");
        }
    }

    private static IEnumerable<Dictionary<string, string>?> Rows(string text) => text.AsSpan().TrimStart() switch
    {
        ['{', ..] => JsonLines(text),
        ['[', ..] => JsonArray(text),
        _ => CsvRows(text),
    };

    private static IEnumerable<Dictionary<string, string>?> JsonLines(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return JsonRow(line);
            }
        }
    }

    private static Dictionary<string, string>? JsonRow(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return JsonRow(json.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<Dictionary<string, string>?> JsonArray(string text)
    {
        JsonDocument json;
        try
        {
            json = JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true });
        }
        catch (JsonException broken)
        {
            throw new FileRefusedException(
                "broken-list",
                $"Mảng JSON không đúng cú pháp (dòng {broken.LineNumber + 1}).",
                $"The JSON array is malformed (line {broken.LineNumber + 1}).");
        }

        using (json)
        {
            foreach (var element in json.RootElement.EnumerateArray())
            {
                yield return JsonRow(element);
            }
        }
    }

    private static Dictionary<string, string>? JsonRow(JsonElement element) => element.ValueKind != JsonValueKind.Object
        ? null
        : element.EnumerateObject()
            .Where(property => property.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
            .GroupBy(property => property.Name, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Last().Value.ToString(), StringComparer.Ordinal);

    private static IEnumerable<Dictionary<string, string>?> CsvRows(string text)
    {
        using var csv = CsvReader.FromText(text, new CsvReaderOptions { Separator = Separator(text), HasHeader = true });
        var isList = false;
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

            if (!isList && row is not null && !ListHeadings.IsList(csv.Headers))
            {
                throw ListRow.NoText();
            }

            isList = true;
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
