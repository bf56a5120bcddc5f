namespace Search.Citations;

/// <summary>What can happen to a document.</summary>
public enum ValidityEventKind
{
    /// <summary>It was issued.</summary>
    Issued,

    /// <summary>It was corrected, which changes nothing of its force.</summary>
    Corrected,

    /// <summary>A document says that it still holds.</summary>
    Confirmed,

    /// <summary>It was amended or supplemented.</summary>
    Amended,

    /// <summary>A provision of it was replaced.</summary>
    PartlyReplaced,

    /// <summary>A provision of it was repealed.</summary>
    PartlyRepealed,

    /// <summary>It was suspended.</summary>
    Suspended,

    /// <summary>It was put into force again.</summary>
    Revived,

    /// <summary>It was replaced.</summary>
    Replaced,

    /// <summary>It was repealed.</summary>
    Repealed,

    /// <summary>It ended on the day it had set itself.</summary>
    Expired,
}
