using Search.Documents;
using Search.Text;

namespace Search.Store;

/// <summary>One document as the knowledge base holds it; for a stub there is a summary and no text.</summary>
public sealed record DocumentRecord
{
    /// <summary>What is known of the document, present or stub.</summary>
    public required DocumentSummary Summary { get; init; }

    /// <summary>Letterhead, outline and passages; null for a stub.</summary>
    public Document? Document { get; init; }

    /// <summary>The decoded text of the whole source file: every span points into it; null for a stub.</summary>
    public string? SourceText { get; init; }

    /// <summary>Every file that holds this document, the one it is read from first. Empty for a stub.</summary>
    public IReadOnlyList<DocumentSource> Sources { get; init; } = [];

    /// <summary>Revision of the store that changed the document last.</summary>
    public required long Revision { get; init; }

    /// <summary>The document's own part of the source; null for a stub.</summary>
    public string? Text => Document is { } document ? SourceText?[document.Span.Start..document.Span.End] : null;

    /// <summary>The words of <see cref="Text"/> as they read, without markup and with lines joined; null for a stub.</summary>
    public string? Reading => Document is { } document && SourceText is { } source ? document.Read(source, document.Span) : null;

    /// <summary>The source text of a span of this document; null for a stub.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span reaches past the source.</exception>
    public string? Slice(TextSpan span) => SourceText is { } text ? span.Slice(text) : null;
}
