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
    private (long Key, int Next)[] _table = [];
    private int _shift;

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
                    {
                        Array.Resize(ref _heads, id + 64);
                    }

                    _heads[id] = true;
                }
            }

            node = next;
        }

        if (node != 0 && _payloads[node] < 0)
        {
            _payloads[node] = payload;
        }
    }

    /// <summary>Lays the edges out for reading; no phrase may be added afterwards. A look-up costs a multiplication and
    /// mostly one read, a third of a dictionary's.</summary>
    public PhraseTrie Freeze()
    {
        var bits = System.Numerics.BitOperations.Log2((uint)Math.Max(4, _edges.Count)) + 2;
        _table = new (long, int)[1 << bits];
        _shift = 64 - bits;
        foreach (var (key, next) in _edges)
        {
            var slot = Slot(key);
            while (_table[slot].Key != 0)
            {
                slot = (slot + 1) & (_table.Length - 1);
            }

            _table[slot] = (key, next);
        }

        return this;
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
        {
            return best;
        }

        var node = 0;
        for (var i = at; i < tokens.Count; i++)
        {
            ref readonly var token = ref tokens[i];
            if (i > at && token.Has(TokenFlags.Blank))
            {
                break;
            }

            var id = token.Kind switch
            {
                TokenKind.Word => exact ? token.Exact : token.Word,
                TokenKind.Punctuation => PunctuationBase + token.Word,
                _ => 0,
            };
            if (id == 0 || (node = Next(((long)node << 20) | (uint)id)) == 0)
            {
                break;
            }

            if (_payloads[node] >= 0)
            {
                best = _payloads[node];
                end = i + 1;
            }
        }

        return best;
    }

    private int Next(long key)
    {
        var table = _table;
        for (var slot = Slot(key); table[slot].Key != 0; slot = (slot + 1) & (table.Length - 1))
        {
            if (table[slot].Key == key)
            {
                return table[slot].Next;
            }
        }

        return 0;
    }

    private int Slot(long key) => (int)(((ulong)key * 0x9E3779B97F4A7C15UL) >> _shift);

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
                {
                    i++;
                }

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
