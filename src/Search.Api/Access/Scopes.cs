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

    /// <summary>Sees documents marked MẬT, where the host has a room for them. No other scope does.</summary>
    public const string Secret = "mat";

    /// <summary>Sees documents marked TỐI MẬT and below.</summary>
    public const string TopSecret = "toi-mat";

    /// <summary>Sees documents marked TUYỆT MẬT and below.</summary>
    public const string MostSecret = "tuyet-mat";

    /// <summary>Every scope.</summary>
    public static IReadOnlyList<string> All { get; } = [Search, Read, Ingest, Admin, Secret, TopSecret, MostSecret];

    /// <summary>The secrecy marks, the least first; also the names of the scopes that see them.</summary>
    public static IReadOnlyList<string> Levels { get; } = [Secret, TopSecret, MostSecret];
}
