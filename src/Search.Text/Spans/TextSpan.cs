using System.Runtime.InteropServices;

namespace Search.Text;

/// <summary>A stretch of text in UTF-16 offsets, end exclusive: <c>text[Start..End]</c> is exactly what was found.</summary>
/// <param name="Start">Offset of the first UTF-16 unit.</param>
/// <param name="End">Offset after the last UTF-16 unit; equal to <paramref name="Start"/> for an empty span.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TextSpan(int Start, int End)
{
    /// <summary>How many UTF-16 units the span covers.</summary>
    public int Length => End - Start;

    /// <summary>The text under the span.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span does not lie inside <paramref name="text"/>.</exception>
    public string Slice(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text[Start..End];
    }

    /// <summary>Whether every place of <paramref name="other"/> lies inside this span.</summary>
    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    /// <summary>Whether <paramref name="offset"/> lies inside this span; its end does not.</summary>
    public bool Contains(int offset) => Start <= offset && offset < End;

    /// <summary>Whether the two spans share at least one UTF-16 unit.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;
}
