using System.Text;

namespace Search.Text.Legacy;

/// <summary>
/// VIQR in whole texts. The marks are punctuation elsewhere, so words are converted one by one, and only where the
/// result is a syllable; a full stop, a question mark or an apostrophe at the end of a sentence stays one.
/// </summary>
internal static class ViqrText
{
    private const int LeastWords = 3;
    private const int MaxWord = 24;

    /// <summary>Whether an ASCII text is VIQR: enough words of it read well, with marks that plain text does not use.</summary>
    internal static bool TryDecode(string text, out string decoded, out double confidence)
    {
        decoded = text;
        confidence = 0;
        if (!text.AsSpan().ContainsAny('^', '(', '+') && !text.AsSpan().ContainsAny('`', '~'))
        {
            return false;
        }

        var result = new StringBuilder(text.Length);
        int converted = 0, telling = 0, failed = 0, words = 0;
        Span<char> buffer = stackalloc char[MaxWord];
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsAsciiLetter(text[i]))
            {
                result.Append(text[i++]);
                continue;
            }

            var end = i;
            var hasMark = false;
            var hasTelling = false;
            while (end < text.Length && (char.IsAsciiLetter(text[end]) || ViqrReader.IsMark(text[end])))
            {
                hasMark |= ViqrReader.IsMark(text[end]);
                hasTelling |= ViqrReader.IsTelling(text[end]);
                end++;
            }

            words++;
            var length = end - i <= MaxWord ? Convert(text.AsSpan(i, end - i), EndsSentence(text, end, text[end - 1] == '?'), buffer, out var used) : Nothing(out used);
            if (length > 0)
            {
                converted++;
                if (hasTelling)
                {
                    telling++;
                }

                result.Append(buffer[..length]);
                i += used;
            }
            else
            {
                if (hasMark && hasTelling)
                {
                    failed++;
                }

                result.Append(text, i, end - i);
                i = end;
            }
        }

        // A short text needs more of its words to be VIQR than a long one.
        var isPlain = telling < 2 && (telling == 0 || failed > 0 || converted * 2 < words);
        if (converted < LeastWords || isPlain || failed * 4 > converted || converted * 5 < words)
        {
            return false;
        }

        decoded = result.ToString();
        confidence = Math.Round(converted / (converted + failed + 1.0), 3);
        return true;
    }

    private static int Nothing(out int used)
    {
        used = 0;
        return 0;
    }

    private static int Convert(ReadOnlySpan<char> word, bool endsSentence, Span<char> target, out int used)
    {
        // Marks at the end may be punctuation: the shortest stripping that reads as a syllable wins, and where a sentence
        // may end a full stop is taken off first, a question mark only at the end of the line.
        for (var strip = endsSentence && word[^1] is '.' or '?' ? 1 : 0; strip < word.Length; strip++)
        {
            if (strip > 0 && !ViqrReader.IsMark(word[^strip]))
            {
                break;
            }

            used = word.Length - strip;
            var length = Read(word[..used], target);
            if (length > 0)
            {
                return length;
            }
        }

        used = 0;
        return 0;
    }

    private static int Read(ReadOnlySpan<char> word, Span<char> target)
    {
        var written = 0;
        var isMarked = false;
        for (var i = 0; i < word.Length;)
        {
            var read = ViqrReader.Read(word, i, out var letter);
            isMarked |= read > 0;
            target[written++] = read > 0 ? letter : word[i];
            i += Math.Max(1, read);
        }

        return isMarked && VietnameseSyllable.IsValid(target[..written]) ? written : 0;
    }

    private static bool EndsSentence(string text, int at, bool onlyLine)
    {
        while (at < text.Length && text[at] is ' ' or '"' or ')')
        {
            at++;
        }

        return at >= text.Length || text[at] is '\n' or '\r' || (!onlyLine && char.IsAsciiLetterUpper(text[at]));
    }
}
