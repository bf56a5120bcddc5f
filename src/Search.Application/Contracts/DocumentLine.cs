namespace Search.Application.Contracts;

/// <summary>A document in a list: present, or a stub known only by being cited.</summary>
public sealed record DocumentLine
{
    /// <summary>Its key, <c>04-CT/TW@2011-07-06</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The key as a part of an address, <c>04-ct-tw-2011-07-06</c>.</summary>
    public required string Slug { get; init; }

    /// <summary>Its number in canonical form, or null when it has none.</summary>
    public string? Number { get; init; }

    /// <summary>Its number as the paper bears it, <c>0124/KH-UBND</c>; null where that is not known.</summary>
    public string? PrintedNumber { get; init; }

    /// <summary>Id of its type, <c>chi-thi</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Name of its type, <c>Chỉ thị</c>.</summary>
    public string? TypeName { get; init; }

    /// <summary>Its issuer.</summary>
    public string? Issuer { get; init; }

    /// <summary>Level of its issuer, <c>trung-uong</c>.</summary>
    public string? Level { get; init; }

    /// <summary>Name of the province of its issuer.</summary>
    public string? Province { get; init; }

    /// <summary>Date of issue.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Term (khóa) in Roman figures.</summary>
    public string? Term { get; init; }

    /// <summary>Its title (trích yếu) as it is printed.</summary>
    public string? Title { get; init; }

    /// <summary>Its title in sentence case, where it is printed in capitals.</summary>
    public string? DisplayTitle { get; init; }

    /// <summary><c>present</c> or <c>stub</c>.</summary>
    public required string Status { get; init; }

    /// <summary>True for a record that tells of the document and is not its text.</summary>
    public bool IsAbstract { get; init; }

    /// <summary>Who recorded what is said of a document that is not here; null where the texts of the collection say it.</summary>
    public string? RecordedBy { get; init; }

    /// <summary>How many present documents cite it.</summary>
    public int CitedBy { get; init; }

    /// <summary>Address of its page.</summary>
    public required string Url { get; init; }
}
