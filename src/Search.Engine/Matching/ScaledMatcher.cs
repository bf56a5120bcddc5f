namespace Search.Engine;

/// <summary>Another matcher with its score multiplied.</summary>
internal sealed class ScaledMatcher(Matcher inner, float factor) : Matcher
{
    public override long Cost => inner.Cost;

    public override int Advance(int target) => Doc = inner.Advance(target);

    public override bool Confirm() => inner.Confirm();

    public override float Score() => inner.Score() * factor;
}
