namespace Search.Api.Contracts;

/// <summary>What became of one file of a job: the upload itself, or what lies in a container.</summary>
/// <param name="Path">Path of the file as the store names it.</param>
/// <param name="Outcome"><c>ingested</c>, <c>unchanged</c>, <c>quarantined</c>, <c>removed</c> or <c>failed</c>.</param>
/// <param name="Documents">Keys of its documents, in reading order.</param>
/// <param name="Step">The step that refused it; null when none did.</param>
/// <param name="Code">Stable name of the reason; null when all went well.</param>
/// <param name="Reason">The reason, in Vietnamese.</param>
/// <param name="ReasonEn">The reason, in English.</param>
public sealed record JobFileLine(
    string Path, string Outcome, IReadOnlyList<string> Documents, string? Step, string? Code, string? Reason, string? ReasonEn);
