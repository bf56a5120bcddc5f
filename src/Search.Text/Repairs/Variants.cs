using Search.Text.Letters;

namespace Search.Text.Repairs;

/// <summary>All words that differ from a word in one feature of one letter and are syllables.</summary>
internal static class Variants
{
    internal static IEnumerable<string> Of(string word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (word[i] == 'd')
            {
                yield return word[..i] + 'đ' + word[(i + 1)..];
            }

            var vowel = VietnameseLetter.VowelOf(word[i]);
            if (vowel == Vowel.None)
            {
                continue;
            }

            for (var other = 1; other <= Vowel.Y; other++)
            {
                for (var tone = Tone.Level; tone <= Tone.Dot; tone++)
                {
                    var letter = VietnameseLetter.Compose(other, tone, upper: false);
                    if (letter == word[i] || Confusion.Likelihood(word[i], letter) <= 0)
                    {
                        continue;
                    }

                    var variant = string.Concat(word.AsSpan(0, i), [letter], word.AsSpan(i + 1));
                    if (VietnameseSyllable.IsValid(variant))
                    {
                        yield return variant;
                    }
                }
            }
        }
    }
}
