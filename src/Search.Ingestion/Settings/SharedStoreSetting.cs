namespace Search.Ingestion;

/// <summary>The one setting that chooses the store: without it the data folder is the store, with it the folder is a copy
/// of the store in PostgreSQL that it names.</summary>
public static class SharedStoreSetting
{
    /// <summary>The variable of the environment that a host reads as <c>Search:Store</c>; commands read it as well.</summary>
    public const string Variable = "Search__Store";

    /// <summary>The variable that a host reads as <c>Search:Snapshots</c>: where snapshots for new nodes are published.</summary>
    public const string SnapshotsVariable = "Search__Snapshots";

    /// <summary>What the environment says; null where it says nothing.</summary>
    public static string? FromEnvironment() => Value(Variable);

    /// <summary>Where the environment says that snapshots are published; null where it says nothing.</summary>
    public static string? SnapshotsFromEnvironment() => Value(SnapshotsVariable);

    private static string? Value(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;
}
