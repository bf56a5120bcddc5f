namespace Search.Engine.Embedded;

/// <summary>Walks the keys of a dictionary, block by block, in a form that several can be kept in an array.</summary>
internal sealed class KeyWalk
{
    private readonly TermDictionary _terms;
    private readonly List<byte[]> _block = [];
    private int _at;

    public KeyWalk(TermDictionary terms)
    {
        _terms = terms;
        Ordinal = -1;
        MoveNext();
    }

    /// <summary>Ordinal of the current key.</summary>
    public int Ordinal { get; private set; }

    /// <summary>The current key; null past the last one.</summary>
    public byte[]? Key { get; private set; }

    public void MoveNext()
    {
        Ordinal++;
        if (Ordinal >= _terms.Count)
        {
            Key = null;
            return;
        }

        if (_at >= _block.Count)
        {
            _terms.ReadBlock(Ordinal, _block, ref _at);
        }

        Key = _block[_at++];
    }
}
