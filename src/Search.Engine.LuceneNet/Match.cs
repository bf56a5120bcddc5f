using System.Runtime.InteropServices;

namespace Search.Engine.LuceneNet;

/// <summary>A passage that matches.</summary>
/// <param name="Doc">Lucene's number of the passage in this generation.</param>
/// <param name="Score">Its score.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Match(int Doc, float Score);
