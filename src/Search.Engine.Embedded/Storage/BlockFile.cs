using System.Buffers.Binary;
using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Search.Engine.Embedded;

/// <summary>
/// A memory-mapped segment file. A block is checked the first time a byte of it is asked for, so damage never
/// becomes an answer and opening stays fast.
/// </summary>
internal sealed unsafe class BlockFile : IDisposable
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _start;
    private readonly uint[] _checksums;
    private readonly byte[] _checked;
    private readonly Dictionary<SectionId, (long Offset, long Length)> _sections = [];

    private BlockFile(string path, MemoryMappedFile file, MemoryMappedViewAccessor view, long length)
    {
        Name = Path.GetFileName(path);
        FileLength = length;
        _file = file;
        _view = view;
        byte* pointer = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref pointer);
        _start = pointer + view.PointerOffset;
        try
        {
            (DataLength, var table, _checksums) = ReadFooter();
            _checked = new byte[_checksums.Length];
            ReadTable(table);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>File name without its directory.</summary>
    public string Name { get; }

    /// <summary>Bytes of the whole file.</summary>
    public long FileLength { get; }

    /// <summary>Bytes under checksums.</summary>
    public long DataLength { get; }

    /// <summary>Checksummed blocks.</summary>
    public int Blocks => _checksums.Length;

    /// <exception cref="IndexDamagedException">The file is missing, too short or its footer is wrong.</exception>
    public static BlockFile Open(string path)
    {
        var info = new FileInfo(path);
        if (!info.Exists)
        {
            throw Damaged(info.Name, -1, "the file is missing");
        }

        var length = info.Length;
        if (length < SegmentFormat.HeaderSize + SegmentFormat.FooterSize)
        {
            throw Damaged(info.Name, -1, "the file is too short");
        }

        MemoryMappedFile file;
        try
        {
            file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        }
        catch (FileNotFoundException)
        {
            // A merge of another engine removed it since it was looked for.
            throw Damaged(info.Name, -1, "the file is missing");
        }

        var view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        return new BlockFile(path, file, view, length);
    }

    /// <summary>Checked bytes of the file.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Read(long offset, int length)
    {
        if ((ulong)offset + (ulong)length > (ulong)DataLength)
        {
            throw Damaged(Name, -1, "an offset points outside the file");
        }

        if (length > 0)
        {
            var last = (int)((offset + length - 1) / SegmentFormat.BlockSize);
            for (var block = (int)(offset / SegmentFormat.BlockSize); block <= last; block++)
            {
                if (_checked[block] == 0)
                {
                    Check(block);
                }
            }
        }

        return new ReadOnlySpan<byte>(_start + offset, length);
    }

    /// <summary>Bytes that <see cref="Read"/> has checked before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> ReadAgain(long offset, int length) => new(_start + offset, length);

    /// <summary>The place of a section; length 0 where the segment has none.</summary>
    public (long Offset, long Length) Section(SectionId id) => _sections.GetValueOrDefault(id);

    /// <summary>A whole section as values; sections written as arrays only.</summary>
    public ReadOnlySpan<T> Values<T>(SectionId id)
        where T : unmanaged
    {
        var (offset, length) = Section(id);
        return MemoryMarshal.Cast<byte, T>(Read(offset, checked((int)length)));
    }

    /// <summary>Whether a block's bytes fit its checksum.</summary>
    public bool IsSound(int block)
    {
        var start = (long)block * SegmentFormat.BlockSize;
        var length = (int)Math.Min(SegmentFormat.BlockSize, DataLength - start);
        return Checksum.Of(new ReadOnlySpan<byte>(_start + start, length)) == _checksums[block];
    }

    public void Dispose()
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Check(int block)
    {
        if (!IsSound(block))
        {
            throw Damaged(Name, block, "the checksum does not fit");
        }

        Volatile.Write(ref _checked[block], 1);
    }

    private static IndexDamagedException Damaged(string name, long block, string message) =>
        new(new IndexDamage(name, block, message));

    private (long Data, long Table, uint[] Checksums) ReadFooter()
    {
        var footer = new ReadOnlySpan<byte>(_start + FileLength - SegmentFormat.FooterSize, SegmentFormat.FooterSize);
        if (Checksum.Of(footer[..28]) != BinaryPrimitives.ReadUInt32LittleEndian(footer[28..]))
        {
            throw Damaged(Name, -1, "the footer's checksum does not fit");
        }

        if (BinaryPrimitives.ReadUInt32LittleEndian(footer[24..]) != SegmentFormat.Magic)
        {
            throw Damaged(Name, -1, "this is not a segment file");
        }

        var version = BinaryPrimitives.ReadUInt32LittleEndian(footer[20..]);
        if (version != SegmentFormat.Version)
        {
            throw Damaged(Name, -1, $"format version {version} is not known");
        }

        var data = BinaryPrimitives.ReadInt64LittleEndian(footer);
        var blocks = (data + SegmentFormat.BlockSize - 1) / SegmentFormat.BlockSize;
        if (data + (blocks * sizeof(uint)) + SegmentFormat.FooterSize != FileLength)
        {
            throw Damaged(Name, -1, "the file is shorter or longer than its footer says");
        }

        var checksums = new ReadOnlySpan<byte>(_start + data, (int)blocks * sizeof(uint));
        if (Checksum.Of(checksums) != BinaryPrimitives.ReadUInt32LittleEndian(footer[16..]))
        {
            throw Damaged(Name, -1, "the checksum table is damaged");
        }

        return (data, BinaryPrimitives.ReadInt64LittleEndian(footer[8..]), MemoryMarshal.Cast<byte, uint>(checksums).ToArray());
    }

    private void ReadTable(long table)
    {
        var count = BinaryPrimitives.ReadInt32LittleEndian(Read(table, sizeof(int)));
        var entries = Read(table + sizeof(int), checked(count * 20));
        for (var at = 0; at < entries.Length; at += 20)
        {
            var id = (SectionId)BinaryPrimitives.ReadInt32LittleEndian(entries[at..]);
            _sections[id] = (BinaryPrimitives.ReadInt64LittleEndian(entries[(at + 4)..]),
                BinaryPrimitives.ReadInt64LittleEndian(entries[(at + 12)..]));
        }
    }
}
