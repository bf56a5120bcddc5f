using Search.Api.Contracts;

namespace Search.Api.Jobs;

/// <summary>One upload or one retry. Kept on disk as it stands here, so that a restart knows of it.</summary>
internal sealed record IngestJob
{
    public required string Id { get; init; }

    /// <summary>Who sent it, <see cref="Access.Caller.Id"/>: a job is shown to its sender alone, since it may tell that a file
    /// was refused for its secrecy mark.</summary>
    public required string Owner { get; init; }

    /// <summary>Name of the upload, or path of the refused file.</summary>
    public required string Name { get; init; }

    /// <summary>Name it has among the uploads, once it is put there: its own, or one with a number where another document
    /// has that; null before, and of a retry.</summary>
    public string? StoredAs { get; init; }

    /// <summary>Where its file lies among the uploads of the host it was taken over from; null of this host's own.</summary>
    public string? Path { get; init; }

    /// <summary>True when a refused file is tried again, false for an upload.</summary>
    public bool IsRetry { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public JobStatus Status { get; init; }

    public int TotalFiles { get; init; }

    public IReadOnlyList<JobFileLine> Files { get; init; } = [];

    public bool IsFinished => FinishedAt is not null;
}
