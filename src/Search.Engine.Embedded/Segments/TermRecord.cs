using System.Runtime.InteropServices;

namespace Search.Engine.Embedded;

/// <summary>A term's fixed-size record on disk.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly struct TermRecord(long offset, int count, int bytes, int positionBytes, int denseRow)
{
    public readonly long Offset = offset;
    public readonly int Count = count;
    public readonly int Bytes = bytes;
    public readonly int PositionBytes = positionBytes;
    public readonly int DenseRow = denseRow;

    public PostingRef ToRef() => new(Count, Offset, Bytes, PositionBytes, DenseRow, 0);
}
