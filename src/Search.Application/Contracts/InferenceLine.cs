namespace Search.Application.Contracts;

/// <summary>A field that was inferred.</summary>
/// <param name="Value">What was inferred.</param>
/// <param name="Reason">Why.</param>
/// <param name="Confidence">How sure, 0 to 1.</param>
public sealed record InferenceLine(string Value, string Reason, double Confidence);
