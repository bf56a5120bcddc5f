namespace Search.Citations.Scanning;

/// <summary>
/// The words the patterns know, each with an id for its folded form and one for its exact (lower-case, accented)
/// form. Words outside it get id 0: most of a text is dismissed by one table look-up a word.
/// </summary>
internal sealed class Vocabulary
{
    /// <summary>Start value of the running hash the tokenizer keeps over folded characters.</summary>
    public const uint Seed = 2166136261;

    private readonly List<string> _folded = [""];
    private readonly List<string> _exact = [""];
    private readonly List<ushort[]> _exactsOf = [[]];
    private readonly Dictionary<string, ushort> _foldedIds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ushort> _exactIds = new(StringComparer.Ordinal);
    private ushort[] _table = [];
    private string[] _frozenFolded = [];
    private string[] _frozenExact = [];
    private ushort[][] _frozenExactsOf = [];
    private int _mask;

    /// <summary>Number of folded ids, 0 included.</summary>
    public int Count => _folded.Count;

    /// <summary>The exact forms of a folded word.</summary>
    public ReadOnlySpan<ushort> ExactsOf(ushort folded) => _frozenExactsOf[folded];

    /// <summary>One step of the hash.</summary>
    public static uint Step(uint hash, char folded) => (hash ^ folded) * 16777619;

    /// <summary>Adds a word in any case; returns its ids. Only while the lexicon is being built.</summary>
    public WordId Add(string word)
    {
        var lower = word.ToLowerInvariant();
        var folded = string.Create(lower.Length, lower, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                target[i] = CharTables.Fold(source[i]);
            }
        });
        if (!_foldedIds.TryGetValue(folded, out var foldedId))
        {
            foldedId = checked((ushort)_folded.Count);
            _folded.Add(folded);
            _exactsOf.Add([]);
            _foldedIds.Add(folded, foldedId);
        }

        if (!_exactIds.TryGetValue(lower, out var exactId))
        {
            exactId = checked((ushort)_exact.Count);
            _exact.Add(lower);
            _exactIds.Add(lower, exactId);
            _exactsOf[foldedId] = [.. _exactsOf[foldedId], exactId];
        }

        return new WordId(foldedId, exactId);
    }

    /// <summary>Builds the hash table; no word may be added afterwards.</summary>
    public void Freeze()
    {
        _frozenFolded = [.. _folded];
        _frozenExact = [.. _exact];
        _frozenExactsOf = [.. _exactsOf];
        var size = 16;
        while (size < _folded.Count * 8)
        {
            size *= 2;
        }

        _table = new ushort[size];
        _mask = size - 1;
        for (var id = 1; id < _folded.Count; id++)
        {
            var hash = Seed;
            foreach (var c in _folded[id])
            {
                hash = Step(hash, c);
            }

            var slot = (int)(hash ^ (hash >> 15)) & _mask;
            while (_table[slot] != 0)
            {
                slot = (slot + 1) & _mask;
            }

            _table[slot] = (ushort)id;
        }
    }

    /// <summary>The ids of a word of the text.</summary>
    /// <param name="word">The word as written.</param>
    /// <param name="hash">The hash over its folded characters.</param>
    public WordId Find(ReadOnlySpan<char> word, uint hash)
    {
        var slot = (int)(hash ^ (hash >> 15)) & _mask;
        while (_table[slot] is var id and not 0)
        {
            if (SameFolded(_frozenFolded[id], word))
            {
                return new WordId(id, FindExact(id, word));
            }

            slot = (slot + 1) & _mask;
        }

        return default;
    }

    private static bool SameFolded(string folded, ReadOnlySpan<char> word)
    {
        if (folded.Length != word.Length)
        {
            return false;
        }

        for (var i = 0; i < word.Length; i++)
        {
            if (folded[i] != CharTables.Fold(word[i]))
            {
                return false;
            }
        }

        return true;
    }

    private ushort FindExact(ushort id, ReadOnlySpan<char> word)
    {
        foreach (var exact in _frozenExactsOf[id])
        {
            var known = _frozenExact[exact];
            var same = true;
            for (var i = 0; same && i < known.Length; i++)
            {
                same = known[i] == CharTables.Lower(word[i]);
            }

            if (same)
            {
                return exact;
            }
        }

        return 0;
    }
}
