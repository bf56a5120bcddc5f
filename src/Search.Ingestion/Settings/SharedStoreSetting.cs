namespace Search.Ingestion;

/// <summary>The one setting that chooses the store: without it the data folder is the store, with it the folder is a copy
/// of the store in PostgreSQL that it names.</summary>
public static class SharedStoreSetting
{
    /// <summary>The variable of the environment that a host reads as <c>Search:Store</c>; commands read it as well.</summary>
    public const string Variable = "Search__Store";

    /// <summary>What the environment says; null where it says nothing.</summary>
    public static string? FromEnvironment() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } store ? store : null;
}
