using Search.Text.Letters;
using Search.Text.Syllables;

namespace Search.Text;

/// <summary>
/// Every well-formed Vietnamese syllable by the rules of <see cref="VietnameseSyllable"/>, used or not: onset × rime ×
/// tone, in lower case, the tone mark where the old style writes it.
/// </summary>
public static class SyllableInventory
{
    private static readonly string[] Onsets =
    [
        "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu", "r",
        "s", "t", "th", "tr", "v", "x",
    ];

    private static readonly Lazy<IReadOnlyList<string>> Syllables = new(Make);

    /// <summary>The syllables, each once, always in the same order: by onset, then rime, then tone.</summary>
    public static IReadOnlyList<string> All => Syllables.Value;

    private static List<string> Make()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var all = new List<string>(20_000);
        foreach (var onset in Onsets)
        {
            foreach (var rime in Rimes.Spellings)
            {
                foreach (var tone in Enum.GetValues<Tone>())
                {
                    if (TryWrite(onset + rime, tone, out var syllable) && seen.Add(syllable))
                    {
                        all.Add(syllable);
                    }
                }
            }
        }

        return all;
    }

    private static bool TryWrite(string bare, Tone tone, out string syllable)
    {
        syllable = "";
        if (!SyllableReader.TryRead(bare, out var shape) || !shape.Allows(tone))
        {
            return false;
        }

        var letters = bare.ToCharArray();
        letters[shape.ToneIndex] = VietnameseLetter.WithTone(letters[shape.ToneIndex], tone);
        syllable = new string(letters);
        return true;
    }
}
