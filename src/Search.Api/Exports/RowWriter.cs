using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;

namespace Search.Api.Exports;

/// <summary>Writes rows to a stream as CSV or JSON lines, one at a time, so that an export needs no memory.</summary>
internal static class RowWriter
{
    public const string Csv = "csv";

    public const string JsonLines = "jsonl";

    public static string MediaType(string format) => format == Csv ? "text/csv; charset=utf-8" : "application/jsonl; charset=utf-8";

    public static async Task WriteAsync<T>(Stream stream, string format, IEnumerable<T> rows, CancellationToken stop)
    {
        var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: format == Csv), bufferSize: 16 << 10, leaveOpen: true)
        {
            NewLine = "\n",
        };
        await using (writer)
        {
            if (format == Csv) await WriteCsvAsync(writer, rows, stop);
            else await WriteLinesAsync(writer, rows, stop);
        }
    }

    private static async Task WriteLinesAsync<T>(TextWriter writer, IEnumerable<T> rows, CancellationToken stop)
    {
        foreach (var row in rows)
        {
            stop.ThrowIfCancellationRequested();
            await writer.WriteLineAsync(JsonSerializer.Serialize(row, WireJson.Compact).AsMemory(), stop);
        }
    }

    private static async Task WriteCsvAsync<T>(TextWriter writer, IEnumerable<T> rows, CancellationToken stop)
    {
        // A field that a spreadsheet would run as a formula is escaped.
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            InjectionOptions = InjectionOptions.Escape,
            NewLine = "\r\n",
        };
        await using var csv = new CsvWriter(writer, configuration, leaveOpen: true);
        csv.Context.TypeConverterOptionsCache.GetOptions<DateOnly>().Formats = ["yyyy-MM-dd"];
        csv.Context.TypeConverterOptionsCache.GetOptions<DateOnly?>().Formats = ["yyyy-MM-dd"];
        csv.WriteHeader<T>();
        await csv.NextRecordAsync();
        foreach (var row in rows)
        {
            stop.ThrowIfCancellationRequested();
            csv.WriteRecord(row);
            await csv.NextRecordAsync();
        }
    }
}
