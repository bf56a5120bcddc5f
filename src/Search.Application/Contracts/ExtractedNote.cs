using System.Diagnostics.CodeAnalysis;

namespace Search.Application.Contracts;

/// <summary>A mention in an editor's words, in an abstract: worth reading, and no citation; it relates nothing.</summary>
public sealed record ExtractedNote : ExtractedMention
{
    /// <summary>An empty note, for readers of JSON.</summary>
    public ExtractedNote()
    {
    }

    /// <summary>A note with the fields of a mention.</summary>
    [SetsRequiredMembers]
    public ExtractedNote(ExtractedMention mention)
        : base(mention)
    {
    }
}
