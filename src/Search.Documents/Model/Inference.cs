namespace Search.Documents;

/// <summary>Why a field holds a value that the letterhead does not state.</summary>
/// <param name="Value">The inferred value.</param>
/// <param name="Reason">One Vietnamese sentence a reader can check.</param>
/// <param name="Confidence">From 0 to 1.</param>
public sealed record Inference(string Value, string Reason, double Confidence);
