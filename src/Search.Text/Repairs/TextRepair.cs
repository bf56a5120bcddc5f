namespace Search.Text;

/// <summary>A reading proposed beside the original text, for search and citation; the displayed text never changes.</summary>
/// <param name="Span">Where it stands in the source.</param>
/// <param name="Text">The source text under the span.</param>
/// <param name="Reading">What was probably printed.</param>
/// <param name="Reason">Why, in a sentence for the reader.</param>
/// <param name="Confidence">From 0 to 1.</param>
public sealed record TextRepair(TextSpan Span, string Text, string Reading, string Reason, double Confidence);
