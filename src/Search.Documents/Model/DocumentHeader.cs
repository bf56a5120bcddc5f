namespace Search.Documents;

/// <summary>What names a document, however much of it is known: the fields that letterheads, registers, lists, links, mentions
/// and the graph have in common. Composed into the records of each (<see cref="IDescribed"/>), so that a field is added here.</summary>
public sealed record DocumentHeader
{
    private readonly string? _number;

    /// <summary>Số, ký hiệu; null when the document bears none or it has no known shape.</summary>
    public Docket? Docket { get; init; }

    /// <summary>Số, ký hiệu in canonical form; set only for a number that is no <see cref="Docket"/>.</summary>
    public string? Number
    {
        get => Docket?.Canonical ?? _number;
        init => _number = value;
    }

    /// <summary>The number as the paper bears it, <c>0124/KH-UBND</c>; null where it bears none that was read.</summary>
    public string? PrintedNumber { get; init; }

    /// <summary>Catalogue id of the document type, such as <c>chi-thi</c>; null when unknown.</summary>
    public string? Type { get; init; }

    /// <summary>Name of the issuer as an archivist writes it, such as <c>Ban Đối ngoại Trung ương</c>.</summary>
    public string? Issuer { get; init; }

    /// <summary>Level of the issuer: <c>trung-uong</c>, <c>tinh</c>, <c>huyen</c>, <c>co-so</c>, <c>nha-nuoc</c> …</summary>
    public string? Level { get; init; }

    /// <summary>Name of the province the issuer belongs to, such as <c>Quảng Ngãi</c>; null for the center.</summary>
    public string? Province { get; init; }

    /// <summary>Catalogue id of <see cref="Province"/>, such as <c>quang-ngai</c>.</summary>
    public string? ProvinceId { get; init; }

    /// <summary>Date of issue.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Term (khóa) of the issuing committee in Roman figures, where the text or the date gives it.</summary>
    public string? Term { get; init; }

    /// <summary>Trích yếu, on one line, words as published.</summary>
    public string? Title { get; init; }

    /// <summary>What a key alone tells: the number and the date.</summary>
    public static DocumentHeader Of(DocumentKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return OfNumber(key.IsNumbered ? key.Number : null) with { Date = key.Date };
    }

    /// <summary>What this header says, and what another one says where this one is silent.</summary>
    /// <param name="other">The other one.</param>
    public DocumentHeader Or(DocumentHeader other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new DocumentHeader
        {
            Docket = Docket ?? (_number is null ? other.Docket : null),
            Number = _number ?? other._number,
            PrintedNumber = PrintedNumber ?? other.PrintedNumber,
            Type = Type ?? other.Type,
            Issuer = Issuer ?? other.Issuer,
            Level = Level ?? other.Level,
            Province = Province ?? other.Province,
            ProvinceId = ProvinceId ?? other.ProvinceId,
            Date = Date ?? other.Date,
            Term = Term ?? other.Term,
            Title = Title ?? other.Title,
        };
    }

    /// <summary>A header that holds a number and nothing else.</summary>
    /// <param name="number">The number in canonical form; null for none.</param>
    public static DocumentHeader OfNumber(string? number) =>
        new() { Docket = Documents.Docket.TryParse(number, out var docket) ? docket : null, Number = number };
}
