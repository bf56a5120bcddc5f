using System.Text;
using Search.Text.Legacy;

namespace Search.Text;

/// <summary>
/// What has to be done to a Unicode text whose letters as a whole are not what they seem: TCVN3 or VNI letters that a
/// program took for Latin-1 (fonts such as .VnTime and VNI-Times in Word files, PDF without a map to Unicode), UTF-8 that
/// was encoded twice, ð and ñ in place of đ. It is found on the whole text, because single words may be read either way,
/// and then applied to any piece of it.
/// </summary>
public sealed class TextRestoration
{
    /// <summary>Enough words for a verdict; the rest of a long text is like its beginning.</summary>
    private const int SampleLength = 1 << 16;

    /// <summary>Least share of well-formed words among those with marks, once restored.</summary>
    private const double LeastShare = 0.75;

    /// <summary>Fewer words prove nothing.</summary>
    private const int LeastWords = 4;

    private readonly Func<string, string> _apply;

    private TextRestoration(string name, Func<string, string> apply)
    {
        Name = name;
        _apply = apply;
    }

    /// <summary>Short name of what was wrong: <c>tcvn3</c>, <c>vni</c>, <c>utf-8-twice</c> or <c>eth</c>.</summary>
    public string Name { get; }

    /// <summary>Finds out whether a text has to be restored.</summary>
    /// <param name="text">The whole text.</param>
    /// <returns>What to do with it; null where most of its words are good as they stand.</returns>
    public static TextRestoration? Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.AsSpan().ContainsAnyInRange('\u0080', '\u00FF'))
        {
            return null;
        }

        var sample = Sample(text);
        var asItIs = EncodingScore.Of(sample);
        TextRestoration? best = null;
        var bestRank = 0.0;
        foreach (var candidate in (ReadOnlySpan<TextRestoration>)[Twice, Tcvn3, Vni])
        {
            var score = EncodingScore.Of(candidate.Apply(sample));
            if (score.Valid >= LeastWords && score.Share >= LeastShare && score.Valid > 2 * asItIs.Valid
                && score.Rank > bestRank)
            {
                best = candidate;
                bestRank = score.Rank;
            }
        }

        return best ?? (HasEth(sample, out var hasSmall) ? Eth(hasSmall) : null);
    }

    /// <summary>Restores a piece of the text it was found for.</summary>
    /// <param name="piece">Any part; best whole lines, since capitals of TCVN3 show by their neighbors.</param>
    public string Apply(string piece)
    {
        ArgumentNullException.ThrowIfNull(piece);
        return piece.AsSpan().ContainsAnyInRange('\u0080', '\u00FF') ? _apply(piece) : piece;
    }

    private static TextRestoration Twice { get; } = new("utf-8-twice", EncodedTwice);

    private static TextRestoration Tcvn3 { get; } = new("tcvn3", piece => Legacy(piece, LegacyEncoding.Tcvn3));

    private static TextRestoration Vni { get; } = new("vni", piece => Legacy(piece, LegacyEncoding.Vni));

    /// <summary>From the first letter beyond ASCII on, so that a long plain heading does not hide the text.</summary>
    private static string Sample(string text)
    {
        var start = Math.Max(0, text.AsSpan().IndexOfAnyExceptInRange('\0', '\u007F') - 64);
        return text.Substring(start, Math.Min(SampleLength, text.Length - start));
    }

    private static string Legacy(string piece, LegacyEncoding encoding)
    {
        var letters = new char[piece.Length];
        var written = 0;
        for (var i = 0; i < piece.Length;)
        {
            var read = LegacyReader.Read(piece, i, encoding, out var letter);
            letters[written++] = read == 0 ? piece[i] : letter;
            i += Math.Max(1, read);
        }

        if (encoding == LegacyEncoding.Tcvn3)
        {
            SharedCase.Raise(letters.AsSpan(0, written));
        }

        return new string(letters, 0, written);
    }

    /// <summary>Each run of characters that stand for bytes of UTF-8 is decoded; what stands for none stays.</summary>
    private static string EncodedTwice(string piece)
    {
        var restored = new StringBuilder(piece.Length);
        Span<byte> bytes = stackalloc byte[4];
        for (var i = 0; i < piece.Length;)
        {
            var length = Gather(piece.AsSpan(i), bytes);
            if (length > 1 && Rune.DecodeFromUtf8(bytes[..length], out var rune, out var used) == System.Buffers.OperationStatus.Done && used == length)
            {
                restored.Append(rune.ToString());
                i += length;
            }
            else
            {
                restored.Append(piece[i++]);
            }
        }

        return restored.ToString();
    }

    /// <summary>The bytes of the UTF-8 sequence that characters stand for; 1 where they stand for none.</summary>
    private static int Gather(ReadOnlySpan<char> piece, Span<byte> bytes)
    {
        var first = ToByte(piece[0]);
        var length = first switch
        {
            >= 0xC2 and < 0xE0 => 2,
            >= 0xE0 and < 0xF0 => 3,
            >= 0xF0 and < 0xF5 => 4,
            _ => 1,
        };
        if (length > piece.Length)
        {
            return 1;
        }

        for (var i = 0; i < length; i++)
        {
            var value = ToByte(piece[i]);
            if (value < 0)
            {
                return 1;
            }

            bytes[i] = (byte)value;
        }

        return length;
    }

    private static int ToByte(char c) => c <= '\u00FF' ? c : Cp1252.ToByte(c);

    /// <summary>Fonts that draw đ at the place of ð or ñ: words with them are syllables once they are read so.</summary>
    private static bool HasEth(string sample, out bool hasSmall)
    {
        int words = 0, good = 0, small = 0;
        for (var i = 0; i < sample.Length;)
        {
            if (!char.IsLetter(sample[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < sample.Length && char.IsLetter(sample[i]))
            {
                i++;
            }

            var word = sample[start..i];
            if (word.AsSpan().ContainsAny('ð', 'ñ', 'Ñ'))
            {
                words++;
                good += VietnameseSyllable.IsValid(ReadEth(word, isSmall: false)) ? 1 : 0;
                small += word.AsSpan().ContainsAny('ñ', 'Ñ') ? 1 : 0;
            }
        }

        hasSmall = small > 0;
        return good >= LeastWords && good >= words * LeastShare;
    }

    private static TextRestoration Eth(bool hasSmall) => new("eth", piece => ReadEth(piece, hasSmall));

    /// <param name="piece">What to read.</param>
    /// <param name="isSmall">Whether ñ is the small letter of this font, so that ð is the capital; else ð is either.</param>
    private static string ReadEth(string piece, bool isSmall)
    {
        var read = piece.ToCharArray();
        for (var i = 0; i < read.Length; i++)
        {
            read[i] = read[i] switch
            {
                'ñ' => 'đ',
                'Ñ' or 'Ð' => 'Đ',
                'ð' => isSmall || IsAmongCapitals(piece, i) ? 'Đ' : 'đ',
                var other => other,
            };
        }

        return new string(read);
    }

    private static bool IsAmongCapitals(string text, int at) =>
        (at + 1 < text.Length && char.IsUpper(text[at + 1]))
        || (at > 0 && char.IsUpper(text[at - 1]) && (at + 1 == text.Length || !char.IsLower(text[at + 1])));
}
