using System.Runtime.InteropServices;

namespace Search.Engine;

/// <summary>A token of a text that matches a query.</summary>
/// <param name="Token">Index of the token.</param>
/// <param name="Word">Which word of the query it matches.</param>
/// <param name="InCompound">True where a neighbor matches the neighboring word of the query too.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TokenMatch(int Token, int Word, bool InCompound);
