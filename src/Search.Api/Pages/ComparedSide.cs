using Search.Application.Contracts;
using Search.Application.Lines;
using Search.Store;

namespace Search.Api.Pages;

/// <summary>One of two texts that are compared.</summary>
public sealed record ComparedSide
{
    /// <summary>What was asked for, as typed; null for nothing.</summary>
    public string? Asked { get; init; }

    /// <summary>Which of the document's files, from 0; null for the one it is read from.</summary>
    public int? File { get; init; }

    /// <summary>The document; null where none or several fit.</summary>
    public DocumentRecord? Record { get; init; }

    /// <summary>Path of the file, where the document has several.</summary>
    public string? Path { get; init; }

    /// <summary>The documents that fit, where there is more than one.</summary>
    public IReadOnlyList<DocumentLine> Candidates { get; init; } = [];

    /// <summary>Its paragraphs; empty where the collection lacks the text.</summary>
    public IReadOnlyList<string> Paragraphs { get; init; } = [];

    /// <summary>The document as a line of a list.</summary>
    internal DocumentLine? Line => Record is null ? null : DocumentLines.Of(Record.Summary);
}
