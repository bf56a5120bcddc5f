using System.CommandLine;
using Search.Documents;
using Search.Ingestion;
using Search.Text;

namespace Search.Cli.Commands;

/// <summary><c>search text FILE</c>: what the text library says of one file.</summary>
internal static class TextCommand
{
    private static readonly Argument<string> File = new("FILE") { Description = "Tệp cần xem. | The file to inspect." };

    public static Command Create() =>
        new Command("text", "Giải mã, chuẩn hóa và tìm lỗi quét trong một tệp. | Decode, normalize and find scan errors in a file.") { File }
            .WithExamples("search text van-ban.txt --json", "search text ban-quet-tcvn3.txt", "search text bao-cao.pdf")
            .Does(Run);

    private static int Run(CommandRun run)
    {
        var inspection = Inspect(run.Value(File)!);

        if (!run.Json)
        {
            run.Output.Line(inspection.Normalized);
            run.Output.Note(
                $"Mã hóa {inspection.Encoding}; {inspection.Repairs.Count} chỗ có thể quét sai; {inspection.Masked.Count} dữ liệu cá nhân.",
                $"Encoding {inspection.Encoding}; {inspection.Repairs.Count} possible scan errors; {inspection.Masked.Count} pieces of personal data.");
            return ExitCodes.Done;
        }

        run.Output.Json(new
        {
            inspection.Encoding,
            inspection.Source,
            normalised = inspection.Normalized,
            Repairs = inspection.Repairs.Select(r => new { r.Span.Start, r.Span.End, r.Text, r.Reading, r.Reason, r.Confidence }),
            Masked = inspection.Masked.Select(m => new { m.Span.Start, m.Span.End, m.Kind }),
        });
        return ExitCodes.Done;
    }

    /// <summary>A file that is text, of whatever name, as it is decoded; another one as its reader gives it.</summary>
    private static TextInspection Inspect(string path)
    {
        var bytes = Files.Read(path);
        if (!IsOtherFormat(path))
        {
            return TextInspection.TryInspect(bytes, out var inspection, out var error)
                ? inspection
                : throw CommandException.Failed(error.Message, error.MessageEn);
        }

        return FileReading.TryRead(path, bytes, options: null, out var source, out var refusal)
            ? TextInspection.Of(source.Text, source.Encoding)
            : throw CommandException.Failed(refusal.Message, refusal.MessageEn);
    }

    private static bool IsOtherFormat(string path) => FileReading.IsRead(path) && DocumentReaders.For(path) is null;
}
