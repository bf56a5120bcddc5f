using System.Buffers.Binary;

namespace Search.Engine.Embedded;

/// <summary>Writes a segment file: sections one after another, then their table, then a checksum for every block.</summary>
internal sealed class BlockFileWriter : IDisposable
{
    private readonly IFileLayer _files;
    private readonly Stream _stream;
    private readonly List<uint> _checksums = [];
    private readonly List<(SectionId Id, long Offset, long Length)> _sections = [];
    private uint _crc;
    private int _inBlock;

    public BlockFileWriter(IFileLayer files, string path)
    {
        _files = files;
        _stream = files.Create(path);
    }

    /// <summary>Bytes written so far.</summary>
    public long Position { get; private set; }

    /// <summary>Notes that a section ran from an offset to here.</summary>
    public void EndSection(SectionId id, long start) => _sections.Add((id, start, Position - start));

    /// <summary>Writes a whole section.</summary>
    public void Section(SectionId id, ReadOnlySpan<byte> bytes)
    {
        var start = Position;
        Write(bytes);
        EndSection(id, start);
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        _stream.Write(bytes);
        Position += bytes.Length;
        while (bytes.Length > 0)
        {
            var take = Math.Min(bytes.Length, SegmentFormat.BlockSize - _inBlock);
            _crc = Checksum.Of(bytes[..take], _crc);
            _inBlock += take;
            bytes = bytes[take..];
            if (_inBlock == SegmentFormat.BlockSize)
            {
                EndBlock();
            }
        }
    }

    /// <summary>Writes table, checksums and footer, waits for the disk and closes the file.</summary>
    public void Finish()
    {
        var table = new byte[sizeof(int) + (_sections.Count * 20)];
        BinaryPrimitives.WriteInt32LittleEndian(table, _sections.Count);
        var at = sizeof(int);
        foreach (var (id, offset, length) in _sections)
        {
            BinaryPrimitives.WriteInt32LittleEndian(table.AsSpan(at), (int)id);
            BinaryPrimitives.WriteInt64LittleEndian(table.AsSpan(at + 4), offset);
            BinaryPrimitives.WriteInt64LittleEndian(table.AsSpan(at + 12), length);
            at += 20;
        }

        var tableOffset = Position;
        Write(table);
        if (_inBlock > 0)
        {
            EndBlock();
        }

        WriteFooter(tableOffset);
        _files.Sync(_stream);
        _stream.Dispose();
    }

    public void Dispose() => _stream.Dispose();

    private void EndBlock()
    {
        _checksums.Add(_crc);
        _crc = 0;
        _inBlock = 0;
    }

    private void WriteFooter(long tableOffset)
    {
        var checksums = new byte[_checksums.Count * sizeof(uint)];
        for (var i = 0; i < _checksums.Count; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(checksums.AsSpan(i * sizeof(uint)), _checksums[i]);
        }

        _stream.Write(checksums);
        Span<byte> footer = stackalloc byte[SegmentFormat.FooterSize];
        BinaryPrimitives.WriteInt64LittleEndian(footer, Position);
        BinaryPrimitives.WriteInt64LittleEndian(footer[8..], tableOffset);
        BinaryPrimitives.WriteUInt32LittleEndian(footer[16..], Checksum.Of(checksums));
        BinaryPrimitives.WriteUInt32LittleEndian(footer[20..], SegmentFormat.Version);
        BinaryPrimitives.WriteUInt32LittleEndian(footer[24..], SegmentFormat.Magic);
        BinaryPrimitives.WriteUInt32LittleEndian(footer[28..], Checksum.Of(footer[..28]));
        _stream.Write(footer);
    }
}
