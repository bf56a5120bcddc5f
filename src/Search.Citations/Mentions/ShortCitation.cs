namespace Search.Citations;

/// <summary>Type and running number alone: <c>Chỉ thị 04</c>, <c>NQ 18</c>, <c>Nghị định 30/2020</c>.</summary>
public sealed record ShortCitation : Mention
{
    /// <inheritdoc/>
    public override CitationForm Form => CitationForm.Short;
}
