namespace Search.Ingestion.Reading;

/// <summary>Why a page may have to be recognized.</summary>
internal enum PageDoubt
{
    /// <summary>Its text layer is its text.</summary>
    None,

    /// <summary>It is an image; what text layer it has is a signature or a page number.</summary>
    Scan,

    /// <summary>Its text layer is not what it shows.</summary>
    Garbage,

    /// <summary>It is an image with a text layer that lost its marks.</summary>
    Unmarked,
}
