namespace Search.Citations;

/// <summary>A type noun alone: <c>thực hiện Chỉ thị</c>, <c>Chỉ thị nêu trên</c>, <c>Kế hoạch này</c>.</summary>
public sealed record BackReference : Mention
{
    /// <summary>Whether an enacting formula stands before it (<c>kết luận như sau</c>): the document speaks for its issuer, so
    /// that <c>Kết luận này</c> is itself.</summary>
    public bool IsHostSpeaking { get; init; }

    /// <summary>Whether it stands in a quotation, where the words are another document's: "Thông tư này" in what a circular puts into
    /// the one it amends.</summary>
    public bool IsQuoted { get; init; }

    /// <summary>How it points.</summary>
    public required BackReferenceKind Kind { get; init; }

    /// <inheritdoc/>
    public override CitationForm Form => CitationForm.Bare;
}
