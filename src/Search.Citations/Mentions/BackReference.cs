namespace Search.Citations;

/// <summary>A type noun alone: <c>thực hiện Chỉ thị</c>, <c>Chỉ thị nêu trên</c>, <c>Kế hoạch này</c>.</summary>
public sealed record BackReference : Mention
{
    /// <summary>How it points.</summary>
    public required BackReferenceKind Kind { get; init; }

    /// <inheritdoc/>
    public override CitationForm Form => CitationForm.Bare;
}
