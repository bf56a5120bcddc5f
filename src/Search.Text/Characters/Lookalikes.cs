using System.Collections.Frozen;

namespace Search.Text.Characters;

/// <summary>
/// Cyrillic and Greek letters that are printed like Latin ones. They are read as Latin only inside a word or a docket
/// that holds Latin letters or digits, and only when every foreign letter of it has a counterpart: Russian stays Russian.
/// </summary>
internal static class Lookalikes
{
    /// <summary>Each foreign letter followed by its Latin counterpart.</summary>
    private const string Pairs =
        "АAВBЕEКKМMНHОOРPСCТTУYХXІIЈJЅSаaеeоoрpсcуyхxіiјjѕsһhԁdԛqԝwΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοoνvιiυu";

    private const int LongestToken = 64;

    private static readonly FrozenDictionary<char, char> Counterparts = Enumerable.Range(0, Pairs.Length / 2)
        .ToFrozenDictionary(i => Pairs[2 * i], i => Pairs[(2 * i) + 1]);

    /// <summary>The Latin letter that a character is printed like; the character itself where there is none.</summary>
    internal static char Counterpart(char c) => Counterparts.GetValueOrDefault(c, c);

    /// <summary>Replaces in place; a token is a run of letters, digits, hyphens and slashes.</summary>
    internal static void Replace(Span<char> units)
    {
        if (!units.ContainsAnyInRange('\u0370', '\u052F'))
        {
            return;
        }

        for (var i = 0; i < units.Length;)
        {
            var end = i;
            while (end < units.Length && IsTokenCharacter(units[end]))
            {
                end++;
            }

            if (end > i && end - i <= LongestToken)
            {
                ReplaceToken(units[i..end]);
            }

            i = end + 1;
        }
    }

    private static void ReplaceToken(Span<char> token)
    {
        var foreign = 0;
        var native = 0;
        for (var i = 0; i < token.Length; i++)
        {
            var c = token[i];
            if (c is >= '\u0370' and <= '\u052F')
            {
                // A foreign letter with a mark is its own letter.
                if (!Counterparts.ContainsKey(c) || (i + 1 < token.Length && MarkComposer.IsMark(token[i + 1])))
                {
                    return;
                }

                foreign++;
            }
            else if (char.IsAsciiDigit(c) || (char.IsLetter(c) && c is < '\u0250' or (>= '\u1E00' and < '\u1F00')))
            {
                native++;
            }
            else if (char.IsLetter(c))
            {
                return;
            }
        }

        if (foreign == 0 || native == 0)
        {
            return;
        }

        for (var i = 0; i < token.Length; i++)
        {
            if (Counterparts.TryGetValue(token[i], out var latin))
            {
                token[i] = latin;
            }
        }
    }

    private static bool IsTokenCharacter(char c) =>
        char.IsLetterOrDigit(c) || c is '-' or '/' || MarkComposer.IsMark(c) || c == CharacterRules.Removed;
}
