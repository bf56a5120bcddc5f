using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Search.Application;

namespace Search.Api.Exports;

/// <summary>
/// Writes rows to a stream as CSV (RFC 4180) or JSON lines, one at a time, so that an export needs no memory.
/// </summary>
internal static class RowWriter
{
    public const string Csv = "csv";

    public const string JsonLines = "jsonl";

    public static string MediaType(string format) => format is Csv ? "text/csv; charset=utf-8" : "application/jsonl; charset=utf-8";

    public static async Task WriteAsync<T>(Stream stream, string format, IEnumerable<T> rows, CancellationToken stop)
    {
        // Spreadsheets read a CSV as UTF-8 only when it begins with the mark.
        var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: format is Csv), bufferSize: 16 << 10, leaveOpen: true);
        await using (writer)
        {
            var columns = typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance);
            if (format is Csv)
            {
                await writer.WriteAsync(string.Join(',', columns.Select(c => JsonNamingPolicy.CamelCase.ConvertName(c.Name))) + "\r\n");
            }

            foreach (var row in rows)
            {
                stop.ThrowIfCancellationRequested();
                await writer.WriteAsync(format is Csv
                    ? string.Join(',', columns.Select(column => Field(column.GetValue(row)))) + "\r\n"
                    : JsonSerializer.Serialize(row, WireJson.Compact) + "\n");
            }
        }
    }

    private static string Field(object? value)
    {
        var text = value switch
        {
            null => "",
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            bool flag => flag ? "true" : "false",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
        // A spreadsheet would run such a field as a formula.
        if (value is string && text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..])
        {
            text = "'" + text;
        }

        return text.AsSpan().ContainsAny(",\"\r\n") ? "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : text;
    }
}
