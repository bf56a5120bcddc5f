using System.Runtime.InteropServices;
using Search.Text;

namespace Search.Engine;

/// <summary>A piece of a query text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Source">The query text.</param>
/// <param name="Content">Where in it the words stand, or the value of a field; empty for signs.</param>
/// <param name="Start">UTF-16 offset of the whole piece.</param>
/// <param name="Length">UTF-16 length of the whole piece.</param>
/// <param name="Field">The folded field name of a field lexeme.</param>
/// <param name="Number">The number after <c>~</c>, or 0.</param>
/// <param name="Unclosed">True for a phrase whose closing quote is missing.</param>
/// <param name="Quoted">True for a field's value in quotes.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Lexeme(
    LexemeKind Kind,
    string Source,
    TextSpan Content,
    int Start,
    int Length,
    string Field = "",
    int Number = 0,
    bool Unclosed = false,
    bool Quoted = false)
{
    /// <summary>Its words, or the value of a field.</summary>
    public ReadOnlySpan<char> Words => Source.AsSpan(Content.Start, Content.End - Content.Start);

    /// <summary>The same as a string of its own.</summary>
    public string Text => Words.ToString();
}
