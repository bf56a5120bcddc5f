namespace Search.Store;

/// <summary>A file that was refused, and why. Nothing of its text is kept.</summary>
public sealed record QuarantineEntry
{
    /// <summary>Path of the file.</summary>
    public required string Path { get; init; }

    /// <summary>SHA-256 of its bytes; empty when it could not be read.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Size in bytes; 0 when unknown.</summary>
    public required long Size { get; init; }

    /// <summary>Last write time; the epoch when unknown.</summary>
    public required DateTimeOffset Modified { get; init; }

    /// <summary>The step of the pipeline that refused it, such as <c>decode</c>.</summary>
    public required string Step { get; init; }

    /// <summary>Stable name of the reason, such as <c>empty</c>, <c>binary</c>, <c>secret</c>, <c>too-large</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The reason in Vietnamese, for a reader.</summary>
    public required string Reason { get; init; }

    /// <summary>The reason in English.</summary>
    public required string ReasonEnglish { get; init; }

    /// <summary>When it was refused last.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Version of the reading that refused it last; 0 where none is kept.</summary>
    public int Reading { get; init; }

    /// <summary>How many times it was tried.</summary>
    public int Attempts { get; init; } = 1;
}
