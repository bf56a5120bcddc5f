namespace Search.Engine;

/// <summary>The passages of one word or compound in all its spellings.</summary>
internal sealed class SpellingMatcher : Matcher
{
    private readonly ListCursor[] _cursors;
    private readonly float _weight;

    public SpellingMatcher(Segment segment, TermEntry[] lists, float weight)
    {
        _cursors = [.. lists.Select(list => new ListCursor(segment.Postings(list)))];
        _weight = weight;
        foreach (var list in lists)
        {
            Cost += list.Count;
        }
    }

    public override long Cost { get; }

    public override int Advance(int target)
    {
        if (Doc >= target)
        {
            return Doc;
        }

        var least = NoMore;
        foreach (var cursor in _cursors)
        {
            least = Math.Min(least, cursor.Advance(target));
        }

        return Doc = least;
    }

    public override float Score()
    {
        byte impact = 0;
        foreach (var cursor in _cursors)
        {
            if (cursor.Doc == Doc)
            {
                impact = SpellingUnion.Join(impact, cursor.Impact);
            }
        }

        return impact * _weight;
    }
}
