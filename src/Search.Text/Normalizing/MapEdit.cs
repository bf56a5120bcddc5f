using System.Runtime.InteropServices;

namespace Search.Text.Normalizing;

/// <summary>One place where the normalized text and its source differ in length.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MapEdit(int Start, int Length, int SourceStart, int SourceLength)
{
    internal int End => Start + Length;

    internal int SourceEnd => SourceStart + SourceLength;
}
