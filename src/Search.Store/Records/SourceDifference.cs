namespace Search.Store;

/// <summary>A field on which two sources of one document disagree.</summary>
/// <param name="Field"><c>text</c>, or the field of the letterhead: <c>type issuer date place title signer secrecy</c>.</param>
/// <param name="Value">What this source says; null when it says nothing. For <c>text</c> a few words from where
/// the two part.</param>
/// <param name="Used">What the source says that the document is read from.</param>
public sealed record SourceDifference(string Field, string? Value, string? Used);
