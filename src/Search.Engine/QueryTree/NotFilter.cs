namespace Search.Engine;

/// <summary>The inner condition does not hold.</summary>
/// <param name="Inner">What must not hold.</param>
public sealed record NotFilter(Filter Inner) : Filter(Inner?.Column ?? "")
{
    /// <inheritdoc />
    public override string ToString() => $"-{Inner}";
}
