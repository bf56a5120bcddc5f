namespace Search.Citations.Scanning;

/// <summary>What stands before a token and how it is written.</summary>
[Flags]
internal enum TokenFlags : byte
{
    /// <summary>Nothing of the below: the token follows the one before without a gap.</summary>
    None = 0,

    /// <summary>White space of any kind stands before it.</summary>
    Space = 1,

    /// <summary>One line break stands before it.</summary>
    Line = 2,

    /// <summary>An empty line, or the start of the text, stands before it.</summary>
    Blank = 4,

    /// <summary>A word that begins with a capital.</summary>
    Capital = 8,

    /// <summary>A word of at least two letters that holds no small letter.</summary>
    Upper = 16,

    /// <summary>A sentence, list item or heading begins here, as far as punctuation and layout tell.</summary>
    Break = 32,
}
