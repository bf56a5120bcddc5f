namespace Search.Api.Access;

/// <summary>What a key may do.</summary>
public static class Scopes
{
    /// <summary>Search, suggest, look citations up.</summary>
    public const string Search = "search";

    /// <summary>Read documents, graphs, feeds and exports.</summary>
    public const string Read = "read";

    /// <summary>Upload files and see the state of ingestion.</summary>
    public const string Ingest = "ingest";

    /// <summary>See metrics and everything else.</summary>
    public const string Admin = "admin";

    /// <summary>Every scope.</summary>
    public static IReadOnlyList<string> All { get; } = [Search, Read, Ingest, Admin];
}
