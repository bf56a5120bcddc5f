using System.Runtime.InteropServices;

namespace Search.Engine.Embedded;

/// <summary>Where a list of postings lies in a segment.</summary>
/// <param name="Count">Passages; 0 means there is no list.</param>
/// <param name="Offset">Offset in the file; for a single passage of a compound, the passage itself.</param>
/// <param name="Bytes">Bytes of the postings; 0 for a single passage kept in the dictionary.</param>
/// <param name="PositionBytes">Bytes of the positions, which follow the postings; 0 for none.</param>
/// <param name="DenseRow">Row of range maxima, or -1.</param>
/// <param name="SingleImpact">Impact of a single passage kept in the dictionary.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PostingRef(
    int Count,
    long Offset,
    int Bytes,
    int PositionBytes,
    int DenseRow,
    byte SingleImpact)
{
    /// <summary>No list.</summary>
    public static PostingRef None => new(0, 0, 0, 0, -1, 0);
}
