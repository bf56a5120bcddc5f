using System.Text.Json;
using CsvHelper;
using Search.Text;

namespace Search.Ingestion.Containers;

/// <summary>
/// Lists with metadata, one document a row: CSV with a header line, JSONL, or a JSON array, alone or as the only list of an
/// object. The column <c>text</c> holds the
/// text, or <c>file</c> names a text file beside the list; every other column becomes front matter (<c>number</c>,
/// <c>type</c>, <c>issuer</c>, <c>date</c>, <c>title</c> …), Vietnamese headings included (<see cref="ListHeadings"/>). A row
/// is read as Markdown with that front matter.
/// </summary>
internal sealed class ManifestContainer : IContainerReader
{
    private const int MaxRows = 1_000_000;

    public IReadOnlyCollection<string> Extensions { get; } = [".csv", ".tsv", ".jsonl", ".ndjson", ".json"];

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

    /// <summary>One object a line, or one object over many lines.</summary>
    private static IEnumerable<Dictionary<string, string>?> JsonLines(string text)
    {
        var lines = text.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line));
        return JsonRow(lines.First()) is null && TryParse(text) is { } whole ? JsonObject(whole) : lines.Select(JsonRow);
    }

    private static JsonDocument? TryParse(string text)
    {
        try
        {
            return JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true });
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>An object is a row itself, or holds the one list that the file is about.</summary>
    private static List<Dictionary<string, string>?> JsonObject(JsonDocument json)
    {
        using (json)
        {
            if (JsonRow(json.RootElement) is { } row && ListHeadings.IsList(row.Keys))
            {
                return [row];
            }

            var lists = json.RootElement.EnumerateObject().Select(property => property.Value)
                .Where(value => value.ValueKind == JsonValueKind.Array && value.EnumerateArray().Any(element => element.ValueKind == JsonValueKind.Object)).Take(2).ToList();
            return lists is [var only] ? JsonRows(only) : throw ListRow.NoText();
        }
    }

    /// <summary>The rows of an array; refused as a whole where none of them can hold a text.</summary>
    private static List<Dictionary<string, string>?> JsonRows(JsonElement array)
    {
        List<Dictionary<string, string>?> rows = [.. array.EnumerateArray().Take(MaxRows).Select(JsonRow)];
        return rows.Count == 0 || rows.Exists(row => row is not null && ListHeadings.IsList(row.Keys)) ? rows : throw ListRow.NoText();
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

    private static List<Dictionary<string, string>?> JsonArray(string text)
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
            return JsonRows(json.RootElement);
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
