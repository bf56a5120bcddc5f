namespace Search.Documents.Secrecy;

/// <summary>Where a line stands, which decides how much is needed for a mark.</summary>
internal enum MarkPlace
{
    /// <summary>In a head: any short cell with the word.</summary>
    Head,

    /// <summary>At the edge of a page: a stamp, or a short cell with the word in capitals.</summary>
    Edge,

    /// <summary>Below everything else: a stamp that is no item of a list.</summary>
    Last,

    /// <summary>Written about the file: a stamp in any case.</summary>
    Remark,

    /// <summary>In the body: a line that is a stamp in capitals and nothing else.</summary>
    Body,
}
