namespace Search.Text.Repairs;

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    /// <summary>A syllable, a foreign word, an abbreviation; may hold digits after its first letter (QH15).</summary>
    Word,

    /// <summary>Digits, with the points or commas inside them (1.000.000 or 2,5 or 2.1.3).</summary>
    Number,

    /// <summary>A document number (số/ký hiệu) such as 04-CT/TW or 110/2004/QĐ-TTg.</summary>
    Docket,

    /// <summary>A day written in digits, such as 06/7/2011.</summary>
    Date,

    /// <summary>One character that is none of these.</summary>
    Punctuation,
}
