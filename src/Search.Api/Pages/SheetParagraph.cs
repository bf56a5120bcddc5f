namespace Search.Api.Pages;

/// <summary>A paragraph of a page of a file.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Anchor">Its place in the reader; null where it has none of its own.</param>
public sealed record SheetParagraph(string Text, string? Anchor);
