namespace Search.Text.Repairs;

/// <summary>One token: a window on the text.</summary>
internal readonly ref struct Token
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
}
