namespace Search.Engine.Embedded;

/// <summary>Walks the terms of a dictionary in order.</summary>
internal ref struct TermCursor
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly int _count;
    private byte[] _key = new byte[64];
    private int _length;
    private int _at;

    public TermCursor(ReadOnlySpan<byte> bytes, int ordinal, int count)
    {
        _bytes = bytes;
        _count = count;
        Ordinal = ordinal - 1;
        MoveNext();
    }

    /// <summary>The term's ordinal.</summary>
    public int Ordinal { get; private set; }

    /// <summary>False past the last term.</summary>
    public readonly bool IsValid => Ordinal < _count;

    /// <summary>The term's key, valid until the next move.</summary>
    public readonly ReadOnlySpan<byte> Key => _key.AsSpan(0, _length);

    public void MoveNext()
    {
        Ordinal++;
        if (Ordinal >= _count)
        {
            return;
        }

        var shared = (int)Varint.Read(_bytes, ref _at);
        var added = (int)Varint.Read(_bytes, ref _at);
        _length = shared + added;
        if (_length > _key.Length)
        {
            Array.Resize(ref _key, Math.Max(_length, _key.Length * 2));
        }

        _bytes.Slice(_at, added).CopyTo(_key.AsSpan(shared));
        _at += added;
    }
}
