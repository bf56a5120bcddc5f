namespace Search.Store.Sqlite.Writing;

/// <summary>Rows of <c>files</c>.</summary>
internal sealed class FileWriter(WriteContext context, CitedByCounts counts)
{
    /// <summary>Writes a file's row, in place of what the path held before; its sources are gone after it.</summary>
    /// <returns>Id of the row.</returns>
    public long Replace(SourceRecord file)
    {
        var text = StoreValues.Bytes(file.Text);
        var row = new
        {
            fileId = Clear(file.Path),
            file.Path,
            file.Sha256,
            file.Size,
            modified = file.Modified.UtcTicks,
            file.Encoding,
            text,
            textSha256 = StoreValues.Sha256(text),
            at = file.IngestedAt.UtcTicks,
            file.Reading,
        };
        if (row.fileId is { } known)
        {
            context.Execute(
                """
                UPDATE files SET sha256 = @Sha256, size = @Size, modified = @modified, encoding = @Encoding,
                  text = @text, text_sha256 = @textSha256, ingested_at = @at, reading = @Reading WHERE id = @fileId
                """,
                row);
            return known;
        }

        return context.Insert(
            """
            INSERT INTO files(path, sha256, size, modified, encoding, text, text_sha256, ingested_at, reading)
            VALUES (@Path, @Sha256, @Size, @modified, @Encoding, @text, @textSha256, @at, @Reading) RETURNING id
            """,
            row);
    }

    /// <returns>False when the path is not known.</returns>
    public bool Remove(string path)
    {
        if (Clear(path) is not { } fileId)
        {
            return false;
        }

        context.Execute("DELETE FROM files WHERE id = @fileId", new { fileId });
        return true;
    }

    public bool Move(string oldPath, string newPath) =>
        Id(newPath) is null
        && context.Execute("UPDATE files SET path = @newPath WHERE path = @oldPath", new { oldPath, newPath }) == 1;

    public bool Touch(string path, DateTimeOffset modified) => context.Execute(
        "UPDATE files SET modified = @ticks WHERE path = @path", new { path, ticks = modified.UtcTicks }) == 1;

    private long? Id(string path) => context.Statements.Scalar<long?>(
        "SELECT id FROM files WHERE path = @path", new { path });

    /// <summary>Takes out what a file held; the file's row stays.</summary>
    private long? Clear(string path)
    {
        if (Id(path) is not { } fileId)
        {
            return null;
        }

        foreach (var id in context.Query<long>("SELECT DISTINCT document_id FROM sources WHERE file_id = @fileId", new { fileId }))
        {
            counts.Touch(id);
        }

        context.Execute("DELETE FROM sources WHERE file_id = @fileId", new { fileId });
        return fileId;
    }
}
