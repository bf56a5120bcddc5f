using Search.Text;

namespace Search.Documents.Secrecy;

/// <summary>One word of a cell.</summary>
/// <param name="Text">As it is printed.</param>
/// <param name="Start">Where it begins in the cell.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct Word(string Text, int Start, int End)
{
    /// <summary>In lower case.</summary>
    public string Lower { get; } = Text.ToLowerInvariant();

    /// <summary>Without accents, in lower case.</summary>
    public string Folded { get; } = VietnameseFolding.Fold(Text);

    /// <summary>Whether all of it is in capitals.</summary>
    public bool IsCapital => !Text.Any(char.IsLower);
}
