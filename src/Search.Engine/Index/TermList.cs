namespace Search.Engine;

/// <summary>The terms of one passage with their impacts, handed over in the order of impacts.</summary>
internal sealed class TermList
{
    private readonly ByteBuffer _keys = new();
    private readonly List<(int Start, int Length, byte Impact)> _terms = [];
    private readonly int[] _starts = new int[257];
    private int[] _order = [];

    /// <summary>Terms.</summary>
    public int Count => _terms.Count;

    /// <summary>The array that holds the keys.</summary>
    public byte[] Keys => _keys.Array;

    /// <summary>A term in the order of impacts, the smallest first: where its key lies in <see cref="Keys"/>, and its impact.</summary>
    /// <param name="index">Its place in that order.</param>
    public (int Start, int Length, byte Impact) Ordered(int index) => _terms[_order[index]];

    public void Clear()
    {
        _keys.Clear();
        _terms.Clear();
    }

    /// <summary>The buffer to which the key of the next term is written, part by part.</summary>
    public ByteBuffer NextKey => _keys;

    /// <summary>Ends the key of a term.</summary>
    /// <param name="start">Length of the buffer before the key.</param>
    /// <param name="impact">The term's impact.</param>
    public void Add(int start, byte impact) => _terms.Add((start, _keys.Length - start, impact));

    /// <summary>Sorts by impact; call once after the last term.</summary>
    public void Sort()
    {
        if (_order.Length < _terms.Count)
        {
            _order = new int[Math.Max(_terms.Count, _order.Length * 2)];
        }

        Array.Clear(_starts);
        foreach (var term in _terms)
        {
            _starts[term.Impact + 1]++;
        }

        for (var impact = 0; impact < 256; impact++)
        {
            _starts[impact + 1] += _starts[impact];
        }

        for (var i = 0; i < _terms.Count; i++)
        {
            _order[_starts[_terms[i].Impact]++] = i;
        }
    }
}
