namespace Search.Citations.Resolution;

/// <summary>How what a mention says compares with what is known of a document of its number.</summary>
internal enum Agreement
{
    /// <summary>One of the two says nothing.</summary>
    Absent,

    /// <summary>Both say the same.</summary>
    Agree,

    /// <summary>They differ as a slip of the pen does: the same day and month in another year, or day and month exchanged.</summary>
    Slip,

    /// <summary>They differ.</summary>
    Contradict,
}
