using System.Runtime.CompilerServices;

namespace Search.Engine;

/// <summary>Reads the words of a stored text one by one.</summary>
/// <param name="words">What <see cref="ForwardText.Open"/> gives.</param>
internal ref struct ForwardReader(ReadOnlySpan<byte> words)
{
    private readonly ReadOnlySpan<byte> _bytes = words;
    private int _at;

    /// <summary>Code of the word; <see cref="SyllableCode.None"/> for a word without one, which is <see cref="Foreign"/>.</summary>
    public int Code { get; private set; }

    /// <summary>The word in UTF-8, where it has no code.</summary>
    public ReadOnlySpan<byte> Foreign { get; private set; }

    /// <summary>Whether a line of the body begins with the word; the body's first word is not marked.</summary>
    public bool BeginsLine { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveNext()
    {
        if (_at >= _bytes.Length)
        {
            return false;
        }

        uint first = _bytes[_at++];
        BeginsLine = first == SyllableCode.Line;
        if (BeginsLine)
        {
            first = _bytes[_at++];
        }

        if (first <= SyllableCode.Short)
        {
            Code = (int)first - 1;
        }
        else if (first < SyllableCode.Escape)
        {
            Code = SyllableCode.Short + ((int)(first - SyllableCode.Lead) << 8) + _bytes[_at++];
        }
        else
        {
            Code = SyllableCode.None;
            Foreign = _bytes.Slice(_at + 1, _bytes[_at]);
            _at += 1 + Foreign.Length;
        }

        return true;
    }

    /// <summary>Looks up as many words as there is room for; the same as stepping, but faster.</summary>
    /// <param name="words">The values of words.</param>
    /// <param name="lineMark">Set in the value of a word that begins a line.</param>
    /// <param name="values">Receives the values.</param>
    public void LookUp(WordTable words, byte lineMark, Span<byte> values)
    {
        var text = _bytes;
        var table = words.ByCode;
        var at = _at;
        var mark = (byte)0;
        for (var i = 0; i < values.Length && at < text.Length;)
        {
            int first = text[at];
            if ((byte)(first - 1) < SyllableCode.Escape - 1)
            {
                // One or two bytes without a branch: which of them comes next is a toss of a coin.
                var two = (SyllableCode.Lead - 1 - first) >> 31;
                var code = first - 1 + (two & (((first - SyllableCode.Lead) << 8) + text[Math.Min(at + 1, text.Length - 1)] + SyllableCode.Short + 1 - first));
                at += 1 - two;
                values[i++] = (byte)(table[code] | mark);
                mark = 0;
            }
            else if (first == SyllableCode.Line)
            {
                mark = lineMark;
                at++;
            }
            else
            {
                var length = text[at + 1];
                values[i++] = (byte)(words.Foreign(text.Slice(at + 2, length)) | mark);
                mark = 0;
                at += 2 + length;
            }
        }

        _at = at;
    }
}
