namespace Search.Engine;

/// <summary>Every passage.</summary>
/// <param name="docs">Passages of the segment.</param>
internal sealed class AllMatcher(int docs) : Matcher
{
    public override long Cost => docs;

    public override int Advance(int target) => Doc = Math.Max(Doc, target) < docs ? Math.Max(Doc, target) : NoMore;
}
