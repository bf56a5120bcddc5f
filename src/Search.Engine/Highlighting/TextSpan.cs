using System.Runtime.InteropServices;

namespace Search.Engine;

/// <summary>A piece of a text.</summary>
/// <param name="Start">UTF-16 offset of the first character.</param>
/// <param name="End">UTF-16 offset past the last character.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TextSpan(int Start, int End);
