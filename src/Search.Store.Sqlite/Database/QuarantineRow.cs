namespace Search.Store.Sqlite;

/// <summary>A row of <c>quarantine</c>.</summary>
internal sealed class QuarantineRow
{
    /// <summary>The columns of this row.</summary>
    public const string Columns =
        "path, sha256, size, modified, step, code, reason, reason_english AS ReasonEnglish, at, attempts, reading";

    public string Path { get; set; } = "";

    public string Sha256 { get; set; } = "";

    public long Size { get; set; }

    public long Modified { get; set; }

    public string Step { get; set; } = "";

    public string Code { get; set; } = "";

    public string Reason { get; set; } = "";

    public string ReasonEnglish { get; set; } = "";

    public long At { get; set; }

    public long Attempts { get; set; }

    public long Reading { get; set; }

    public QuarantineEntry ToEntry() => new()
    {
        Path = Path,
        Sha256 = Sha256,
        Size = Size,
        Modified = StoreValues.Instant(Modified),
        Step = Step,
        Code = Code,
        Reason = Reason,
        ReasonEnglish = ReasonEnglish,
        At = StoreValues.Instant(At),
        Attempts = (int)Attempts,
        Reading = (int)Reading,
    };
}
