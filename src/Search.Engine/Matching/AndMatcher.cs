namespace Search.Engine;

/// <summary>Every required part matches and no excluded one; optional parts only score. Leap-frogs from the rarest part.</summary>
internal sealed class AndMatcher : Matcher
{
    private readonly Matcher[] _required;
    private readonly Matcher[] _optional;
    private readonly Matcher[] _excluded;

    public AndMatcher(IEnumerable<Matcher> required, IEnumerable<Matcher> optional, IEnumerable<Matcher> excluded)
    {
        _required = [.. required.OrderBy(part => part.Cost)];
        _optional = [.. optional];
        _excluded = [.. excluded];
    }

    public override long Cost => _required[0].Cost;

    public override int Advance(int target)
    {
        if (Doc >= target)
        {
            return Doc;
        }

        var candidate = _required[0].Advance(target);
        var agreed = 1;
        var at = 1;
        while (candidate != NoMore && agreed < _required.Length)
        {
            if (at == _required.Length)
            {
                at = 0;
            }

            var doc = _required[at].Advance(candidate);
            agreed = doc == candidate ? agreed + 1 : 1;
            candidate = doc;
            at++;
        }

        return Doc = candidate;
    }

    public override bool Confirm()
    {
        foreach (var part in _required)
        {
            if (!part.Confirm())
            {
                return false;
            }
        }

        foreach (var part in _excluded)
        {
            if (part.Advance(Doc) == Doc && part.Confirm())
            {
                return false;
            }
        }

        return true;
    }

    public override float Score()
    {
        var score = 0f;
        foreach (var part in _required)
        {
            score += part.Score();
        }

        foreach (var part in _optional)
        {
            if (part.Advance(Doc) == Doc && part.Confirm())
            {
                score += part.Score();
            }
        }

        return score;
    }
}
