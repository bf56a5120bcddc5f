using System.Runtime.InteropServices;

namespace Search.Engine.Embedded;

/// <summary>A term's fixed-size record on disk.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly struct TermRecord(long offset, int count, int bytes)
{
    public readonly long Offset = offset;
    public readonly int Count = count;
    public readonly int Bytes = bytes;

    public PostingRef ToRef() => new(Count, Offset, Bytes, 0);
}
