namespace Search.Engine;

/// <summary>What a <see cref="TotalHits.Value"/> means.</summary>
public enum TotalRelation
{
    /// <summary>Exactly that many.</summary>
    Equal,

    /// <summary>That many or more; counting stopped early.</summary>
    GreaterOrEqual,
}
