using System.Runtime.InteropServices;

namespace Search.Engine.Embedded;

/// <summary>Where a list of postings lies in a segment.</summary>
/// <param name="Count">Passages; 0 means there is no list.</param>
/// <param name="Offset">Offset in the file; for a single passage of a compound, the passage itself.</param>
/// <param name="Bytes">Bytes of the postings; 0 for a single passage kept in the dictionary.</param>
/// <param name="SingleImpact">Impact of a single passage kept in the dictionary.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PostingRef(
    int Count,
    long Offset,
    int Bytes,
    byte SingleImpact)
{
    /// <summary>No list.</summary>
    public static PostingRef None => new(0, 0, 0, 0);
}
