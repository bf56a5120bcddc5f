using System.Runtime.InteropServices;

namespace Search.Engine;

/// <summary>A piece of a query text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its words, or the value of a field.</param>
/// <param name="Start">UTF-16 offset.</param>
/// <param name="Length">UTF-16 length.</param>
/// <param name="Field">The folded field name of a field lexeme.</param>
/// <param name="Number">The number after <c>~</c>, or 0.</param>
/// <param name="Unclosed">True for a phrase whose closing quote is missing.</param>
/// <param name="Quoted">True for a field's value in quotes.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Lexeme(
    LexemeKind Kind,
    string Text,
    int Start,
    int Length,
    string Field = "",
    int Number = 0,
    bool Unclosed = false,
    bool Quoted = false);
