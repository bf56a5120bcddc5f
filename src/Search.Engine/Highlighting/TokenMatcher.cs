using Search.Text;

namespace Search.Engine;

/// <summary>
/// Finds a query's words in a text. A word matches in its exact form; in its folded form it matches where the
/// query was typed without accents, or where the neighboring word matches too ("doi ngoai" for "đối ngoại").
/// </summary>
internal sealed class TokenMatcher
{
    private readonly QueryWords _words;
    private readonly List<FieldToken> _flat = [];
    private readonly List<bool> _joinsNext = [];
    private readonly Dictionary<string, List<int>> _byFolded = new(StringComparer.Ordinal);
    private readonly bool _plain;

    public TokenMatcher(QueryWords words)
    {
        _words = words;
        foreach (var run in words.Runs)
        {
            for (var i = 0; i < run.Count; i++)
            {
                if (!_byFolded.TryGetValue(run[i].Folded, out var places))
                {
                    _byFolded[run[i].Folded] = places = [];
                }

                places.Add(_flat.Count);
                _flat.Add(run[i]);
                _joinsNext.Add(i + 1 < run.Count);
            }
        }

        _plain = _flat.TrueForAll(t => string.Equals(t.Exact, t.Folded, StringComparison.Ordinal));
    }

    /// <summary>Adds the matches in the order of tokens, at most one a token.</summary>
    public void Match(List<FieldToken> tokens, List<TokenMatch> matches)
    {
        var numbered = NumberTokens(tokens);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (numbered is not null && numbered.Contains(i))
            {
                matches.Add(new TokenMatch(i, _flat.Count, InCompound: true));
            }
            else if (MatchWord(tokens, i) is { } match)
            {
                matches.Add(match);
            }
            else if (MatchesPrefix(tokens[i]))
            {
                matches.Add(new TokenMatch(i, _flat.Count + 1, InCompound: true));
            }
        }
    }

    private TokenMatch? MatchWord(List<FieldToken> tokens, int i)
    {
        if (tokens[i].Folded.Length == 0 || !_byFolded.TryGetValue(tokens[i].Folded, out var places))
        {
            return null;
        }

        TokenMatch? single = null;
        foreach (var place in places)
        {
            var pairs = (_joinsNext[place] && i + 1 < tokens.Count && Folded(tokens[i + 1], place + 1))
                || (place > 0 && _joinsNext[place - 1] && i > 0 && Folded(tokens[i - 1], place - 1));
            if (pairs)
            {
                return new TokenMatch(i, place, InCompound: true);
            }

            var alone = (place == 0 || !_joinsNext[place - 1]) && !_joinsNext[place];
            if (single is null && (_plain || string.Equals(tokens[i].Exact, _flat[place].Exact, StringComparison.Ordinal)
                || (alone && string.Equals(tokens[i].Exact, tokens[i].Folded, StringComparison.Ordinal))))
            {
                single = new TokenMatch(i, place, InCompound: alone);
            }
        }

        return single;
    }

    private bool Folded(FieldToken token, int place) =>
        string.Equals(token.Folded, _flat[place].Folded, StringComparison.Ordinal);

    // No lambda: it is asked of every token, and would leave an object behind for each.
    private bool MatchesPrefix(in FieldToken token)
    {
        foreach (var prefix in _words.Prefixes)
        {
            if (token.Folded.StartsWith(prefix, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private HashSet<int>? NumberTokens(List<FieldToken> tokens)
    {
        if (_words.Numbers.Count == 0)
        {
            return null;
        }

        var found = new HashSet<int>();
        foreach (var parts in _words.Numbers)
        {
            for (var i = 0; i + parts.Length <= tokens.Count; i++)
            {
                var n = 0;
                while (n < parts.Length && string.Equals(tokens[i + n].Folded.TrimStart('0'), parts[n], StringComparison.Ordinal))
                {
                    n++;
                }

                if (n < parts.Length)
                {
                    continue;
                }

                for (var k = 0; k < n; k++)
                {
                    found.Add(i + k);
                }
            }
        }

        return found;
    }
}
