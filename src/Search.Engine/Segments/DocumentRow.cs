using System.Numerics;

namespace Search.Engine;

/// <summary>
/// The documents of a segment that hold a term, deleted ones included: a bit for each document of the segment, or the numbers
/// of those that hold it where they are few.
/// </summary>
internal sealed class DocumentRow
{
    private const int BitsPerNumber = 32;

    /// <param name="bits">A bit a document; not kept.</param>
    public DocumentRow(ReadOnlySpan<ulong> bits)
    {
        var count = 0;
        foreach (var word in bits)
        {
            count += BitOperations.PopCount(word);
        }

        if (count * BitsPerNumber >= bits.Length * 64)
        {
            Bits = bits.ToArray();
            return;
        }

        var numbers = new int[count];
        var next = 0;
        for (var w = 0; w < bits.Length; w++)
        {
            for (var word = bits[w]; word != 0; word &= word - 1)
            {
                numbers[next++] = (w * 64) + BitOperations.TrailingZeroCount(word);
            }
        }

        Numbers = numbers;
    }

    /// <summary>A bit a document; null where <see cref="Numbers"/> tell.</summary>
    public ulong[]? Bits { get; }

    /// <summary>The documents, ascending; empty where <see cref="Bits"/> tell.</summary>
    public int[] Numbers { get; } = [];

    /// <summary>Bytes it takes, about: with its place in the cache.</summary>
    public int Size => ((Bits?.Length ?? 0) * sizeof(ulong)) + (Numbers.Length * sizeof(int)) + 200;
}
