namespace Search.Api.Contracts;

/// <summary>What became of an uploaded file.</summary>
/// <param name="Name">Its name in the upload folder.</param>
/// <param name="Outcome"><c>ingested</c>, <c>unchanged</c>, <c>quarantined</c> or <c>failed</c>.</param>
/// <param name="Documents">Keys of its documents.</param>
/// <param name="Code">Stable name of the reason, when it was refused.</param>
/// <param name="Reason">The reason, when it was refused.</param>
public sealed record UploadAnswer(
    string Name, string Outcome, IReadOnlyList<string> Documents, string? Code, string? Reason);
