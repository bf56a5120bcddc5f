using Search.Documents;

namespace Search.Citations;

/// <summary>A document as the resolver sees it: present, or a stub.</summary>
public sealed record KnownDocument : IDescribed
{
    /// <summary>Its key.</summary>
    public required DocumentKey Key { get; init; }

    /// <inheritdoc/>
    public DocumentHeader Header { get; init; } = new();

    /// <summary>Present or stub.</summary>
    public required DocumentStatus Status { get; init; }

    /// <summary>Whether the register vouches for it, so that a stub of it is more than an echo of who cites it.</summary>
    public bool IsRegistered { get; init; }

    /// <summary>Whether only one source says that it exists. Such a document makes a number ambiguous and is a candidate; it is never
    /// what a mention is linked to or the answer of a look-up.</summary>
    public bool IsDoubtful { get; init; }

    /// <summary>A document whose text was read.</summary>
    public static KnownDocument Of(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new KnownDocument
        {
            Key = document.Key,
            Header = document.Header,
            Status = document.IsAbstract ? DocumentStatus.Abstract : DocumentStatus.Present,
        };
    }
}
