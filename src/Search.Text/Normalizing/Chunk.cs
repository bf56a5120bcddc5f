namespace Search.Text.Normalizing;

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
            Grow();
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

    /// <summary>Inserts a character that has no source of its own before <paramref name="index"/>.</summary>
    internal void Insert(int index, char c)
    {
        var at = index < Count ? _start[index] : _end[Count - 1];
        Add(c, at, at);
        for (var i = Count - 1; i > index; i--)
        {
            _text[i] = _text[i - 1];
            _start[i] = _start[i - 1];
            _end[i] = _end[i - 1];
        }

        _text[index] = c;
        _start[index] = at;
        _end[index] = at;
    }

    /// <summary>Replaces a range by text made from all of it.</summary>
    internal void Replace(int index, int length, ReadOnlySpan<char> text)
    {
        var start = _start[index];
        var end = _end[index + length - 1];
        var tail = Count - index - length;
        var grown = text.Length - length;
        for (var i = 0; i < grown; i++)
            Add(' ', 0, 0);
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

    private void Grow()
    {
        Array.Resize(ref _text, Count * 2);
        Array.Resize(ref _start, Count * 2);
        Array.Resize(ref _end, Count * 2);
    }
}
