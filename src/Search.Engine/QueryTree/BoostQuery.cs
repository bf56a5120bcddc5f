using System.Globalization;

namespace Search.Engine;

/// <summary>The inner query with its score multiplied.</summary>
/// <param name="Inner">What to look for.</param>
/// <param name="Factor">Above 0.</param>
public sealed record BoostQuery(Query Inner, double Factor) : Query
{
    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Inner}^{Factor}");
}
