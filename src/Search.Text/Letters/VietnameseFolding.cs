using System.Runtime.CompilerServices;
using Search.Text.Letters;

namespace Search.Text;

/// <summary>
/// Folding for search: lower case, no accents, đ → d. Works on composed and decomposed input alike (combining marks
/// U+0300–U+036F are dropped), in linear time, and never throws. Folding twice equals folding once.
/// </summary>
public static class VietnameseFolding
{
    /// <summary>Folds a string; returns the same instance when nothing changes.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var i = 0; i < text.Length; i++)
        {
            if (FoldTable.Fold(text[i]) != text[i] || FoldTable.IsCombiningMark(text[i]))
            {
                return string.Create(FoldedLength(text), text, static (target, source) => Fold(source, target));
            }
        }

        return text;
    }

    /// <summary>Folds into <paramref name="target"/>, which must be at least as long as the source.</summary>
    /// <returns>How many UTF-16 units were written: fewer than the source has when it held combining marks.</returns>
    /// <exception cref="ArgumentException">The target is too short.</exception>
    public static int Fold(ReadOnlySpan<char> source, Span<char> target)
    {
        var written = 0;
        foreach (var c in source)
        {
            if (FoldTable.IsCombiningMark(c))
            {
                continue;
            }

            if ((uint)written >= (uint)target.Length)
            {
                throw new ArgumentException("The target is shorter than the folded text.", nameof(target));
            }

            target[written++] = FoldTable.Fold(c);
        }

        return written;
    }

    /// <summary>Folds one UTF-16 unit. A combining mark comes back as it is: dropping it is the string's business.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static char FoldChar(char c) => FoldTable.Fold(c);

    /// <summary>Removes accents and keeps the case: <c>Đại Việt</c> → <c>Dai Viet</c>.</summary>
    public static string RemoveMarks(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Create(FoldedLength(text), text, static (target, source) =>
        {
            var written = 0;
            foreach (var c in source)
            {
                if (!FoldTable.IsCombiningMark(c))
                {
                    target[written++] = FoldTable.RemoveMarks(c);
                }
            }
        });
    }

    private static int FoldedLength(string text)
    {
        var length = text.Length;
        foreach (var c in text)
        {
            if (FoldTable.IsCombiningMark(c))
            {
                length--;
            }
        }

        return length;
    }
}
