namespace Search.Engine;

/// <summary>The document that bears this number, whatever the spelling; a part (<c>04-CT</c>) finds every number that begins so.</summary>
/// <param name="Key">Canonical key made by <see cref="DocketKey"/>, such as <c>4.ct.tw</c>.</param>
public sealed record NumberQuery(string Key) : Query
{
    /// <inheritdoc />
    public override string ToString() => $"number({Key})";
}
