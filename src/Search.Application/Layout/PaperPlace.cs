namespace Search.Application.Layout;

/// <summary>Where a paragraph stands on the printed paper.</summary>
internal enum PaperPlace
{
    /// <summary>Running text.</summary>
    Body,

    /// <summary>Letterhead, left: issuer, number, subject of a letter.</summary>
    Issuer,

    /// <summary>Letterhead, right: motto, place and date.</summary>
    Motto,

    /// <summary>Addressees of a letter, in the middle above its text.</summary>
    Addressees,

    /// <summary>Heading in the middle: type and title.</summary>
    Heading,

    /// <summary>Closing, left: recipients.</summary>
    Recipients,

    /// <summary>Closing, right: signing authority, office and name.</summary>
    Signature,

    /// <summary>Not of the document: stamps of incoming mail, handwriting, the frame of a page.</summary>
    Margin,
}
