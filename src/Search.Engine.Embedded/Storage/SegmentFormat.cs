namespace Search.Engine.Embedded;

/// <summary>The numbers of the segment file format. See <c>README.md</c> beside the project for the layout.</summary>
internal static class SegmentFormat
{
    /// <summary>First bytes of every segment.</summary>
    public const uint Magic = 0x47455356; // "VSEG"

    /// <summary>Format written by this code. Indexes of other versions count as absent and are rebuilt by their owner.</summary>
    public const uint Version = 2;

    /// <summary>Bytes that share one checksum.</summary>
    public const int BlockSize = 1 << 15;

    /// <summary>Bytes at the start: magic, version, ranking fingerprint, passages, 16 spare.</summary>
    public const int HeaderSize = 32;

    /// <summary>Bytes at the end.</summary>
    public const int FooterSize = 32;

    /// <summary>Passages of a range, which share a word of a bitmap.</summary>
    public const int RangeSize = 64;

    /// <summary>Ranges of a segment.</summary>
    public static int Ranges(int docs) => (docs + RangeSize - 1) / RangeSize;
}
