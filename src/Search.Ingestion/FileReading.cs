using System.Diagnostics.CodeAnalysis;
using System.Text;
using Search.Documents;
using Search.Ingestion.Containers;
using Search.Ingestion.Reading;
using Search.Text;

namespace Search.Ingestion;

/// <summary>
/// Reads one file of any format that ingestion reads, without storing anything. What parses runs in a process of its own
/// here as well. A file that holds several sources (an archive, a message, a list) gives them one after the other in one text.
/// </summary>
public static class FileReading
{
    /// <summary>Whether a file of this name is read, by its extension.</summary>
    public static bool IsRead(string path)
    {
        var readers = FormatReaders.Create(new KnowledgeOptions());
        var extension = Path.GetExtension(path).ToLowerInvariant();
        return readers.For(path) is not null
            || FormatContainers.Create(readers).Any(one => one.Extensions.Contains(extension, StringComparer.Ordinal));
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">Its name, which tells the format; lists may name texts beside it.</param>
    /// <param name="bytes">Its content.</param>
    /// <param name="options">Limits and programs; null for the defaults.</param>
    /// <param name="text">Text and blocks, when true is returned.</param>
    /// <param name="error">Why there are none, when false is returned.</param>
    public static bool TryRead(
        string path,
        ReadOnlyMemory<byte> bytes,
        KnowledgeOptions? options,
        [NotNullWhen(true)] out SourceText? text,
        [NotNullWhen(false)] out ReadError? error)
    {
        options ??= new KnowledgeOptions();
        var readers = FormatReaders.Create(options);
        var extension = Path.GetExtension(path).ToLowerInvariant();
        var container = FormatContainers.Create(readers)
            .FirstOrDefault(one => one.Extensions.Contains(extension, StringComparer.Ordinal));
        try
        {
            return container is null
                ? TryReadOne(readers, path, bytes, out text, out error)
                : TryReadAll(readers, container, path, bytes, options, out text, out error);
        }
        catch (FileRefusedException refused)
        {
            text = null;
            error = new ReadError(refused.Code, refused.Reason, refused.Message);
            return false;
        }
    }

    private static bool TryReadOne(
        FormatReaders readers, string path, ReadOnlyMemory<byte> bytes, [NotNullWhen(true)] out SourceText? text, [NotNullWhen(false)] out ReadError? error)
    {
        text = null;
        if (bytes.IsEmpty)
        {
            error = new ReadError("empty", "Tệp rỗng.", "The file is empty.");
            return false;
        }

        if (readers.For(path) is not { } reader)
        {
            var refusal = Refusals.UnknownFormat(Path.GetExtension(path));
            error = new ReadError(refusal.Code, refusal.Reason, refusal.Message);
            return false;
        }

        return reader.TryRead(path, bytes, out text, out error);
    }

    private static bool TryReadAll(
        FormatReaders readers,
        IContainerReader container,
        string path,
        ReadOnlyMemory<byte> bytes,
        KnowledgeOptions options,
        [NotNullWhen(true)] out SourceText? text,
        [NotNullWhen(false)] out ReadError? error)
    {
        text = null;
        error = null;
        var joined = new StringBuilder();
        var blocks = new List<Block>();
        var encodings = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in container.Open(bytes, Path.GetDirectoryName(Path.GetFullPath(path))!, CancellationToken.None))
        {
            if (entry.Name.Length == 0)
            {
                return TryReadOne(readers, path, bytes, out text, out error);
            }

            SourceText? part = null;
            ReadError? failure = null;
            if (entry.Refusal is { } refusal)
            {
                failure = new ReadError(refusal.Code, $"{entry.Name}: {refusal.Reason}", $"{entry.Name}: {refusal.Message}");
            }
            else if (!TryReadOne(readers, entry.Name, entry.Bytes, out part, out failure))
            {
                failure = failure with { Message = $"{entry.Name}: {failure.Message}", MessageEn = $"{entry.Name}: {failure.MessageEn}" };
            }

            if (part is null)
            {
                error ??= failure;
                continue;
            }

            if (joined.Length > 0)
            {
                joined.Append("\n\n");
            }

            blocks.AddRange(part.Blocks.Select(block => Moved(block, joined.Length)));
            joined.Append(part.Text);
            encodings.Add(part.Encoding);
            if (joined.Length > options.MaxTextLength)
            {
                error = SourceBuilder.TooLong(options.MaxTextLength);
                return false;
            }
        }

        if (joined.Length == 0)
        {
            error ??= new ReadError("blank", "Tệp không chứa văn bản nào.", "The file holds no text.");
            return false;
        }

        text = new SourceText { Name = path, Text = joined.ToString(), Encoding = string.Join('+', encodings), Blocks = blocks };
        error = null;
        return true;
    }

    private static Block Moved(Block block, int by) => block with
    {
        Span = Moved(block.Span, by),
        Content = Moved(block.Content, by),
        Edits = [.. block.Edits.Select(edit => edit with { Start = edit.Start + by })],
        Cells = [.. block.Cells.Select(span => Moved(span, by))],
        Strong = [.. block.Strong.Select(span => Moved(span, by))],
        Generated = [.. block.Generated.Select(span => Moved(span, by))],
    };

    private static TextSpan Moved(TextSpan span, int by) => new(span.Start + by, span.End + by);
}
