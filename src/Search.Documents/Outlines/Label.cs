namespace Search.Documents.Outlines;

/// <summary>The number of a section as found at the head of a line.</summary>
/// <param name="Kind">What form it has.</param>
/// <param name="Text">As printed, without punctuation: <c>II</c>, <c>2.1</c>, <c>Điều 5</c>.</param>
/// <param name="Slug">Its part of an anchor: <c>ii</c>, <c>1</c>, <c>dieu-5</c>.</param>
/// <param name="Rank">Where it nests; smaller is further out.</param>
/// <param name="Length">Characters of the cleaned line it takes, punctuation and space included.</param>
internal sealed record Label(LabelKind Kind, string Text, string Slug, int Rank, int Length);
