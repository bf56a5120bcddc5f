using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Search.Engine.Embedded;

/// <summary>
/// Writes one segment from terms in key order, then compounds in order, then the passages. Both a flush of what
/// was just indexed and a merge end here, so there is one place that knows the format.
/// </summary>
internal sealed class SegmentWriter : IDisposable
{
    /// <summary>Terms of a prefix block.</summary>
    public const int TermsPerBlock = 16;

    /// <summary>Compounds between skip entries.</summary>
    public const int PairsPerSkip = 64;

    private readonly BlockFileWriter _file;
    private readonly PostingEncoder _encoder = new();
    private readonly MemoryStream _termBlocks = new();
    private readonly List<uint> _termBlockOffsets = [];
    private readonly List<TermRecord> _terms = [];
    private readonly long _postingsStart;
    private readonly PairDictionaryWriter _pairs = new();
    private byte[] _lastKey = [];

    public SegmentWriter(IFileLayer files, string path, int docs)
    {
        _file = new BlockFileWriter(files, path);
        Span<byte> header = stackalloc byte[SegmentFormat.HeaderSize];
        header.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(header, SegmentFormat.Magic);
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], SegmentFormat.Version);
        BinaryPrimitives.WriteUInt32LittleEndian(header[8..], RankingConstants.Fingerprint);
        BinaryPrimitives.WriteInt32LittleEndian(header[12..], docs);
        _file.Write(header);
        _postingsStart = _file.Position;
    }

    /// <summary>Adds a term; terms come in the order of their keys. Its ordinal is the number of terms before it.</summary>
    public void AddTerm(ReadOnlySpan<byte> key, PostingBuffer postings)
    {
        WriteKey(key);
        var offset = _file.Position;
        var bytes = _encoder.EncodePostings(postings);
        _file.Write(bytes);
        _terms.Add(new TermRecord(offset, postings.Count, bytes.Length));
    }

    /// <summary>Adds a compound; compounds come after all terms, in the order of both ordinals.</summary>
    public void AddPair(int first, int second, PostingBuffer postings)
    {
        if (postings.Count == 1)
        {
            _pairs.AddSingle(first, second, postings.Docs[0], (byte)postings.Impacts[0]);
            return;
        }

        var offset = _file.Position;
        var bytes = _encoder.EncodePostings(postings);
        _file.Write(bytes);
        _pairs.Add(first, second, postings.Count, offset, bytes.Length);
    }

    /// <summary>Ends the terms and compounds; the texts of the passages follow, in their order.</summary>
    /// <param name="occurrences">How often each term occurs.</param>
    public ForwardWriter BeginTexts(ReadOnlySpan<int> occurrences)
    {
        _file.EndSection(SectionId.Postings, _postingsStart);
        return new ForwardWriter(_file, occurrences);
    }

    /// <summary>Writes everything else and closes the file, on the disk when this returns.</summary>
    public void Finish(DocTable table)
    {
        _file.Section(SectionId.TermBlocks, _termBlocks.GetBuffer().AsSpan(0, (int)_termBlocks.Length));
        _file.Section(SectionId.TermBlockOffsets, MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_termBlockOffsets)));
        _file.Section(SectionId.TermRecords, MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_terms)));
        _pairs.Write(_file, _terms.Count);
        DocTableWriter.Write(_file, table);
        _file.Finish();
    }

    public void Dispose() => _file.Dispose();

    private void WriteKey(ReadOnlySpan<byte> key)
    {
        var shared = 0;
        if (_terms.Count % TermsPerBlock == 0)
        {
            _termBlockOffsets.Add((uint)_termBlocks.Length);
        }
        else
        {
            shared = key.CommonPrefixLength(_lastKey);
        }

        Varint.Write(_termBlocks, (ulong)shared);
        Varint.Write(_termBlocks, (ulong)(key.Length - shared));
        _termBlocks.Write(key[shared..]);
        _lastKey = key.ToArray();
    }
}
