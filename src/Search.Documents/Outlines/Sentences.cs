using Search.Text;

namespace Search.Documents.Outlines;

/// <summary>Splits long paragraphs at ends of sentences.</summary>
internal static class Sentences
{
    /// <summary>Longest passage in UTF-16 code units.</summary>
    public const int MaxPassage = 1_200;

    private const int MinPassage = 400;

    public static IEnumerable<TextSpan> Split(string text, TextSpan span)
    {
        var start = span.Start;
        while (span.End - start > MaxPassage)
        {
            var cut = Cut(text, start, start + MaxPassage);
            var end = cut;
            while (end > start && char.IsWhiteSpace(text[end - 1]))
            {
                end--;
            }

            yield return new TextSpan(start, end);
            start = cut;
            while (start < span.End && char.IsWhiteSpace(text[start]))
            {
                start++;
            }
        }

        if (start < span.End)
        {
            yield return new TextSpan(start, span.End);
        }
    }

    /// <summary>After the last sentence, else the last clause, else the last word before the limit.</summary>
    private static int Cut(string text, int start, int limit)
    {
        for (var i = limit - 1; i > start + MinPassage; i--)
        {
            if (char.IsWhiteSpace(text[i]) && text[i - 1] is '.' or '!' or '?' or '…' && i + 1 < text.Length && !char.IsLower(text[i + 1]))
            {
                return i;
            }
        }

        for (var i = limit - 1; i > start + MinPassage; i--)
        {
            if (char.IsWhiteSpace(text[i]) && text[i - 1] is ';' or ':' or ',')
            {
                return i;
            }
        }

        for (var i = limit - 1; i > start + MinPassage; i--)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                return i;
            }
        }

        // No space in 1,200 units: cut anywhere but inside a surrogate pair or before a combining mark.
        var at = limit;
        while (at > start + MinPassage && (char.IsLowSurrogate(text[at]) || text[at] is >= '\u0300' and <= '\u036F'))
        {
            at--;
        }

        return at;
    }
}
