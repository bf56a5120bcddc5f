using Search.Text.Tokens;

namespace Search.Text;

/// <summary>One token: a window on the text, with its two search forms written on demand into the caller's buffer.</summary>
public readonly ref struct Token
{
    internal Token(ReadOnlySpan<char> text, int start, TokenKind kind)
    {
        Text = text;
        Start = start;
        Kind = kind;
    }

    /// <summary>The characters as they stand in the text.</summary>
    public ReadOnlySpan<char> Text { get; }

    /// <summary>Offset of the first UTF-16 unit.</summary>
    public int Start { get; }

    /// <summary>Offset after the last UTF-16 unit.</summary>
    public int End => Start + Text.Length;

    /// <summary>What the token is.</summary>
    public TokenKind Kind { get; }

    /// <summary>
    /// Writes the exact form: words in lower case with their accents, dockets in capitals without spaces, dates as
    /// yyyy-MM-dd.
    /// </summary>
    /// <param name="target">At least as long as <see cref="Text"/>, and 10 for a date.</param>
    /// <returns>How many UTF-16 units were written.</returns>
    public int WriteExact(Span<char> target) => TokenForms.WriteExact(Kind, Text, target);

    /// <summary>Writes the folded form: no accents, lower case (dockets: capitals), numbers without leading zeros.</summary>
    /// <param name="target">At least as long as <see cref="Text"/>, and 10 for a date.</param>
    /// <returns>How many UTF-16 units were written.</returns>
    public int WriteFolded(Span<char> target) => TokenForms.WriteFolded(Kind, Text, target);
}
