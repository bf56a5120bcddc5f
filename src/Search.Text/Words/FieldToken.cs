using System.Runtime.InteropServices;

namespace Search.Text;

/// <summary>One syllable, number or foreign word of a field.</summary>
/// <param name="Exact">NFC, lower case, one tone style, accents kept.</param>
/// <param name="Folded">The same without accents, <c>đ</c> as <c>d</c>.</param>
/// <param name="Start">UTF-16 offset in the analyzed text.</param>
/// <param name="End">UTF-16 offset past the last character.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FieldToken(string Exact, string Folded, int Start, int End);
