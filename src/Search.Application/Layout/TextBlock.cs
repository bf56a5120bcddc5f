namespace Search.Application.Layout;

/// <summary>One paragraph of a document as it is shown.</summary>
/// <param name="Anchors">Anchors that begin here; the first one is its permalink.</param>
/// <param name="Level">0 for a paragraph, 2 to 6 for a heading.</param>
/// <param name="IsTabular">Whether its tabs align columns.</param>
/// <param name="Runs">Its text in order.</param>
internal sealed record TextBlock(
    IReadOnlyList<string> Anchors, int Level, bool IsTabular, IReadOnlyList<TextRun> Runs)
{
    /// <summary>Whether it is quoted, as Markdown writes it.</summary>
    public bool IsQuote { get; init; }

    /// <summary>Where it stood on the paper.</summary>
    public PaperPlace Place { get; init; }

    /// <summary>Page of the file that this is the first paragraph of; null inside a page and where there are no pages.</summary>
    public int? Page { get; init; }

    /// <summary>How many characters are shown.</summary>
    public int Length { get; } = Runs.Sum(run => run.Text.Length);
}
