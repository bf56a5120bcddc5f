using Search.Text;

namespace Search.Documents.Letterheads;

/// <summary>What something other than the letterhead says a field is.</summary>
/// <param name="Value">As it is written.</param>
/// <param name="Reason">Where it stands, as a reader is told.</param>
/// <param name="Confidence">How much it counts, 0 to 1.</param>
/// <param name="Span">Where it stands in the laid-out text; null for front matter.</param>
internal sealed record Claim(string Value, string Reason, double Confidence, TextSpan? Span = null);
