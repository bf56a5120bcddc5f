using Search.Documents;

namespace Search.Store;

/// <summary>A document in a list: present, or a stub known only by being cited.</summary>
public sealed record DocumentSummary
{
    /// <summary>Its key.</summary>
    public required DocumentKey Key { get; init; }

    /// <summary>Its number in canonical form; null when it has none.</summary>
    public string? Number { get; init; }

    /// <summary>Catalogue id of its type.</summary>
    public string? Type { get; init; }

    /// <summary>Its issuer.</summary>
    public string? Issuer { get; init; }

    /// <summary>Level of its issuer, such as <c>trung-uong</c>.</summary>
    public string? Level { get; init; }

    /// <summary>Name of the province of its issuer.</summary>
    public string? Province { get; init; }

    /// <summary>Catalogue id of <see cref="Province"/>.</summary>
    public string? ProvinceId { get; init; }

    /// <summary>Date of issue.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Term (khóa) in Roman figures.</summary>
    public string? Term { get; init; }

    /// <summary>Its title (trích yếu).</summary>
    public string? Title { get; init; }

    /// <summary>Present or stub.</summary>
    public required DocumentStatus Status { get; init; }

    /// <summary>Path of the source file it is read from; null for a stub.</summary>
    public string? Source { get; init; }

    /// <summary>True for a record that tells of the document and is not its text.</summary>
    public bool IsAbstract { get; init; }

    /// <summary>How many present documents cite it (itself left out).</summary>
    public int CitedBy { get; init; }
}
