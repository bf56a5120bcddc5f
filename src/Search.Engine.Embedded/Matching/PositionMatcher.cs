namespace Search.Engine.Embedded;

/// <summary>
/// Words in places: a phrase, words near one another, or words of one field. The words' presence is the cheap
/// phase, their positions are read for candidates only.
/// </summary>
internal sealed class PositionMatcher : Matcher
{
    private readonly Segment _segment;
    private readonly SpellingMatcher[] _slots;
    private readonly AndMatcher _all;
    private readonly List<uint>[] _positions;
    private readonly SpellingMatcher[] _scoring;
    private readonly int _distance;
    private readonly int _field;
    private int _confirmed = -1;
    private bool _matches;

    /// <param name="segment">The segment.</param>
    /// <param name="slots">One a word, in order.</param>
    /// <param name="scoring">What a match scores.</param>
    /// <param name="distance">-1 for a phrase; else extra syllables allowed in a window, in any order.</param>
    /// <param name="field">A text field, or -1 for any.</param>
    public PositionMatcher(Segment segment, SpellingMatcher[] slots, SpellingMatcher[] scoring, int distance, int field)
    {
        _segment = segment;
        _slots = slots;
        _all = new AndMatcher(slots, [], []);
        _scoring = scoring;
        _distance = distance;
        _field = field;
        _positions = [.. slots.Select(_ => new List<uint>())];
    }

    public override long Cost => _all.Cost;

    public override int Advance(int target) => Doc = _all.Advance(target);

    public override bool Confirm()
    {
        if (_confirmed == Doc) return _matches;
        _confirmed = Doc;
        for (var i = 0; i < _slots.Length; i++)
        {
            _positions[i].Clear();
            _slots[i].Positions(_positions[i]);
            _positions[i].Sort();
        }

        var lengths = _segment.Lengths(Doc);
        uint start = 0;
        _matches = false;
        for (var f = 0; f < lengths.Length && !_matches; f++)
        {
            var end = start + (uint)lengths[f];
            if (_field < 0 || _field == f) _matches = _distance < 0 ? HasPhrase(start, end) : HasWindow(start, end);
            start = end + 1;
        }

        return _matches;
    }

    public override float Score()
    {
        var score = 0f;
        foreach (var list in _scoring)
        {
            if (list.Advance(Doc) == Doc) score += list.Score();
        }

        return score;
    }

    private bool HasPhrase(uint start, uint end)
    {
        foreach (var first in _positions[0])
        {
            if (first < start || first + _slots.Length > end) continue;
            var i = 1;
            while (i < _slots.Length && _positions[i].BinarySearch(first + (uint)i) >= 0) i++;
            if (i == _slots.Length) return true;
        }

        return false;
    }

    // For each position as the window's left edge: every word's first position at or after it lies inside.
    private bool HasWindow(uint start, uint end)
    {
        foreach (var lefts in _positions)
        {
            foreach (var left in lefts)
            {
                if (left < start || left >= end) continue;
                var right = Math.Min(end, left + (uint)_slots.Length + (uint)_distance);
                if (Array.TrueForAll(_positions, p => HasBetween(p, left, right))) return true;
            }
        }

        return false;
    }

    private static bool HasBetween(List<uint> positions, uint from, uint to)
    {
        var at = positions.BinarySearch(from);
        if (at < 0) at = ~at;
        return at < positions.Count && positions[at] < to;
    }
}
