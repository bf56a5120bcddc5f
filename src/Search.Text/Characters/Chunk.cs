namespace Search.Text.Characters;

/// <summary>
/// A stretch of text under work: every character knows the source range it was made from. Rules change characters and
/// ranges together, so that no offset can get lost.
/// </summary>
internal sealed class Chunk
{
    private char[] _text = new char[256];
    private int[] _start = new int[256];
    private int[] _end = new int[256];

    internal int Count { get; private set; }

    internal Span<char> Text => _text.AsSpan(0, Count);

    internal int StartOf(int index) => _start[index];

    internal int EndOf(int index) => _end[index];

    internal void Clear() => Count = 0;

    internal void Add(char c, int start, int end)
    {
        if (Count == _text.Length)
        {
            Grow();
        }

        _text[Count] = c;
        _start[Count] = start;
        _end[Count] = end;
        Count++;
    }

    /// <summary>The last character absorbs more of the source: a combining mark composed into it.</summary>
    internal void ExtendLast(char c, int end)
    {
        _text[Count - 1] = c;
        _end[Count - 1] = end;
    }

    /// <summary>Replaces a range by text made from all of it.</summary>
    internal void Replace(int index, int length, ReadOnlySpan<char> text)
    {
        var start = _start[index];
        var end = _end[index + length - 1];
        var tail = Count - index - length;
        var grown = text.Length - length;
        for (var i = 0; i < grown; i++)
        {
            Add(' ', 0, 0);
        }

        Array.Copy(_text, index + length, _text, index + text.Length, tail);
        Array.Copy(_start, index + length, _start, index + text.Length, tail);
        Array.Copy(_end, index + length, _end, index + text.Length, tail);
        Count = index + text.Length + tail;
        for (var i = 0; i < text.Length; i++)
        {
            _text[index + i] = text[i];
            _start[index + i] = start;
            _end[index + i] = end;
        }
    }

    /// <summary>Adds a range of another chunk as it is.</summary>
    internal void AddRange(Chunk other, int start, int end)
    {
        var count = end - start;
        while (Count + count > _text.Length)
        {
            Grow();
        }

        other._text.AsSpan(start, count).CopyTo(_text.AsSpan(Count));
        other._start.AsSpan(start, count).CopyTo(_start.AsSpan(Count));
        other._end.AsSpan(start, count).CopyTo(_end.AsSpan(Count));
        Count += count;
    }

    private void Grow()
    {
        var length = _text.Length * 2;
        Array.Resize(ref _text, length);
        Array.Resize(ref _start, length);
        Array.Resize(ref _end, length);
    }
}
