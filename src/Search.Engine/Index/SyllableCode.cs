using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Search.Text;

namespace Search.Engine;

/// <summary>
/// The codes in which the texts of passages are kept, the same in every index, so that merging copies texts as they
/// are. A byte 0 says that a line, a clause or a sentence of the body begins with the next word; 1 to 181 are the most
/// frequent words; 182 to 254 begin two bytes (18,688 codes): every other well-formed syllable, figures up to 999,
/// years, letters and usual abbreviations; 255 begins any other word: its length in bytes and its UTF-8.
/// </summary>
internal static class SyllableCode
{
    /// <summary>Stands before the word that begins a line.</summary>
    public const byte Line = 0;

    /// <summary>Codes of one byte.</summary>
    public const int Short = 181;

    /// <summary>First of the bytes that begin two.</summary>
    public const int Lead = Short + 1;

    /// <summary>Begins a word that has no code.</summary>
    public const byte Escape = 255;

    /// <summary>Codes of one and two bytes; the number of codes does not reach it.</summary>
    public const int Limit = Short + ((Escape - Lead) * 256);

    /// <summary>What words without a code have.</summary>
    public const int None = -1;

    private static readonly string[] Words = MakeWords();

    private static readonly FrozenDictionary<string, int> Codes =
        Words.Select((word, code) => KeyValuePair.Create(word, code)).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Words that have a code.</summary>
    public static int Count => Words.Length;

    /// <summary>Changes with the table: an index that was written with another one cannot be read.</summary>
    public static uint Fingerprint { get; } = Checksum.Of(Encoding.UTF8.GetBytes(string.Join(' ', Words)));

    /// <summary>The code of a word in its exact form, or <see cref="None"/>.</summary>
    public static int Of(string exact) => Codes.GetValueOrDefault(exact, None);

    /// <summary>The word of a code.</summary>
    public static string Word(int code) => Words[code];

    /// <summary>The bytes that stand for a word; none for an empty one.</summary>
    public static byte[] Encode(string exact)
    {
        if (exact.Length == 0)
        {
            return [];
        }

        var code = Of(exact);
        if (code == None)
        {
            var utf8 = Encoding.UTF8.GetBytes(exact);
            return [Escape, checked((byte)utf8.Length), .. utf8];
        }

        return code < Short ? [(byte)(code + 1)] : [(byte)(Lead + ((code - Short) >> 8)), (byte)(code - Short)];
    }

    /// <summary>The words that bytes stand for, joined by spaces.</summary>
    public static string Decode(ReadOnlySpan<byte> codes)
    {
        var words = "";
        var reader = new ForwardReader(codes);
        while (reader.MoveNext())
        {
            var word = reader.Code == None ? Encoding.UTF8.GetString(reader.Foreign) : Words[reader.Code];
            words = words.Length == 0 ? word : $"{words} {word}";
        }

        return words;
    }

    private static string[] MakeWords()
    {
        var words = new List<string>(Limit);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Add(CommonWords.Frequent);
        if (words.Count != Short)
        {
            throw new InvalidOperationException($"There are {words.Count} words of one byte, not {Short}.");
        }

        Add(Enumerable.Range('a', 26).Select(letter => ((char)letter).ToString()));
        Add(Enumerable.Range(0, 1000).Select(n => n.ToString(CultureInfo.InvariantCulture)));
        Add(Enumerable.Range(0, 10).Select(n => n.ToString("00", CultureInfo.InvariantCulture)));
        Add(Enumerable.Range(1900, 200).Select(n => n.ToString(CultureInfo.InvariantCulture)));
        Add(CommonWords.Abbreviations);
        Add(SyllableInventory.All);
        return words.Count <= Limit ? [.. words] : throw new InvalidOperationException($"{words.Count} words for {Limit} codes.");

        void Add(IEnumerable<string> more)
        {
            foreach (var word in more)
            {
                if (seen.Add(word))
                {
                    words.Add(word);
                }
            }
        }
    }
}
