using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Search.Engine.Embedded;

/// <summary>The deleted passages of a segment as bits. Written whole, never changed on disk.</summary>
internal sealed class DeleteSet
{
    private const int HeaderSize = 16;
    private const uint Magic = 0x4C454456; // "VDEL"

    private readonly ulong[] _bits;

    public DeleteSet(int docs)
        : this(new ulong[(docs + 63) / 64], docs)
    {
    }

    private DeleteSet(ulong[] bits, int docs)
    {
        _bits = bits;
        Docs = docs;
        foreach (var word in bits)
        {
            Count += BitOperations.PopCount(word);
        }
    }

    /// <summary>Passages of the segment.</summary>
    public int Docs { get; }

    /// <summary>Deleted passages.</summary>
    public int Count { get; private set; }

    /// <summary>The bits, 64 passages a word: one word is one range of top-k search.</summary>
    public ReadOnlySpan<ulong> Words => _bits;

    public bool this[int doc] => (_bits[doc >> 6] >> (doc & 63) & 1) != 0;

    public DeleteSet Copy() => new([.. _bits], Docs);

    /// <summary>Marks a passage; false where it was marked.</summary>
    public bool Add(int doc)
    {
        if (this[doc])
        {
            return false;
        }

        _bits[doc >> 6] |= 1UL << (doc & 63);
        Count++;
        return true;
    }

    public void Write(IFileLayer files, string path)
    {
        var bytes = new byte[HeaderSize + (_bits.Length * sizeof(ulong))];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Magic);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), SegmentFormat.Version);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), Docs);
        MemoryMarshal.AsBytes<ulong>(_bits).CopyTo(bytes.AsSpan(HeaderSize));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(12), Checksum.Of(bytes.AsSpan(HeaderSize), Checksum.Of(bytes.AsSpan(0, 12))));
        using var stream = files.Create(path);
        stream.Write(bytes);
        files.Sync(stream);
    }

    /// <exception cref="IndexDamagedException">The file is missing or does not fit its checksum.</exception>
    public static DeleteSet Read(string path, int docs)
    {
        var name = Path.GetFileName(path);
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (FileNotFoundException)
        {
            throw new IndexDamagedException(new IndexDamage(name, -1, "the file is missing"));
        }

        var words = (docs + 63) / 64;
        if (bytes.Length != HeaderSize + (words * sizeof(ulong))
            || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic
            || BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(4)) != SegmentFormat.Version
            || BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(8)) != docs
            || BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(12))
                != Checksum.Of(bytes.AsSpan(HeaderSize), Checksum.Of(bytes.AsSpan(0, 12))))
        {
            throw new IndexDamagedException(new IndexDamage(name, 0, "the checksum or the header does not fit"));
        }

        return new DeleteSet(MemoryMarshal.Cast<byte, ulong>(bytes.AsSpan(HeaderSize)).ToArray(), docs);
    }
}
