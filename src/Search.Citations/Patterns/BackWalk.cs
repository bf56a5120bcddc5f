using Search.Citations.Scanning;

namespace Search.Citations.Patterns;

/// <summary>
/// Walks back from a detail that stands late (a date with its issuer after a long title, a date of effect) to the
/// numbers it may belong to. A number inside a bracket that has closed since is out of reach, and so is everything
/// before an empty line or before a date of effect: another statement ended there.
/// </summary>
internal struct BackWalk(ScanState state, int at)
{
    private int _at = at;
    private int _closed;
    private bool _ended;

    /// <summary>Goes back to a token.</summary>
    /// <param name="to">Where the number ends; not after the last call's.</param>
    /// <param name="ended">Whether nothing before it can be reached either.</param>
    /// <returns>Whether the number is in reach.</returns>
    public bool Reaches(int to, out bool ended)
    {
        var tokens = state.Tokens;
        while (!_ended && _at > to)
        {
            ref readonly var token = ref tokens[--_at];
            if (token.IsPunctuation(')'))
            {
                _closed++;
            }
            else if (token.IsPunctuation('('))
            {
                _closed = Math.Max(0, _closed - 1);
            }

            _ended = token.Has(TokenFlags.Blank)
                || (state.Lexicon.Phrases.Effect.MayStart(token) && state.Lexicon.Phrases.Effect.Match(tokens, _at, out _) >= 0);
        }

        ended = _ended;
        return !_ended && _closed == 0;
    }
}
