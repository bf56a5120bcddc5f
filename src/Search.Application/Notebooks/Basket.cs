namespace Search.Application.Notebooks;

/// <summary>A list of documents that a person put together, as it is stored.</summary>
public sealed record Basket
{
    /// <summary>16 hex figures.</summary>
    public required string Id { get; init; }

    /// <summary>Whose it is: the id of an account, or <c>key:ID</c>.</summary>
    public required string Owner { get; init; }

    /// <summary>What its owner calls it.</summary>
    public required string Name { get; init; }

    /// <summary>Keys of the documents, in the order in which they were put in.</summary>
    public IReadOnlyList<string> Documents { get; init; } = [];

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
