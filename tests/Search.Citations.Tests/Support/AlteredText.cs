using System.Text;
using System.Text.RegularExpressions;
using Search.Citations.Evaluation;

namespace Search.Citations.Tests.Support;

/// <summary>A text altered in the ways files are altered in life, and where each offset of the first text went.</summary>
internal sealed class AlteredText
{
    private readonly int[] _places;

    public AlteredText(string text)
        : this(text, [.. Enumerable.Range(0, text.Length + 1)])
    {
    }

    private AlteredText(string text, int[] places) => (Text, _places) = (text, places);

    public string Text { get; }

    /// <summary>Replaces every character on its own.</summary>
    public AlteredText Characters(Func<char, string> alter)
    {
        var text = new StringBuilder(Text.Length);
        var moved = new int[Text.Length + 1];
        for (var i = 0; i < Text.Length; i++)
        {
            moved[i] = text.Length;
            text.Append(alter(Text[i]));
        }

        moved[^1] = text.Length;
        return new AlteredText(text.ToString(), [.. _places.Select(place => moved[place])]);
    }

    /// <summary>Replaces what a pattern finds; an empty pattern match inserts.</summary>
    public AlteredText Matches(string pattern, Func<string, string> alter)
    {
        var text = new StringBuilder(Text.Length);
        var moved = new int[Text.Length + 1];
        var at = 0;
        foreach (Match match in Regex.Matches(Text, pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10)))
        {
            Copy(match.Index);
            var start = text.Length;
            text.Append(alter(match.Value));
            var length = text.Length - start;
            for (; at < match.Index + match.Length; at++)
            {
                moved[at] = start + Math.Min(at - match.Index, Math.Max(0, length - 1));
            }
        }

        Copy(Text.Length);
        moved[^1] = text.Length;
        return new AlteredText(text.ToString(), [.. _places.Select(place => moved[place])]);

        void Copy(int end)
        {
            for (; at < end; at++)
            {
                moved[at] = text.Length;
                text.Append(Text[at]);
            }
        }
    }

    /// <summary>Puts text before the whole.</summary>
    public AlteredText After(string before) => new(before + Text, [.. _places.Select(place => place + before.Length)]);

    /// <summary>The labels where their words are now. Traps are told by line and stay behind.</summary>
    /// <param name="file">The labels of the first text.</param>
    /// <param name="rename">The target's key after the alteration.</param>
    /// <param name="keep">Which labels the alteration left standing.</param>
    public GoldFile Label(GoldFile file, Func<string, string> rename, Func<GoldCitation, bool> keep) => new()
    {
        Name = file.Name,
        Citations =
        [
            .. file.Citations.Where(keep).Select(label => label with
            {
                Start = _places[label.Start],
                End = _places[label.End],
                CoreStart = _places[label.CoreStart],
                CoreEnd = _places[label.CoreEnd],
                Target = rename(label.Target),
            }),
        ],
    };
}
