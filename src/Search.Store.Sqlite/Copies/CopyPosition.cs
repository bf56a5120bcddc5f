namespace Search.Store.Sqlite.Copies;

/// <summary>How far a copy has followed its truth.</summary>
/// <param name="Commit">Number of the last commit that it holds; 0 for none.</param>
/// <param name="Mark">What tells that commit from another one of the same number: 64 bits of its id.</param>
internal readonly record struct CopyPosition(long Commit, long Mark)
{
    private const string CommitName = MirroredTables.LocalPrefix + "commit";
    private const string MarkName = MirroredTables.LocalPrefix + "mark";

    /// <summary>Of a copy that holds nothing yet.</summary>
    public static CopyPosition Start => default;

    /// <summary>The position that the database has inside the current transaction.</summary>
    public static CopyPosition Read(PreparedStatements statements) => new(Value(statements, CommitName), Value(statements, MarkName));

    /// <summary>Writes the position inside the current transaction.</summary>
    public void Write(PreparedStatements statements)
    {
        const string Sql = "INSERT INTO meta(name, value) VALUES (@name, @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value";
        statements.Execute(Sql, new { name = CommitName, value = Commit });
        statements.Execute(Sql, new { name = MarkName, value = Mark });
    }

    private static long Value(PreparedStatements statements, string name) =>
        statements.Scalar<long?>("SELECT value FROM meta WHERE name = @name", new { name }) ?? 0;
}
