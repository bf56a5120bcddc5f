using System.Collections.Concurrent;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Search.Engine.LuceneNet;

/// <summary>The files of one segment, open. Shared by the generations that hold it, closed with the last of them.</summary>
internal sealed class LuceneSegment : SharedFiles, ISegment
{
    private readonly SegmentReader _reader;
    private readonly ConcurrentBag<TermReader>[] _terms = [new(), new()];

    /// <param name="reader">The segment in any generation; held until the last holder lets go.</param>
    public LuceneSegment(SegmentReader reader)
    {
        _reader = reader;
        reader.IncRef();
        CoreKey = reader.CoreCacheKey;
        Docs = reader.MaxDoc;
        Words = Math.Max(0, reader.GetTerms(IndexFormat.Words)?.Count ?? 0);
        Bytes = SizeOf(reader);
        Groups = new StringColumn(reader, IndexFormat.Group);
        Ids = new StringColumn(reader, IndexFormat.Id);
        Labels = new StringColumn(reader, IndexFormat.Label);
    }

    /// <summary>What tells the files apart from others.</summary>
    public object CoreKey { get; }

    public string Name => _reader.SegmentName;

    public int Docs { get; }

    public long Words { get; }

    public long Bytes { get; }

    public IStringColumn Groups { get; }

    public IStringColumn Ids { get; }

    public IStringColumn Labels { get; }

    public TermEntry? Find(TermKind kind, ReadOnlySpan<byte> key)
    {
        if (Rent(kind) is not { } terms)
        {
            return null;
        }

        var bytes = key.ToArray();
        var entry = terms.Enum.SeekExact(new BytesRef(bytes))
            ? new TermEntry(kind, bytes, terms.Enum.DocFreq, terms.Enum.GetTermState())
            : null;
        _terms[(int)kind].Add(terms);
        return entry;
    }

    public void Scan(TermKind kind, ReadOnlySpan<byte> prefix, TermVisitor visit)
    {
        // Not a rented one: the visitor may look up terms meanwhile.
        if (_reader.GetTerms(IndexFormat.FieldOf(kind)) is not { } terms)
        {
            return;
        }

        var walk = terms.GetEnumerator();
        var begin = prefix.ToArray();
        var more = begin.Length == 0 ? walk.MoveNext() : walk.SeekCeil(new BytesRef(begin)) != TermsEnum.SeekStatus.END;
        while (more)
        {
            var key = walk.Term.Bytes.AsSpan(walk.Term.Offset, walk.Term.Length);
            if (!key.StartsWith(begin) || !visit(key, walk.DocFreq))
            {
                return;
            }

            more = walk.MoveNext();
        }
    }

    public void Decode(TermEntry term, Span<int> docs, Span<byte> impacts)
    {
        var terms = Rent(term.Kind)!;
        terms.Enum.SeekExact(new BytesRef(term.Key), (TermState)term.Place);

        // Deleted passages are kept: what is live belongs to a generation, the list to the segment.
        var postings = terms.Postings = terms.Enum.DocsAndPositions(null, terms.Postings, DocsAndPositionsFlags.NONE);
        for (var i = 0; i < docs.Length; i++)
        {
            docs[i] = postings.NextDoc();
            impacts[i] = (byte)(postings.NextPosition() + 1);
        }

        _terms[(int)term.Kind].Add(terms);
    }

    public byte[] Text(int doc)
    {
        var value = new BytesRef();
        _reader.GetBinaryDocValues(IndexFormat.Text).Get(doc, value);
        return value.Offset == 0 && value.Length == value.Bytes.Length ? value.Bytes : value.Bytes.AsSpan(value.Offset, value.Length).ToArray();
    }

    public void Hash(int doc, Span<byte> hash)
    {
        var value = new BytesRef();
        _reader.GetBinaryDocValues(IndexFormat.Hash).Get(doc, value);
        value.Bytes.AsSpan(value.Offset, value.Length).CopyTo(hash);
    }

    public KeywordColumn? Keywords(int column)
    {
        if (_reader.GetSortedSetDocValues(IndexFields.KeywordColumns[column]) is not { } stored)
        {
            return null;
        }

        var values = new string[stored.ValueCount];
        var value = new BytesRef();
        for (var ordinal = 0; ordinal < values.Length; ordinal++)
        {
            stored.LookupOrd(ordinal, value);
            values[ordinal] = value.Utf8ToString();
        }

        var starts = new int[Docs + 1];
        var ordinals = new List<int>(Docs);
        var single = true;
        for (var doc = 0; doc < Docs; doc++)
        {
            stored.SetDocument(doc);
            for (var ordinal = stored.NextOrd(); ordinal != SortedSetDocValues.NO_MORE_ORDS; ordinal = stored.NextOrd())
            {
                ordinals.Add((int)ordinal);
            }

            starts[doc + 1] = ordinals.Count;
            single &= starts[doc + 1] - starts[doc] <= 1;
        }

        if (!single)
        {
            return new KeywordColumn(values, starts, [.. ordinals]);
        }

        var own = new int[Docs];
        for (var doc = 0; doc < Docs; doc++)
        {
            own[doc] = starts[doc + 1] > starts[doc] ? ordinals[starts[doc]] : -1;
        }

        return new KeywordColumn(values, [], own);
    }

    public long[]? Numbers(int column)
    {
        var field = IndexFields.NumberColumns[column];
        if (_reader.GetNumericDocValues(field) is not { } stored)
        {
            return null;
        }

        var present = _reader.GetDocsWithField(field);
        var numbers = new long[Docs];
        for (var doc = 0; doc < numbers.Length; doc++)
        {
            numbers[doc] = present.Get(doc) ? stored.Get(doc) : long.MinValue;
        }

        return numbers;
    }

    protected override void Close() => _reader.DecRef();

    private static long SizeOf(SegmentReader reader)
    {
        try
        {
            return reader.SegmentInfo.GetSizeInBytes();
        }
        catch (FileNotFoundException)
        {
            // A merge has replaced the files; they are open, but gone from the folder.
            return 0;
        }
    }

    private TermReader? Rent(TermKind kind)
    {
        if (_terms[(int)kind].TryTake(out var known))
        {
            return known;
        }

        return _reader.GetTerms(IndexFormat.FieldOf(kind)) is { } terms ? new TermReader(terms.GetEnumerator()) : null;
    }

    // Neither is safe for several threads: both are rented together.
    private sealed class TermReader(TermsEnum terms)
    {
        public TermsEnum Enum => terms;

        public DocsAndPositionsEnum? Postings { get; set; }
    }
}
