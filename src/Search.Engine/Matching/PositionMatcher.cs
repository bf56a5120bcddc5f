using System.Text;

namespace Search.Engine;

/// <summary>
/// Words in places: a phrase, words near one another, or words of one field. That the words (for a phrase, their
/// compounds) are there at all is the cheap phase; texts are read for candidates only.
/// </summary>
internal sealed class PositionMatcher : Matcher
{
    private readonly Segment _segment;
    private readonly Matcher _candidates;
    private readonly Dictionary<int, List<int>> _slotsOf = [];
    private readonly List<(byte[] Word, int Slot)> _foreign = [];
    private readonly List<int>[] _positions;
    private readonly SpellingMatcher[] _scoring;
    private readonly int _distance;
    private readonly int _field;
    private int _confirmed = -1;
    private bool _matches;

    /// <param name="segment">The segment.</param>
    /// <param name="candidates">Passages that may match.</param>
    /// <param name="slots">One a word, in order: the exact forms that fit it.</param>
    /// <param name="scoring">What a match scores.</param>
    /// <param name="distance">-1 for a phrase; else extra syllables allowed in a window, in any order.</param>
    /// <param name="field">A text field, or -1 for any.</param>
    public PositionMatcher(Segment segment, Matcher candidates, string[][] slots, SpellingMatcher[] scoring, int distance, int field)
    {
        _segment = segment;
        _candidates = candidates;
        _scoring = scoring;
        _distance = distance;
        _field = field;
        _positions = [.. slots.Select(_ => new List<int>())];
        for (var slot = 0; slot < slots.Length; slot++)
        {
            foreach (var form in slots[slot])
            {
                var code = SyllableCode.Of(form);
                if (code == SyllableCode.None)
                {
                    _foreign.Add((Encoding.UTF8.GetBytes(form), slot));
                    continue;
                }

                if (!_slotsOf.TryGetValue(code, out var own))
                {
                    _slotsOf[code] = own = [];
                }

                own.Add(slot);
            }
        }
    }

    public override long Cost => _candidates.Cost;

    public override int Advance(int target) => Doc = _candidates.Advance(target);

    public override bool Confirm()
    {
        if (_confirmed == Doc)
        {
            return _matches;
        }

        _confirmed = Doc;
        foreach (var own in _positions)
        {
            own.Clear();
        }

        Span<int> lengths = stackalloc int[ForwardText.Fields];
        ReadPositions(ForwardText.Open(_segment.Text(Doc), lengths));

        var start = 0;
        _matches = false;
        for (var f = 0; f < lengths.Length && !_matches; f++)
        {
            var end = start + lengths[f];
            if (_field < 0 || _field == f)
            {
                _matches = _distance < 0 ? HasPhrase(start, end) : HasWindow(start, end);
            }

            start = end;
        }

        return _matches;
    }

    public override float Score()
    {
        var score = 0f;
        foreach (var list in _scoring)
        {
            if (list.Advance(Doc) == Doc)
            {
                score += list.Score();
            }
        }

        return score;
    }

    private void ReadPositions(ReadOnlySpan<byte> words)
    {
        var reader = new ForwardReader(words);
        for (var position = 0; reader.MoveNext(); position++)
        {
            if (reader.Code == SyllableCode.None)
            {
                foreach (var (word, slot) in _foreign)
                {
                    if (reader.Foreign.SequenceEqual(word))
                    {
                        _positions[slot].Add(position);
                    }
                }
            }
            else if (_slotsOf.TryGetValue(reader.Code, out var slots))
            {
                foreach (var slot in slots)
                {
                    _positions[slot].Add(position);
                }
            }
        }
    }

    private bool HasPhrase(int start, int end)
    {
        foreach (var first in _positions[0])
        {
            if (first < start || first + _positions.Length > end)
            {
                continue;
            }

            var i = 1;
            while (i < _positions.Length && _positions[i].BinarySearch(first + i) >= 0)
            {
                i++;
            }

            if (i == _positions.Length)
            {
                return true;
            }
        }

        return false;
    }

    // For each position as the window's left edge: every word's first position at or after it lies inside.
    private bool HasWindow(int start, int end)
    {
        foreach (var lefts in _positions)
        {
            foreach (var left in lefts)
            {
                if (left < start || left >= end)
                {
                    continue;
                }

                var right = Math.Min(end, left + _positions.Length + _distance);
                if (Array.TrueForAll(_positions, p => HasBetween(p, left, right)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool HasBetween(List<int> positions, int from, int to)
    {
        var at = positions.BinarySearch(from);
        if (at < 0)
        {
            at = ~at;
        }

        return at < positions.Count && positions[at] < to;
    }
}
