using System.Runtime.InteropServices;

namespace Search.Engine;

/// <summary>A value of a keyword column with its count.</summary>
/// <param name="Value">The value as indexed.</param>
/// <param name="Count">How many hits carry it.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FacetValue(string Value, long Count);
