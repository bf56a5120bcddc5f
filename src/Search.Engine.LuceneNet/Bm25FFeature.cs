using System.Runtime.InteropServices;

namespace Search.Engine.LuceneNet;

/// <summary>One term of a query with its weight.</summary>
/// <param name="Term">In the shape of <see cref="Terms"/>.</param>
/// <param name="Weight">Above 0.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Bm25FFeature(string Term, float Weight);
