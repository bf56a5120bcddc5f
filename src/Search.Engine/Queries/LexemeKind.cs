namespace Search.Engine;

/// <summary>What a piece of a query text is.</summary>
internal enum LexemeKind
{
    Word,
    Phrase,
    Prefix,
    Fuzzy,
    Field,
    Or,
    Not,
    Open,
    Close,
}
