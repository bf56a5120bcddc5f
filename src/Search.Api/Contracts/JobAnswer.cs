namespace Search.Api.Contracts;

/// <summary>An upload, or another try of a refused file, and what became of it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Name">Name of the uploaded file, or path of the file that is tried again.</param>
/// <param name="Status">How far it is; from <c>done</c> on nothing changes any more.</param>
/// <param name="CreatedAt">When it was accepted.</param>
/// <param name="FinishedAt">When it ended; null before.</param>
/// <param name="TotalFiles">How many files it held; a container holds several.</param>
/// <param name="Files">What became of them, at most 1,000 of them, the refused ones first.</param>
/// <param name="Code">Stable name of the first reason; null when all went well.</param>
/// <param name="Reason">The first reason, in Vietnamese.</param>
/// <param name="ReasonEn">The first reason, in English.</param>
/// <param name="Links">Where it leads.</param>
public sealed record JobAnswer(
    string Id,
    string Name,
    JobStatus Status,
    DateTimeOffset CreatedAt,
    DateTimeOffset? FinishedAt,
    int TotalFiles,
    IReadOnlyList<JobFileLine> Files,
    string? Code,
    string? Reason,
    string? ReasonEn,
    JobLinks Links);
