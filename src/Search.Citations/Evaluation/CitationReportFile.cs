using System.Text.Json;

namespace Search.Citations.Evaluation;

/// <summary>Reads and writes evaluation results as JSON: ids, outcomes and figures, no text of any document.</summary>
public static class CitationReportFile
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };

    /// <summary>The report as indented JSON with a line break at its end.</summary>
    public static string Write(CitationReport report) => JsonSerializer.Serialize(report, Options) + "\n";

    /// <summary>Reads a report.</summary>
    /// <exception cref="JsonException">The text is no report.</exception>
    public static CitationReport Read(string json) =>
        JsonSerializer.Deserialize<CitationReport>(json, Options) ?? throw new JsonException("The report is null.");
}
