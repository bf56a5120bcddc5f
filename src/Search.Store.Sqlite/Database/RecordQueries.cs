namespace Search.Store.Sqlite;

/// <summary>Reads and writes rows of <c>records</c> on one connection, inside the transaction it is in.</summary>
internal sealed class RecordQueries(PreparedStatements statements) : IRecordReader
{
    private static readonly string Columns =
        $"r.kind, r.id, r.subject, r.version, r.payload, {DigestedTables.IsSound("r", DigestedTables.Records)} AS IsSound";

    public long Version => statements.Scalar<long>("SELECT value FROM meta WHERE name = 'records'");

    public StoredRecord? Read(string kind, string id) => Checked(
        $"SELECT {Columns} FROM records r WHERE r.kind = @kind AND r.id = @id AND r.payload IS NOT NULL", new { kind, id });

    public IReadOnlyList<StoredRecord> List(string kind, string after = "", int limit = int.MaxValue) => Sound(
        $"SELECT {Columns} FROM records r WHERE r.kind = @kind AND r.id > @after AND r.payload IS NOT NULL ORDER BY r.id LIMIT @limit",
        new { kind, after, limit });

    public IReadOnlyList<StoredRecord> Of(string kind, string subject) => Sound(
        $"SELECT {Columns} FROM records r WHERE r.kind = @kind AND r.subject = @subject AND r.payload IS NOT NULL ORDER BY r.id",
        new { kind, subject });

    public StoredRecord? Last(string kind) => Checked(
        $"SELECT {Columns} FROM records r WHERE r.kind = @kind AND r.payload IS NOT NULL ORDER BY r.id DESC LIMIT 1", new { kind });

    public IReadOnlyList<StoredRecord> Since(long version, int limit) => Sound(
        $"SELECT {Columns} FROM records r WHERE r.version > @version ORDER BY r.version, r.kind, r.id LIMIT @limit", new { version, limit });

    /// <summary>Makes the version of the current transaction.</summary>
    public long NextVersion() => statements.Scalar<long>("UPDATE meta SET value = value + 1 WHERE name = 'records' RETURNING value");

    /// <summary>Writes a row; a payload of null takes the record out and leaves the row for whoever follows.</summary>
    public void Put(string kind, string id, string? subject, long version, string? payload) => statements.Execute(
        """
        INSERT INTO records(kind, id, subject, version, payload) VALUES (@kind, @id, @subject, @version, @payload)
        ON CONFLICT (kind, id) DO UPDATE SET subject = excluded.subject, version = excluded.version, payload = excluded.payload
        """,
        new { kind, id, subject, version, payload });

    private StoredRecord? Checked(string sql, object arguments) => statements.First<RecordRow>(sql, arguments) switch
    {
        null => null,
        { IsSound: not 0 } row => row.ToRecord(),
        var row => throw new StoreDamagedException(
            $"Bản ghi '{row.Kind}/{row.Id}' trong kho bị hỏng; hãy chạy `search verify`. (A stored record is damaged; run `search verify`.)"),
    };

    private List<StoredRecord> Sound(string sql, object arguments) =>
        [.. statements.Query<RecordRow>(sql, arguments).Where(row => row.IsSound != 0).Select(row => row.ToRecord())];

    private sealed class RecordRow
    {
        public string Kind { get; set; } = "";

        public string Id { get; set; } = "";

        public string? Subject { get; set; }

        public long Version { get; set; }

        public string? Payload { get; set; }

        public long IsSound { get; set; }

        public StoredRecord ToRecord() => new(Kind, Id, Subject, Version, Payload);
    }
}
