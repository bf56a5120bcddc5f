namespace Search.Documents.Catalogues;

/// <summary>What is wrong with a catalogue, so that whoever edits it finds the spot.</summary>
/// <param name="File">The file name: <c>types.json</c>.</param>
/// <param name="Entry">The id of the entry, or <c>#3</c> (counted from 1) where it has none; null for the whole file.</param>
/// <param name="Reason">What is wrong, as a sentence without a full stop.</param>
public sealed record CatalogueProblem(string File, string? Entry, string Reason)
{
    /// <inheritdoc/>
    public override string ToString() => Entry is null ? $"{File}: {Reason}" : $"{File}, entry {Entry}: {Reason}";
}
