using System.Runtime.InteropServices;

namespace Search.Engine.LuceneNet;

/// <summary>One term of a query with its weight.</summary>
/// <param name="Term">In the shape of <see cref="Terms"/>.</param>
/// <param name="Weight">Above 0.</param>
/// <param name="RareAs">The term whose idf counts; null for its own. A plain form tells what its accented form tells.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Bm25FFeature(string Term, float Weight, string? RareAs = null);
