namespace Search.Application.Contracts;

/// <summary>A filter's value that no document has.</summary>
/// <param name="Parameter">The filter: <c>issuer</c>, <c>province</c>, <c>signer</c> or <c>recipient</c>.</param>
/// <param name="Value">What was asked for.</param>
/// <param name="Nearest">The nearest known values, best first; none where nothing is near.</param>
public sealed record UnknownValue(string Parameter, string Value, IReadOnlyList<string> Nearest);
