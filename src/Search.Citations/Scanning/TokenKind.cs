namespace Search.Citations.Scanning;

/// <summary>What a token is made of.</summary>
internal enum TokenKind : byte
{
    /// <summary>A run of letters.</summary>
    Word,

    /// <summary>A run of figures.</summary>
    Number,

    /// <summary>One other visible character.</summary>
    Punctuation,
}
