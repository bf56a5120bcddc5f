namespace Search.Engine;

/// <summary>
/// The files of one segment as the scoring core sees them: terms with impacts, texts, columns. Immutable, shared by the
/// generations that hold the segment; what is deleted belongs to a generation (<see cref="SegmentState"/>). Passages are
/// numbered from 0. Safe for many threads.
/// </summary>
internal interface ISegment
{
    /// <summary>The segment's name, for messages.</summary>
    string Name { get; }

    /// <summary>Passages, deleted ones counted.</summary>
    int Docs { get; }

    /// <summary>Distinct words; pairs left out.</summary>
    long Words { get; }

    /// <summary>Size of its files in bytes.</summary>
    long Bytes { get; }

    /// <summary>The documents of the passages.</summary>
    IStringColumn Groups { get; }

    /// <summary>The ids of the passages.</summary>
    IStringColumn Ids { get; }

    /// <summary>Number and title of documents, joined by a line feed.</summary>
    IStringColumn Labels { get; }

    /// <summary>Finds a term.</summary>
    /// <param name="kind">Its dictionary.</param>
    /// <param name="key">Its key.</param>
    /// <returns>Null where the segment does not hold it.</returns>
    TermEntry? Find(TermKind kind, ReadOnlySpan<byte> key);

    /// <summary>Visits the terms that begin so, in order.</summary>
    /// <param name="kind">Their dictionary.</param>
    /// <param name="prefix">Beginning of their keys; empty for all.</param>
    /// <param name="visit">Receives them.</param>
    void Scan(TermKind kind, ReadOnlySpan<byte> prefix, TermVisitor visit);

    /// <summary>Reads the postings of a term, passages ascending.</summary>
    /// <param name="term">The term.</param>
    /// <param name="docs">Receives <see cref="TermEntry.Count"/> passages.</param>
    /// <param name="impacts">Receives their impacts, 1 to 255.</param>
    void Decode(TermEntry term, Span<int> docs, Span<byte> impacts);

    /// <summary>The text of a passage in codes, see <see cref="ForwardText"/>.</summary>
    /// <param name="doc">The passage.</param>
    byte[] Text(int doc);

    /// <summary>The content hash of a passage.</summary>
    /// <param name="doc">The passage.</param>
    /// <param name="hash">Receives <see cref="AnalyzedPassage.HashSize"/> bytes.</param>
    void Hash(int doc, Span<byte> hash);

    /// <summary>A keyword column by its place in <see cref="IndexFields.KeywordColumns"/>; null where no passage has a value.</summary>
    KeywordColumn? Keywords(int column);

    /// <summary>
    /// A number column by its place in <see cref="IndexFields.NumberColumns"/>: a number a passage,
    /// <see cref="long.MinValue"/> for none; null where no passage has one.
    /// </summary>
    long[]? Numbers(int column);
}
