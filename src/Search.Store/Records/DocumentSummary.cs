using Search.Documents;

namespace Search.Store;

/// <summary>A document in a list: present, or a stub known only by being cited.</summary>
public sealed record DocumentSummary : IDescribed
{
    /// <summary>Its key.</summary>
    public required DocumentKey Key { get; init; }

    /// <inheritdoc/>
    public DocumentHeader Header { get; init; } = new();

    /// <summary>Present or stub.</summary>
    public required DocumentStatus Status { get; init; }

    /// <summary>Path of the source file it is read from; null for a stub.</summary>
    public string? Source { get; init; }

    /// <summary>True for a record that tells of the document and is not its text.</summary>
    public bool IsAbstract { get; init; }

    /// <summary>Who recorded what <see cref="Header"/> says of a document that is not here; null where the texts of the collection
    /// and the register say it. No store sets it.</summary>
    public string? RecordedBy { get; init; }

    /// <summary>How many present documents cite it (itself left out).</summary>
    public int CitedBy { get; init; }
}
