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
    private const ulong Everything = ulong.MaxValue;

    // The one ASCII letter or figure that a character folds to; 0 where it folds to anything else.
    private static readonly byte[] Table = MakeTable();

    private readonly ulong _bits;

    /// <summary>The set of these words; null is the set of all words.</summary>
    public FoldedWords(IEnumerable<string>? words)
    {
        if (words is null)
        {
            _bits = Everything;
        }
        else
        {
            foreach (var word in words)
            {
                _bits |= TryHash(word, out var hash) ? 1UL << hash : Everything;
            }
        }
    }

    /// <summary>False where the word is surely not in the set.</summary>
    public bool MayHold(ReadOnlySpan<char> word) => _bits == Everything || !TryHash(word, out var hash) || (_bits >> hash & 1) != 0;

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

        hash = (int)(sum >> 26);
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
