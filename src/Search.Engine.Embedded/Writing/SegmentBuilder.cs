using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Search.Engine.Embedded;

/// <summary>
/// Analyses passages and keeps their postings in memory as flat, passage-ordered lists; sorting by term happens
/// once, when they are written. One thread at a time.
/// </summary>
internal sealed class SegmentBuilder
{
    private const int PairBits = 30;
    private const int FieldBits = 4;
    private const uint LineMark = 1u << 31;

    private static readonly SearchValues<char> LineEnds = SearchValues.Create(".;:?!\n");

    private readonly Dictionary<string, int> _termIds = new(StringComparer.Ordinal);
    private readonly List<(string Folded, string Exact)> _terms = [];
    private DocTable _table = new();
    private readonly List<FieldToken> _tokens = [];
    private readonly List<ulong> _occurrences = [];
    private readonly List<ulong> _docPairs = [];
    private readonly GrowList<uint> _postingTerms = new();
    private readonly GrowList<uint> _postings = new();
    private readonly GrowList<uint> _texts = new();
    private readonly GrowList<ulong> _pairKeys = new();
    private readonly GrowList<uint> _pairPayloads = new();
    private readonly Dictionary<string, string> _interned = new(StringComparer.Ordinal);

    /// <summary>Passages so far.</summary>
    public int Count => _table.Count;

    /// <summary>Postings and words so far, what memory is spent on.</summary>
    public int Weight => _pairKeys.Count + _postings.Count + (_texts.Count / 2);

    /// <summary>Analyses one passage.</summary>
    public void Add(IndexEntry entry)
    {
        var doc = (uint)_table.Count;
        Span<int> lengths = stackalloc int[IndexFields.TextFields.Count];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        HashText(hash, entry.Id);
        HashText(hash, entry.Group);
        Collect(entry, lengths, hash);
        Span<float> factors = stackalloc float[lengths.Length];
        Impact.Factors(lengths, factors);
        AddTerms(doc, factors);
        AddPairs(doc, factors);
        AddNumberKeys(doc, entry);
        foreach (var length in lengths)
        {
            _table.Lengths.Add(length);
        }

        AddColumns((int)doc, entry, hash);
        _table.Ids.Add(entry.Id);
        _table.Groups.Add(entry.Group);
        _table.Labels.Add(Intern(LabelOf(entry)));
        Span<byte> digest = stackalloc byte[32];
        hash.GetHashAndReset(digest);
        _table.Hashes.AddRange(digest[..DocTable.HashSize]);
    }

    /// <summary>Writes the passages as a segment.</summary>
    public void Write(IFileLayer files, string path)
    {
        var ordinals = SortTerms(out var keys);
        using var writer = new SegmentWriter(files, path, _table.Count);
        WriteTerms(writer, ordinals, keys);
        WritePairs(writer, ordinals);
        WriteTexts(writer, ordinals);
        writer.Finish(_table);
    }

    /// <summary>Forgets everything and keeps the room, so that memory does not grow with the segments written.</summary>
    public void Clear()
    {
        _termIds.Clear();
        _terms.Clear();
        _interned.Clear();
        _table = new DocTable();
        _postingTerms.Clear();
        _postings.Clear();
        _texts.Clear();
        _pairKeys.Clear();
        _pairPayloads.Clear();
    }

    private void Collect(IndexEntry entry, Span<int> lengths, IncrementalHash hash)
    {
        _occurrences.Clear();
        _docPairs.Clear();
        for (var f = 0; f < lengths.Length; f++)
        {
            _tokens.Clear();
            var text = entry.Text.GetValueOrDefault(IndexFields.TextFields[f]);
            HashText(hash, text ?? "");
            FieldAnalyzer.Shared.Analyze(text, _tokens);
            lengths[f] = _tokens.Count;
            var previous = -1;
            for (var i = 0; i < _tokens.Count; i++)
            {
                var id = TermId(_tokens[i].Folded, _tokens[i].Exact);
                _occurrences.Add(((ulong)id << FieldBits) | (uint)f);
                _texts.Add((uint)id | (f == ForwardCode.Body && i > 0 && BeginsLine(text!, _tokens[i - 1], _tokens[i]) ? LineMark : 0));
                if (previous >= 0)
                {
                    _docPairs.Add(((ulong)previous << (PairBits + FieldBits)) | ((ulong)id << FieldBits) | (uint)f);
                }

                previous = id;
            }
        }
    }

    private static bool BeginsLine(string text, in FieldToken before, in FieldToken token)
    {
        var between = text.AsSpan(before.End, token.Start - before.End);
        return between is not " " && between.IndexOfAny(LineEnds) >= 0;
    }

    private void AddTerms(uint doc, ReadOnlySpan<float> factors)
    {
        var occurrences = CollectionsMarshal.AsSpan(_occurrences);
        occurrences.Sort();
        const ulong FieldMask = (1 << FieldBits) - 1;
        for (var i = 0; i < occurrences.Length;)
        {
            var term = occurrences[i] >> FieldBits;
            var frequency = 0f;
            for (; i < occurrences.Length && occurrences[i] >> FieldBits == term; i++)
            {
                frequency += factors[(int)(occurrences[i] & FieldMask)];
            }

            AddPosting((uint)term, doc, Impact.Quantize(frequency));
        }
    }

    private void AddPairs(uint doc, ReadOnlySpan<float> factors)
    {
        var pairs = CollectionsMarshal.AsSpan(_docPairs);
        pairs.Sort();
        const ulong FieldMask = (1 << FieldBits) - 1;
        for (var i = 0; i < pairs.Length;)
        {
            var pair = pairs[i] >> FieldBits;
            var frequency = 0f;
            for (; i < pairs.Length && pairs[i] >> FieldBits == pair; i++)
            {
                frequency += factors[(int)(pairs[i] & FieldMask)];
            }

            _pairKeys.Add(pair);
            _pairPayloads.Add((doc << 8) | Impact.Quantize(frequency));
        }
    }

    private void AddNumberKeys(uint doc, IndexEntry entry)
    {
        if (!entry.Text.TryGetValue(IndexFields.Number, out var number))
        {
            return;
        }

        foreach (var key in DocketKey.Lookups(number))
        {
            AddPosting((uint)TermId(TermKey.NumberMark + key, ""), doc, RankingConstants.ImpactLevels);
        }
    }

    private void AddPosting(uint term, uint doc, byte impact)
    {
        _postingTerms.Add(term);
        _postings.Add((doc << 8) | impact);
    }

    private void AddColumns(int doc, IndexEntry entry, IncrementalHash hash)
    {
        foreach (var column in IndexFields.KeywordColumns)
        {
            if (!entry.Keywords.TryGetValue(column, out var values) || values.Count == 0)
            {
                continue;
            }

            if (!_table.Keywords.TryGetValue(column, out var byDoc))
            {
                _table.Keywords[column] = byDoc = [];
            }

            byDoc[doc] = [.. values.Select(Intern)];
            HashText(hash, column);
            foreach (var value in values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            {
                HashText(hash, value);
            }
        }

        Span<byte> bytes = stackalloc byte[sizeof(long)];
        foreach (var column in IndexFields.NumberColumns)
        {
            if (!entry.Numbers.TryGetValue(column, out var number))
            {
                continue;
            }

            if (!_table.Numbers.TryGetValue(column, out var byDoc))
            {
                _table.Numbers[column] = byDoc = [];
            }

            byDoc[doc] = number;
            HashText(hash, column);
            BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
            hash.AppendData(bytes);
        }
    }

    private static string LabelOf(IndexEntry entry)
    {
        const int MaxLabel = 400;
        var title = entry.Text.GetValueOrDefault(IndexFields.Title) ?? "";
        if (title.Length > MaxLabel)
        {
            title = title[..(char.IsHighSurrogate(title[MaxLabel - 1]) ? MaxLabel - 1 : MaxLabel)];
        }

        return $"{entry.Text.GetValueOrDefault(IndexFields.Number)}\n{title}";
    }

    private int TermId(string folded, string exact)
    {
        var key = exact.Length > 0 ? exact : folded;
        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(_termIds, key, out var exists);
        if (exists)
        {
            return id;
        }

        id = _terms.Count;
        _terms.Add((folded, exact));
        return id;
    }

    private string Intern(string value)
    {
        if (_interned.TryGetValue(value, out var known))
        {
            return known;
        }

        _interned[value] = value;
        return value;
    }

    private static void HashText(IncrementalHash hash, string text)
    {
        hash.AppendData(MemoryMarshal.AsBytes(text.AsSpan()));
        hash.AppendData([0, 0xFF]);
    }

    private uint[] SortTerms(out byte[][] keys)
    {
        keys = new byte[_terms.Count][];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = TermKey.Of(_terms[i].Folded, _terms[i].Exact);
        }

        var order = new int[keys.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(keys, order, Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)));
        var ordinals = new uint[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            ordinals[order[i]] = (uint)i;
        }

        return ordinals;
    }

    private void WriteTerms(SegmentWriter writer, uint[] ordinals, byte[][] keys)
    {
        var count = _postings.Count;
        var starts = new int[ordinals.Length + 1];
        foreach (var term in _postingTerms.Span)
        {
            starts[ordinals[term] + 1]++;
        }

        for (var i = 0; i < ordinals.Length; i++)
        {
            starts[i + 1] += starts[i];
        }

        var next = starts.AsSpan(0, ordinals.Length).ToArray();
        var sorted = new uint[count];
        for (var i = 0; i < count; i++)
        {
            sorted[next[ordinals[_postingTerms[i]]]++] = _postings[i];
        }

        var buffer = new PostingBuffer();
        for (var ordinal = 0; ordinal < ordinals.Length; ordinal++)
        {
            buffer.Clear();
            for (var i = starts[ordinal]; i < starts[ordinal + 1]; i++)
            {
                buffer.Add(sorted[i] >> 8, sorted[i] & 0xFF);
            }

            writer.AddTerm(keys[ordinal], buffer);
        }
    }

    private void WriteTexts(SegmentWriter writer, uint[] ordinals)
    {
        var counts = new int[ordinals.Length];
        var texts = _texts.Span;
        foreach (var word in texts)
        {
            counts[ordinals[word & ~LineMark]]++;
        }

        var forward = writer.BeginTexts(counts);
        var lengths = CollectionsMarshal.AsSpan(_table.Lengths);
        var fields = IndexFields.TextFields.Count;
        var at = 0;
        for (var doc = 0; doc < _table.Count; doc++)
        {
            var end = at;
            for (var f = 0; f < fields; f++)
            {
                end += lengths[(doc * fields) + f];
            }

            for (; at < end; at++)
            {
                forward.Add((int)ordinals[texts[at] & ~LineMark], (texts[at] & LineMark) != 0);
            }

            forward.EndPassage();
        }

        forward.Finish();
    }

    private void WritePairs(SegmentWriter writer, uint[] ordinals)
    {
        var keys = _pairKeys.Span;
        var terms = (ulong)ordinals.Length;
        const ulong Mask = (1UL << PairBits) - 1;
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = (ordinals[keys[i] >> PairBits] * terms) + ordinals[keys[i] & Mask];
        }

        RadixSort.Sort(_pairKeys, _pairPayloads, terms * terms);
        keys = _pairKeys.Span;
        var payloads = _pairPayloads.Span;
        var buffer = new PostingBuffer();
        for (var i = 0; i < keys.Length;)
        {
            buffer.Clear();
            var key = keys[i];
            for (; i < keys.Length && keys[i] == key; i++)
            {
                buffer.Add(payloads[i] >> 8, payloads[i] & 0xFF);
            }

            writer.AddPair((int)(key / terms), (int)(key % terms), buffer);
        }
    }
}
