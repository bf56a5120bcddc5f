using System.Runtime.InteropServices;

namespace Search.Engine.Embedded;

/// <summary>Writes the texts of passages in the codes of <see cref="ForwardCode"/>, one passage after another.</summary>
internal sealed class ForwardWriter
{
    private const int Flush = 1 << 16;

    private readonly BlockFileWriter _file;
    private readonly int[] _codes;
    private readonly long _start;
    private readonly List<uint> _offsets = [0];
    private readonly List<byte> _bytes = [];
    private uint _written;

    /// <param name="file">The file.</param>
    /// <param name="occurrences">How often each term occurs, by ordinal.</param>
    public ForwardWriter(BlockFileWriter file, ReadOnlySpan<int> occurrences)
    {
        _file = file;
        _start = file.Position;
        var order = new int[occurrences.Length];
        var falling = new int[occurrences.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
            falling[i] = -occurrences[i];
        }

        falling.AsSpan().Sort(order.AsSpan());
        // Equal counts in the order of the dictionary, so that the same passages give the same bytes.
        for (var from = 0; from < order.Length;)
        {
            var to = from + 1;
            while (to < order.Length && falling[to] == falling[from])
            {
                to++;
            }

            order.AsSpan(from, to - from).Sort();
            from = to;
        }

        _codes = new int[order.Length];
        for (var code = 0; code < order.Length; code++)
        {
            _codes[order[code]] = code;
        }
    }

    /// <summary>Adds a term of the current passage.</summary>
    /// <param name="ordinal">Its ordinal.</param>
    /// <param name="beginsLine">Whether a line of the body begins with it.</param>
    public void Add(int ordinal, bool beginsLine)
    {
        if (beginsLine)
        {
            _bytes.Add(ForwardCode.Line);
        }

        var code = _codes[ordinal];
        if (code < ForwardCode.Short)
        {
            _bytes.Add((byte)(code + 1));
        }
        else if (code < ForwardCode.Middle)
        {
            code -= ForwardCode.Short;
            _bytes.Add((byte)(ForwardCode.Lead + (code >> 8)));
            _bytes.Add((byte)code);
        }
        else
        {
            code -= ForwardCode.Middle;
            _bytes.Add(ForwardCode.Escape);
            _bytes.Add((byte)code);
            _bytes.Add((byte)(code >> 8));
            _bytes.Add(checked((byte)(code >> 16)));
        }
    }

    /// <summary>Ends the current passage.</summary>
    public void EndPassage()
    {
        _offsets.Add(checked(_written + (uint)_bytes.Count));
        if (_bytes.Count >= Flush)
        {
            Write();
        }
    }

    /// <summary>Ends the section and writes its tables.</summary>
    public void Finish()
    {
        Write();
        _file.EndSection(SectionId.Texts, _start);
        _file.Section(SectionId.TextOffsets, MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_offsets)));
        _file.Section(SectionId.TermCodes, MemoryMarshal.AsBytes<int>(_codes));
    }

    private void Write()
    {
        _file.Write(CollectionsMarshal.AsSpan(_bytes));
        _written += (uint)_bytes.Count;
        _bytes.Clear();
    }
}
