namespace Search.Documents.Lines;

/// <summary>What a line's own markup says of it.</summary>
[Flags]
internal enum LineMarkup
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It begins with <c>#</c> marks.</summary>
    Heading = 1,

    /// <summary>It begins in strong type.</summary>
    Strong = 2,

    /// <summary>It begins with a list bullet.</summary>
    Bullet = 4,

    /// <summary>It has columns.</summary>
    Columns = 8,

    /// <summary>It consists of rule characters alone.</summary>
    Rule = 16,

    /// <summary>It begins with a footnote mark.</summary>
    Note = 32,

    /// <summary>It is the row of dashes under a table's head, or blank between bars.</summary>
    TableRule = 64,

    /// <summary>It is quoted (<c>&gt;</c>).</summary>
    Quoted = 128,
}
