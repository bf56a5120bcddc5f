namespace Search.Citations.Relations;

/// <summary>The relation of a mention and the words that gave it.</summary>
/// <param name="Relation">Relation id of the catalogue.</param>
/// <param name="From">First token of the trigger; -1 for none.</param>
/// <param name="To">One past its last token.</param>
/// <param name="IsDisplaced">Whether the words replace, repeal or amend the document, whoever does it.</param>
internal readonly record struct RelationHit(string Relation, int From, int To, bool IsDisplaced = false)
{
    /// <summary>The relation of a mention that nothing governs.</summary>
    public static RelationHit Default { get; } = new("dan-chieu", -1, -1);
}
