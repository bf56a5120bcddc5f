using System.Collections.Frozen;
using Search.Application.Contracts;
using Search.Application.Lines;
using Search.Documents;
using Search.Store;

namespace Search.Application.Reading;

/// <summary>A document with what every hit shows of it, made once and kept as long as the document is in memory.</summary>
internal sealed class CachedDocument(DocumentRecord record)
{
    private const int FewPassages = 8;

    private FrozenDictionary<string, Passage>? _byAnchor;

    public DocumentRecord Record { get; } = record;

    public DocumentLine Line { get; } = DocumentLines.Of(record.Summary) with { PrintedNumber = record.Document?.PrintedNumber };

    /// <summary>About how much memory it takes, in bytes: the source, the text that is read of it, and their parts.</summary>
    public long Size { get; } = 1024 + (4L * (record.SourceText?.Length ?? 0)) + (400L * (record.Document?.Passages.Count ?? 0))
        + (300L * (record.Document?.Outline.Count ?? 0));

    /// <summary>The passage of an anchor.</summary>
    public Passage? Passage(ReadOnlySpan<char> anchor)
    {
        if (Record.Document is not { Passages: var passages })
        {
            return null;
        }

        if (passages.Count > FewPassages)
        {
            _byAnchor ??= passages.DistinctBy(passage => passage.Anchor).ToFrozenDictionary(passage => passage.Anchor, StringComparer.Ordinal);
            return _byAnchor.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(anchor, out var found) ? found : null;
        }

        foreach (var passage in passages)
        {
            if (anchor.SequenceEqual(passage.Anchor))
            {
                return passage;
            }
        }

        return null;
    }
}
