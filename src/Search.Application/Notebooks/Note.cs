namespace Search.Application.Notebooks;

/// <summary>What a person noted at a place in a text, as it is stored. The place is found again by quoted text with its
/// surroundings, so that the note outlasts a longer source and another reading.</summary>
public sealed record Note
{
    /// <summary>16 hex figures.</summary>
    public required string Id { get; init; }

    /// <summary>Whose it is: the id of an account, or <c>key:ID</c>.</summary>
    public required string Owner { get; init; }

    /// <summary>The name that others see.</summary>
    public required string By { get; init; }

    /// <summary>SHA-256 of the source file, 64 lower-case hex figures.</summary>
    public required string Source { get; init; }

    /// <summary>Key of the document when it was noted.</summary>
    public required string Document { get; init; }

    /// <summary>The quoted words, whitespace as one blank; null for a note on the whole document.</summary>
    public string? Quote { get; init; }

    /// <summary>Words before them.</summary>
    public string? Before { get; init; }

    /// <summary>Words after them.</summary>
    public string? After { get; init; }

    /// <summary>What was noted.</summary>
    public required string Text { get; init; }

    /// <summary>Whether others who may see the document see it.</summary>
    public bool IsShared { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}
