namespace Search.Citations;

/// <summary>Documents at large: <c>các văn bản chỉ đạo</c>. Cites nothing, and ends the reach of a bare noun before it.</summary>
public sealed record GenericMention : Mention
{
    /// <inheritdoc/>
    public override CitationForm Form => CitationForm.Bare;
}
