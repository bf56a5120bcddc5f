using System.Numerics;

namespace Search.Engine;

/// <summary>A set of documents by their numbers in a generation (<see cref="GroupNumbers"/>).</summary>
internal sealed class DocumentSet
{
    private readonly ulong[] _bits;

    /// <param name="count">Documents of the generation.</param>
    /// <param name="all">Whether it begins with all of them.</param>
    public DocumentSet(int count, bool all = false)
    {
        Size = count;
        _bits = new ulong[(count + 63) / 64];
        if (all)
        {
            Array.Fill(_bits, ulong.MaxValue);
            if ((count & 63) != 0)
            {
                _bits[^1] = (1UL << (count & 63)) - 1;
            }
        }
    }

    /// <summary>Documents of the generation.</summary>
    public int Size { get; }

    /// <summary>Documents in the set.</summary>
    public int Count => _bits.Sum(word => BitOperations.PopCount(word));

    public bool this[int document] => (_bits[document >> 6] >> (document & 63) & 1) != 0;

    public void Add(int document) => _bits[document >> 6] |= 1UL << (document & 63);

    /// <summary>A bit a document.</summary>
    public ReadOnlySpan<ulong> Bits => _bits;

    /// <summary>Forgets all documents.</summary>
    public void Clear() => Array.Clear(_bits);

    /// <summary>Adds documents that follow one another, those that a mask lets pass.</summary>
    /// <param name="start">The first one, the first of a word of bits.</param>
    /// <param name="bits">A bit a document.</param>
    /// <param name="mask">A bit for each that may be added.</param>
    public void Or(int start, ReadOnlySpan<ulong> bits, ReadOnlySpan<ulong> mask)
    {
        var own = _bits.AsSpan(start >> 6, bits.Length);
        for (var i = 0; i < own.Length; i++)
        {
            own[i] |= bits[i] & mask[i];
        }
    }

    /// <summary>Adds documents out of eight that follow one another.</summary>
    /// <param name="start">The first of them, a multiple of eight.</param>
    /// <param name="bits">A bit for each of them.</param>
    public void Or(int start, byte bits) => _bits[start >> 6] |= (ulong)bits << (start & 63);

    public DocumentSet And(DocumentSet other)
    {
        for (var i = 0; i < _bits.Length; i++)
        {
            _bits[i] &= other._bits[i];
        }

        return this;
    }

    public DocumentSet Or(DocumentSet other)
    {
        for (var i = 0; i < _bits.Length; i++)
        {
            _bits[i] |= other._bits[i];
        }

        return this;
    }

    public DocumentSet Without(DocumentSet other)
    {
        for (var i = 0; i < _bits.Length; i++)
        {
            _bits[i] &= ~other._bits[i];
        }

        return this;
    }

    /// <summary>The documents, ascending.</summary>
    public Enumerator GetEnumerator() => new(_bits);

    /// <summary>The documents, ascending.</summary>
    public IEnumerable<int> Documents()
    {
        for (var i = 0; i < _bits.Length; i++)
        {
            for (var word = _bits[i]; word != 0; word &= word - 1)
            {
                yield return (i * 64) + BitOperations.TrailingZeroCount(word);
            }
        }
    }

    /// <summary>Steps through a set, ascending.</summary>
    public struct Enumerator
    {
        private readonly ulong[] _bits;
        private ulong _word;
        private int _at;

        internal Enumerator(ulong[] bits)
        {
            _bits = bits;
            _at = -1;
        }

        public readonly int Current => (_at * 64) + BitOperations.TrailingZeroCount(_word);

        public bool MoveNext()
        {
            _word &= unchecked(_word - 1);
            while (_word == 0)
            {
                if (++_at >= _bits.Length)
                {
                    return false;
                }

                _word = _bits[_at];
            }

            return true;
        }
    }
}
