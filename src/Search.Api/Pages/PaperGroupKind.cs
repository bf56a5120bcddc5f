namespace Search.Api.Pages;

/// <summary>The parts of a paper that are set in a manner of their own.</summary>
internal enum PaperGroupKind
{
    /// <summary>Running text.</summary>
    Body,

    /// <summary>Letterhead in two columns.</summary>
    Head,

    /// <summary>Type and title in the middle.</summary>
    Title,

    /// <summary>Kính gửi.</summary>
    Addressees,

    /// <summary>Recipients on the left, signature on the right.</summary>
    Foot,

    /// <summary>Stamps and notes in the margin, folded.</summary>
    Margin,
}
