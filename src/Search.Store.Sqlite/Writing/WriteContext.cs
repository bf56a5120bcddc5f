namespace Search.Store.Sqlite.Writing;

/// <summary>What the parts of one transaction share.</summary>
/// <param name="statements">Statements of the writer, in its transaction.</param>
/// <param name="facts">What is said of stubs.</param>
/// <param name="linker">Decides about waiting citations.</param>
internal sealed class WriteContext(PreparedStatements statements, StubFacts facts, ICitationLinker linker)
{
    public PreparedStatements Statements => statements;

    public StoreQueries Queries { get; } = new(statements);

    public StubFacts Facts => facts;

    public ICitationLinker Linker => linker;

    /// <summary>Revision that every row changed in this transaction gets.</summary>
    public required long Revision { get; set; }

    /// <summary>The change at hand.</summary>
    public ChangeSet Change { get; set; } = new();

    public int Execute(string sql, object? arguments) => statements.Execute(sql, arguments);

    /// <summary>Runs an <c>INSERT … RETURNING id</c>.</summary>
    public long Insert(string sql, object arguments) => statements.Scalar<long>(sql, arguments);

    public List<T> Query<T>(string sql, object? arguments) => statements.Query<T>(sql, arguments);
}
