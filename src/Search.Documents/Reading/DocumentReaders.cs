using System.Diagnostics.CodeAnalysis;

namespace Search.Documents;

/// <summary>The readers of this project; a new format is a new reader and one line here.</summary>
public static class DocumentReaders
{
    /// <summary>All readers.</summary>
    public static IReadOnlyList<IDocumentReader> Default { get; } = [new MarkdownReader(), new PlainTextReader()];

    /// <summary>The reader for a file name, by its extension; null when there is none.</summary>
    public static IDocumentReader? For(string name) => For(name, Default);

    /// <summary>The reader for a file name among given readers; null when there is none.</summary>
    public static IDocumentReader? For(string name, IEnumerable<IDocumentReader> readers)
    {
        var extension = Path.GetExtension(name).ToLowerInvariant();
        return readers.FirstOrDefault(reader => reader.Extensions.Contains(extension, StringComparer.Ordinal));
    }

    /// <summary>Reads a file with the reader its name asks for.</summary>
    /// <returns>False with the error <c>unknown-format</c> where no reader takes the name.</returns>
    public static bool TryRead(
        string name,
        ReadOnlyMemory<byte> bytes,
        [NotNullWhen(true)] out SourceText? text,
        [NotNullWhen(false)] out ReadError? error)
    {
        if (For(name) is { } reader)
        {
            return reader.TryRead(name, bytes, out text, out error);
        }

        text = null;
        error = new ReadError(
            "unknown-format",
            $"Không đọc được định dạng '{Path.GetExtension(name)}'.",
            $"No reader for the format '{Path.GetExtension(name)}'.");
        return false;
    }

    /// <summary>Takes text that is decoded already, such as the body of a request.</summary>
    /// <param name="name">Name that decides between Markdown (<c>.md</c>) and plain text.</param>
    /// <param name="text">The text; every span points into it.</param>
    public static SourceText FromText(string name, string text) =>
        (For(name) as ITextReader ?? new PlainTextReader()).Read(name, text);
}
