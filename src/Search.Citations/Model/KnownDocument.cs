using Search.Documents;

namespace Search.Citations;

/// <summary>A document as the resolver sees it: present, or a stub.</summary>
public sealed record KnownDocument
{
    /// <summary>Its key.</summary>
    public required DocumentKey Key { get; init; }

    /// <summary>Its number.</summary>
    public Docket? Docket { get; init; }

    /// <summary>Catalogue id of its type.</summary>
    public string? Type { get; init; }

    /// <summary>Its issuer.</summary>
    public string? Issuer { get; init; }

    /// <summary>Province id of its issuer.</summary>
    public string? ProvinceId { get; init; }

    /// <summary>Its date.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Term of its issuer in Roman figures.</summary>
    public string? Term { get; init; }

    /// <summary>Its title.</summary>
    public string? Title { get; init; }

    /// <summary>Present or stub.</summary>
    public required DocumentStatus Status { get; init; }
}
