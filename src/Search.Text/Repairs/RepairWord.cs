using System.Runtime.InteropServices;

namespace Search.Text.Repairs;

/// <summary>A word of a text under repair. Numbers, dates and document numbers are none.</summary>
/// <param name="Exact">The form under which the word is indexed, accents kept.</param>
/// <param name="Start">Offset of its first UTF-16 unit in the source.</param>
/// <param name="End">Offset after its last UTF-16 unit in the source.</param>
/// <param name="JoinsPrevious">
/// Whether nothing but a space or one line break stands between it and the word before: only then may the two form a
/// compound.
/// </param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RepairWord(string Exact, int Start, int End, bool JoinsPrevious)
{
    /// <summary>The words of a normalized text in order.</summary>
    internal static List<RepairWord> Of(NormalizedText source)
    {
        var text = source.Text;
        var words = new List<RepairWord>(text.Length / 5);
        // Where the last word ends, while nothing else followed it.
        var open = -1;
        foreach (var token in new SyllableTokenizer(text))
        {
            if (token.Kind != TokenKind.Word || token.Text.Length > FieldAnalyzer.MaxWordLength)
            {
                open = -1;
                continue;
            }

            var span = source.IsIdentity ? new TextSpan(token.Start, token.End) : source.ToSource(new TextSpan(token.Start, token.End));
            words.Add(new RepairWord(FieldAnalyzer.Shared.Forms(token.Text).Exact, span.Start, span.End, open >= 0 && Joins(text.AsSpan(open, token.Start - open))));
            open = token.End;
        }

        return words;
    }

    /// <summary>A blank line ends a sentence and a tab a column; one line break does not: lines wrap anywhere.</summary>
    private static bool Joins(ReadOnlySpan<char> gap) => gap.Count('\n') <= 1 && !gap.Contains('\t');
}
