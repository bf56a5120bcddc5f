namespace Search.Citations;

/// <summary>The place that gives a document a short name: <c>(sau đây gọi tắt là Chỉ thị 04)</c>.</summary>
public sealed record AliasDefinition : Mention
{
    /// <summary>The short name, folded, with single spaces.</summary>
    public required string Alias { get; init; }

    /// <summary>Index, in the list of mentions, of the mention that is given the name; null when none stands before.</summary>
    public int? Defines { get; init; }

    /// <inheritdoc/>
    public override CitationForm Form => CitationForm.AliasDefinition;
}
