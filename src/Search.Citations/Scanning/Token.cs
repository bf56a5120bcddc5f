namespace Search.Citations.Scanning;

/// <summary>One token of the normalized text.</summary>
/// <param name="Start">First offset in the normalized text.</param>
/// <param name="End">One past its last offset.</param>
/// <param name="Word">Word: id of the folded word, 0 when no pattern knows it. Number: its value, at most 65535.
/// Punctuation: the character.</param>
/// <param name="Exact">Word: id of the word with its accents, 0 when no pattern knows it so.</param>
/// <param name="Kind">What it is made of.</param>
/// <param name="Flags">What stands before it, and its letter case.</param>
internal readonly record struct Token(
    int Start, int End, ushort Word, ushort Exact, TokenKind Kind, TokenFlags Flags)
{
    public int Length => End - Start;

    public bool IsWord => Kind == TokenKind.Word;

    public bool IsNumber => Kind == TokenKind.Number;

    public bool Has(TokenFlags flag) => (Flags & flag) != TokenFlags.None;

    public bool IsPunctuation(char c) => Kind == TokenKind.Punctuation && Word == c;
}
