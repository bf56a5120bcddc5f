using System.Numerics;

namespace Search.Text;

/// <summary>
/// A set of folded words that tells fast, and without looking a word up, that a word of a text is none of them. A word
/// that may be one of them is looked up; so is every word with a letter that the table does not know.
/// </summary>
public sealed class FoldedWords
{
    // Latin letters with the marks of Vietnamese end here.
    private const int TableSize = 0x1F00;
    private const int HashBits = 12;

    // The one ASCII letter or figure that a character folds to; 0 where it folds to anything else.
    private static readonly byte[] Table = MakeTable();

    // A bit a hash; null where every word may be one of them.
    private readonly ulong[]? _bits;

    /// <summary>The set of these words; null is the set of all words.</summary>
    public FoldedWords(IEnumerable<string>? words)
    {
        var bits = words is null ? null : new ulong[(1 << HashBits) / 64];
        foreach (var word in words ?? [])
        {
            if (!TryHash(word, out var hash))
            {
                bits = null;
                break;
            }

            bits![hash >> 6] |= 1UL << (hash & 63);
        }

        _bits = bits;
    }

    /// <summary>False where the word is surely not in the set.</summary>
    public bool MayHold(ReadOnlySpan<char> word) => _bits is not { } bits || !TryHash(word, out var hash) || (bits[hash >> 6] >> (hash & 63) & 1) != 0;

    private static bool TryHash(ReadOnlySpan<char> word, out int hash)
    {
        var sum = 0x811C9DC5u;
        foreach (var c in word)
        {
            var letter = c < TableSize ? Table[c] : (byte)0;
            if (letter == 0)
            {
                hash = 0;
                return false;
            }

            sum = (BitOperations.RotateLeft(sum, 5) ^ letter) * 0x9E3779B1u;
        }

        hash = (int)(sum >> (32 - HashBits));
        return true;
    }

    private static byte[] MakeTable()
    {
        var table = new byte[TableSize];
        for (var c = '\0'; c < TableSize; c++)
        {
            if (char.IsLetterOrDigit(c) && WordForms.Of(c.ToString()).Folded is [var only] && char.IsAsciiLetterOrDigit(only))
            {
                table[c] = (byte)only;
            }
        }

        return table;
    }
}
