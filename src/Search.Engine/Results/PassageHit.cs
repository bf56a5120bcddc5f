using System.Runtime.InteropServices;

namespace Search.Engine;

/// <summary>A passage with its score.</summary>
/// <param name="Id">The passage's id.</param>
/// <param name="Score">Comparable within one answer only.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PassageHit(string Id, double Score);
