using Search.Ingestion.Projection;
using Search.Store;

namespace Search.Ingestion;

/// <summary>What opening a data folder found and did.</summary>
/// <param name="Caught">Documents that the index was behind by and that were written to it.</param>
/// <param name="Rebuilt">Whether the whole index was written again.</param>
/// <param name="Message">What was found, in Vietnamese; null when nothing is to be told.</param>
/// <param name="MessageEnglish">The same in English.</param>
public sealed record OpenReport(int Caught, bool Rebuilt, string? Message, string? MessageEnglish)
{
    /// <summary>How the index stands to the store, where it is only read; null where it was brought up to it.</summary>
    public IndexState? Index { get; init; }

    /// <summary>Tells first what opening the store found, when it was of an earlier version.</summary>
    internal OpenReport After(FormatChange? change) => change is null
        ? this
        : this with
        {
            Message = Join(
                $"Kho do phiên bản trước ghi (định dạng {change.From}); đã nâng lên định dạng {change.To}, không mất dữ liệu.",
                Message),
            MessageEnglish = Join(
                $"The store was written by an earlier version (format {change.From}); it was brought to format {change.To} without loss.",
                MessageEnglish),
        };

    private static string Join(string first, string? second) => second is null ? first : $"{first} {second}";
}
