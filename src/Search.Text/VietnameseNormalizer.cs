using Search.Text.Normalizing;

namespace Search.Text;

/// <summary>
/// Brings Vietnamese text into one canonical form for matching, and keeps the way back to every place of the source.
/// Case, line breaks and tabs stay. Normalising twice equals normalising once; the work is linear; no input throws.
/// The rules are listed in the project's README.
/// </summary>
public static class VietnameseNormalizer
{
    /// <summary>The canonical form of a text with its offset map.</summary>
    /// <param name="source">Decoded text of any length; may hold lone surrogates.</param>
    public static NormalizedText Normalize(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var builder = new MappedTextBuilder(source);
        var chunk = new Chunk();
        var position = 0;
        while (position < source.Length)
        {
            if (IsBreak(source[position]))
            {
                position++;
                continue;
            }

            var end = position;
            while (end < source.Length && !IsBreak(source[end]))
                end++;
            builder.CopyTo(position);
            chunk.Clear();
            MarkComposer.Read(source, position, end, chunk);
            WordRules.Apply(chunk);
            builder.Append(chunk, end);
            position = end;
        }

        return builder.Build();
    }

    /// <summary>The canonical form alone; the same instance when the text is canonical already.</summary>
    public static string NormalizeText(string source) => Normalize(source).Text;

    private static bool IsBreak(char c) => c is ' ' or (>= '\t' and <= '\r');
}
