namespace Search.Engine;

/// <summary>At least one part matches; scores add up.</summary>
internal sealed class OrMatcher(Matcher[] parts, float factor = 1) : Matcher
{
    public override long Cost { get; } = parts.Sum(part => part.Cost);

    public override int Advance(int target)
    {
        if (Doc >= target)
        {
            return Doc;
        }

        var least = NoMore;
        foreach (var part in parts)
        {
            least = Math.Min(least, part.Advance(target));
        }

        return Doc = least;
    }

    public override bool Confirm()
    {
        foreach (var part in parts)
        {
            if (part.Doc == Doc && part.Confirm())
            {
                return true;
            }
        }

        return false;
    }

    public override float Score()
    {
        var score = 0f;
        foreach (var part in parts)
        {
            if (part.Doc == Doc && part.Confirm())
            {
                score += part.Score();
            }
        }

        return score * factor;
    }
}
