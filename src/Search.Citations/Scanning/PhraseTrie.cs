namespace Search.Citations.Scanning;

/// <summary>Phrases of vocabulary words with a payload; finds the longest that begins at a token.</summary>
/// <param name="vocabulary">Where the words of the phrases get their ids.</param>
/// <param name="exact">Whether accents count.</param>
internal sealed class PhraseTrie(Vocabulary vocabulary, bool exact)
{
    private const int PunctuationBase = 0x10000;
    private readonly Dictionary<long, int> _edges = [];
    private readonly List<int> _payloads = [-1];
    private bool[] _heads = [];

    /// <summary>Adds a phrase; the first payload of a phrase stays.</summary>
    public void Add(string phrase, int payload)
    {
        var node = 0;
        foreach (var id in Ids(phrase))
        {
            var key = ((long)node << 20) | (uint)id;
            if (!_edges.TryGetValue(key, out var next))
            {
                next = _payloads.Count;
                _payloads.Add(-1);
                _edges.Add(key, next);
                if (node == 0 && id < PunctuationBase)
                {
                    if (id >= _heads.Length)
                        Array.Resize(ref _heads, id + 64);
                    _heads[id] = true;
                }
            }

            node = next;
        }

        if (node != 0 && _payloads[node] < 0)
            _payloads[node] = payload;
    }

    /// <summary>Whether a phrase may begin at the token.</summary>
    public bool MayStart(in Token token)
    {
        var id = exact ? token.Exact : token.Word;
        return token.Kind == TokenKind.Word && id < _heads.Length && _heads[id];
    }

    /// <summary>The payload of the longest phrase at a token, or -1.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="at">Where the phrase must begin.</param>
    /// <param name="end">One past its last token.</param>
    public int Match(TokenList tokens, int at, out int end)
    {
        end = at;
        var best = -1;
        if (at >= tokens.Count || !MayStart(tokens[at]))
            return best;
        var node = 0;
        for (var i = at; i < tokens.Count; i++)
        {
            ref readonly var token = ref tokens[i];
            if (i > at && token.Has(TokenFlags.Blank))
                break;
            var id = token.Kind switch
            {
                TokenKind.Word => exact ? token.Exact : token.Word,
                TokenKind.Punctuation => PunctuationBase + token.Word,
                _ => 0,
            };
            if (id == 0 || !_edges.TryGetValue(((long)node << 20) | (uint)id, out node))
                break;
            if (_payloads[node] >= 0)
            {
                best = _payloads[node];
                end = i + 1;
            }
        }

        return best;
    }

    private List<int> Ids(string phrase)
    {
        var ids = new List<int>();
        for (var i = 0; i < phrase.Length;)
        {
            var kind = CharTables.Class(phrase[i]);
            var from = i++;
            if (kind == CharTables.Letter)
            {
                while (i < phrase.Length && CharTables.Class(phrase[i]) == CharTables.Letter)
                    i++;
                var word = vocabulary.Add(phrase[from..i]);
                ids.Add(exact ? word.Exact : word.Folded);
            }
            else if (kind == CharTables.Punctuation)
            {
                ids.Add(PunctuationBase + phrase[from]);
            }
            else if (kind == CharTables.Digit)
            {
                return []; // phrases with figures are not phrases: the readers take figures apart
            }
        }

        return ids;
    }
}
