namespace Search.Application.Alerts;

/// <summary>What can be followed.</summary>
public static class FollowKinds
{
    /// <summary>A search: documents that it finds.</summary>
    public const string Search = "search";

    /// <summary>The documents that cite one.</summary>
    public const string CitedBy = "cited-by";

    /// <summary>The chains of implementation of a document.</summary>
    public const string Chain = "chain";

    /// <summary>A document that is wanted: when its text arrives.</summary>
    public const string Wanted = "wanted";

    /// <summary>Every kind.</summary>
    public static IReadOnlyList<string> All { get; } = [Search, CitedBy, Chain, Wanted];
}
