namespace Search.Application.Contracts;

/// <summary>A document, present or stub: its letterhead, outline, sources and what may be asked further.</summary>
public sealed record DocumentAnswer
{
    /// <summary>What every list shows of it.</summary>
    public required DocumentLine Document { get; init; }

    /// <summary>Place of issue.</summary>
    public string? Place { get; init; }

    /// <summary>Whom it speaks to (Kính gửi).</summary>
    public IReadOnlyList<string> Addressees { get; init; } = [];

    /// <summary>Who receives it (Nơi nhận).</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>On whose behalf it is signed, <c>T/M Ban Thường vụ</c>.</summary>
    public string? SigningAuthority { get; init; }

    /// <summary>Office of the signer.</summary>
    public string? SignerTitle { get; init; }

    /// <summary>Who signed it.</summary>
    public string? Signer { get; init; }

    /// <summary>The document it copies.</summary>
    public DocumentLine? CopyOf { get; init; }

    /// <summary>Other documents whose text is nearly the same, so that they may be this one: the same paper as Word and as a scan,
    /// of which at least one bears no number.</summary>
    public IReadOnlyList<ResemblanceLine> PossiblySame { get; init; } = [];

    /// <summary>Fields that the letterhead lacks and how they were inferred.</summary>
    public IReadOnlyDictionary<string, InferenceLine> Inferences { get; init; } =
        new Dictionary<string, InferenceLine>(StringComparer.Ordinal);

    /// <summary>Its sections in reading order.</summary>
    public IReadOnlyList<OutlineLine> Outline { get; init; } = [];

    /// <summary>The files that hold it, the one it is read from first.</summary>
    public IReadOnlyList<SourceLine> Sources { get; init; } = [];

    /// <summary>Where it lies in the decoded text of its source; null for a stub.</summary>
    public Span? Span { get; init; }

    /// <summary>How many mentions of documents it holds.</summary>
    public int Citations { get; init; }

    /// <summary>Revision of the store that changed it last.</summary>
    public required long Revision { get; init; }
}
