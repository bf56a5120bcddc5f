using System.Runtime.CompilerServices;

namespace Search.Engine.Embedded;

/// <summary>Reads the text of a passage term by term.</summary>
/// <param name="bytes">What <see cref="Segment.Text"/> gives.</param>
internal ref struct ForwardReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    /// <summary>Code of the term.</summary>
    public int Code { get; private set; }

    /// <summary>Whether a line of the body begins with the term; the body's first term is not marked.</summary>
    public bool BeginsLine { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveNext()
    {
        if (_at >= _bytes.Length)
        {
            return false;
        }

        uint first = _bytes[_at++];
        BeginsLine = first == ForwardCode.Line;
        if (BeginsLine)
        {
            first = _bytes[_at++];
        }

        if (first <= ForwardCode.Short)
        {
            Code = (int)first - 1;
        }
        else if (first < ForwardCode.Escape)
        {
            Code = ForwardCode.Short + ((int)(first - ForwardCode.Lead) << 8) + _bytes[_at++];
        }
        else
        {
            Code = ReadLong();
        }

        return true;
    }

    /// <summary>Looks up as many terms as there is room for in a table by code; the same as stepping, but faster.</summary>
    /// <param name="table">A value for each code.</param>
    /// <param name="lineMark">Set in the value of a term that begins a line.</param>
    /// <param name="values">Receives the values.</param>
    public void LookUp(ReadOnlySpan<byte> table, byte lineMark, Span<byte> values)
    {
        var text = _bytes;
        var at = _at;
        var mark = (byte)0;
        for (var i = 0; i < values.Length && at < text.Length;)
        {
            int first = text[at];
            int code;
            if ((byte)(first - 1) < ForwardCode.Escape - 1)
            {
                // One or two bytes without a branch: which of them comes next is a toss of a coin.
                var two = (ForwardCode.Lead - 1 - first) >> 31;
                code = first - 1 + (two & (((first - ForwardCode.Lead) << 8) + text[Math.Min(at + 1, text.Length - 1)] + ForwardCode.Short + 1 - first));
                at += 1 - two;
            }
            else if (first == ForwardCode.Line)
            {
                mark = lineMark;
                at++;
                continue;
            }
            else
            {
                _at = at + 1;
                code = ReadLong();
                at = _at;
            }

            values[i++] = (byte)(table[code] | mark);
            mark = 0;
        }

        _at = at;
    }

    private int ReadLong()
    {
        var code = _bytes[_at] | (_bytes[_at + 1] << 8) | (_bytes[_at + 2] << 16);
        _at += 3;
        return code + ForwardCode.Middle;
    }
}
