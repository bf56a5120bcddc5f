namespace Search.Documents;

/// <summary>The roles a stretch of source can play in a document.</summary>
public enum DocumentPartKind
{
    /// <summary>Issuer, motto, number, place and date (phần mở đầu).</summary>
    Letterhead,

    /// <summary>Type heading and title.</summary>
    Heading,

    /// <summary>Running text.</summary>
    Body,

    /// <summary>Phụ lục.</summary>
    Annex,

    /// <summary>Nơi nhận and the signature block.</summary>
    Closing,

    /// <summary>A stamp of incoming mail (dấu đến): its number and date are never the document's.</summary>
    Stamp,

    /// <summary>Handwriting or marks beside the text that a scan took in.</summary>
    Marginalia,

    /// <summary>What a page shows around the document: its head, its notices, its record of the fields.</summary>
    Furniture,
}
