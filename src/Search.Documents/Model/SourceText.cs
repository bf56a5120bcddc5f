namespace Search.Documents;

/// <summary>What a reader got out of one file: text, blocks and metadata.</summary>
public sealed record SourceText
{
    /// <summary>Name of the file, relative to the folder it was found in, with <c>/</c> as separator.</summary>
    public required string Name { get; init; }

    /// <summary>The decoded source: every span of every document of this file points into it.</summary>
    public required string Text { get; init; }

    /// <summary>Name of the encoding the bytes were in, such as <c>utf-8</c> or <c>tcvn3</c>.</summary>
    public required string Encoding { get; init; }

    /// <summary>Blocks in reading order; they do not overlap.</summary>
    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>Front matter by key, as written; empty when the file has none.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Short lines that whoever opens the file sees and that are no part of its text: menus and buttons of a page, what
    /// stands for a picture, drawn letters, the subject of the message it came in. They are looked at for marks of secrecy and
    /// kept nowhere.</summary>
    public IReadOnlyList<string> Beside { get; init; } = [];

    /// <summary>Short lines that people or programs wrote into the file about it: comments, data of forms, properties. They speak
    /// of papers, so that only a stamp and nothing else is a mark there. Kept nowhere.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}
