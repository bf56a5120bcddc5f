using System.Buffers;
using Search.Text.Characters;

namespace Search.Text.Normalizing;

/// <summary>Collects the normalized text and, only where lengths differ, the edits that lead back to the source.</summary>
internal sealed class MappedTextBuilder(string source) : IDisposable
{
    private MapEdit[] _edits = [];
    private int _editCount;
    private char[] _text = ArrayPool<char>.Shared.Rent(source.Length + 64);
    private int _length;
    private int _sourceAt;

    /// <summary>Copies the source up to an offset as it is.</summary>
    internal void CopyTo(int sourceEnd)
    {
        var count = sourceEnd - _sourceAt;
        if (count <= 0)
        {
            return;
        }

        Reserve(count);
        source.CopyTo(_sourceAt, _text, _length, count);
        _length += count;
        _sourceAt = sourceEnd;
    }

    /// <summary>Appends what a chunk has become; <paramref name="sourceEnd"/> is where its source ends.</summary>
    internal void Append(Chunk chunk, int sourceEnd)
    {
        Reserve(chunk.Count);
        var text = chunk.Text;
        for (var i = 0; i < text.Length;)
        {
            var start = chunk.StartOf(i);
            var end = chunk.EndOf(i);
            if (start > _sourceAt)
            {
                AddEdit(0, _sourceAt, start);
            }

            var group = 1;
            while (end > start && i + group < text.Length && chunk.StartOf(i + group) == start && chunk.EndOf(i + group) == end)
            {
                group++;
            }

            if (group != 1 || end != start + 1)
            {
                AddEdit(group, start, end);
            }

            text.Slice(i, group).CopyTo(_text.AsSpan(_length));
            _length += group;
            _sourceAt = end;
            i += group;
        }

        if (sourceEnd > _sourceAt)
        {
            AddEdit(0, _sourceAt, sourceEnd);
            _sourceAt = sourceEnd;
        }
    }

    internal NormalizedText Build()
    {
        CopyTo(source.Length);
        var text = _text.AsSpan(0, _length);
        return text.SequenceEqual(source)
            ? new NormalizedText(source, source, [])
            : new NormalizedText(source, text.ToString(), _edits.AsSpan(0, _editCount).ToArray());
    }

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(_text);
        _text = [];
        if (_edits.Length > 0)
        {
            ArrayPool<MapEdit>.Shared.Return(_edits);
        }

        _edits = [];
    }

    private void AddEdit(int length, int sourceStart, int sourceEnd)
    {
        if (_editCount == _edits.Length)
        {
            GrowEdits();
        }

        _edits[_editCount++] = new MapEdit(_length, length, sourceStart, sourceEnd - sourceStart);
    }

    private void GrowEdits()
    {
        var larger = ArrayPool<MapEdit>.Shared.Rent(Math.Max(64, _edits.Length * 2));
        _edits.AsSpan(0, _editCount).CopyTo(larger);
        if (_edits.Length > 0)
        {
            ArrayPool<MapEdit>.Shared.Return(_edits);
        }

        _edits = larger;
    }

    private void Reserve(int count)
    {
        if (_length + count <= _text.Length)
        {
            return;
        }

        var larger = ArrayPool<char>.Shared.Rent(Math.Max(_length + count, _text.Length * 2));
        _text.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(_text);
        _text = larger;
    }
}
