namespace Search.Engine;

/// <summary>
/// The texts of passages that were read lately, within a budget of bytes: a place for each passage, so that finding one is
/// reading an array. When the budget is spent a hand goes around and lets go of those that were not asked for since it
/// came by. Safe for many threads; a text may be read twice at the same time.
/// </summary>
/// <param name="stored">Where the texts are.</param>
/// <param name="budget">Bytes of all texts.</param>
internal sealed class TextCache(ISegment stored, long budget)
{
    // Of an array besides its bytes.
    private const int Overhead = 32;

    private readonly byte[]?[] _texts = new byte[stored.Docs][];
    private readonly bool[] _used = new bool[stored.Docs];
    private readonly Lock _gate = new();
    private long _size;
    private int _hand;

    /// <summary>Bytes that are kept.</summary>
    public long Size => Interlocked.Read(ref _size);

    /// <summary>The text of a passage.</summary>
    public byte[] Of(int doc)
    {
        var text = Volatile.Read(ref _texts[doc]);
        if (text is null)
        {
            text = stored.Text(doc);
            Add(doc, text);
        }

        if (!_used[doc])
        {
            _used[doc] = true;
        }

        return text;
    }

    private void Add(int doc, byte[] text)
    {
        if (Interlocked.CompareExchange(ref _texts[doc], text, null) is not null
            || Interlocked.Add(ref _size, text.Length + Overhead) <= budget || !_gate.TryEnter())
        {
            return;
        }

        try
        {
            Shrink();
        }
        finally
        {
            _gate.Exit();
        }
    }

    private void Shrink()
    {
        // Twice around at most: the first time a text may have been used.
        for (var steps = 2 * _texts.Length; steps > 0 && Interlocked.Read(ref _size) > budget; steps--)
        {
            _hand = _hand + 1 < _texts.Length ? _hand + 1 : 0;
            if (_used[_hand])
            {
                _used[_hand] = false;
            }
            else if (Interlocked.Exchange(ref _texts[_hand], null) is { } dropped)
            {
                Interlocked.Add(ref _size, -(dropped.Length + Overhead));
            }
        }
    }
}
