namespace Search.Documents.Catalogues;

/// <summary>A sentence that shows a relation.</summary>
public sealed record RelationExample
{
    /// <summary>The sentence, of our own making.</summary>
    public required string Text { get; init; }

    /// <summary>The phrase of it that announces the relation; one of the triggers, whatever its letter case.</summary>
    public required string Trigger { get; init; }
}
