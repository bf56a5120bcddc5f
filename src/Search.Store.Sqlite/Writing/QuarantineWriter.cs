namespace Search.Store.Sqlite.Writing;

/// <summary>Rows of <c>quarantine</c>.</summary>
internal sealed class QuarantineWriter(WriteContext context)
{
    public void Add(QuarantineEntry entry) => context.Execute(
        """
        INSERT INTO quarantine(path, sha256, size, modified, step, code, reason, reason_english, at, attempts, reading)
        VALUES (@Path, @Sha256, @Size, @modified, @Step, @Code, @Reason, @ReasonEnglish, @at, @Attempts, @Reading)
        ON CONFLICT(path) DO UPDATE SET sha256 = excluded.sha256, size = excluded.size,
          modified = excluded.modified, step = excluded.step, code = excluded.code, reason = excluded.reason,
          reason_english = excluded.reason_english, at = excluded.at, attempts = attempts + 1, reading = excluded.reading
        """,
        new
        {
            entry.Path,
            entry.Sha256,
            entry.Size,
            modified = entry.Modified.UtcTicks,
            entry.Step,
            entry.Code,
            entry.Reason,
            entry.ReasonEnglish,
            at = entry.At.UtcTicks,
            entry.Attempts,
            entry.Reading,
        });

    public bool Release(string path) => context.Execute("DELETE FROM quarantine WHERE path = @path", new { path }) == 1;
}
