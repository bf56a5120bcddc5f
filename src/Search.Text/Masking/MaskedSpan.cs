namespace Search.Text;

/// <summary>Personal data found in a text.</summary>
/// <param name="Span">Where it stands in the source.</param>
/// <param name="Kind">One of <c>phone</c>, <c>email</c>, <c>identity-number</c>.</param>
public sealed record MaskedSpan(TextSpan Span, string Kind);
