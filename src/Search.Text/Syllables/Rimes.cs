using Search.Text.Letters;

namespace Search.Text.Syllables;

/// <summary>
/// Every rime (vần) of written Vietnamese without its tone: glide, nucleus and coda. A syllable is an onset and one of
/// these. The list is the orthography itself; it holds no words.
/// </summary>
internal static class Rimes
{
    private const string All =
        "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây " +
        "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu " +
        "o oc oi om on ong op ot ooc oong ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt " +
        "oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet " +
        "u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uêu uôc uôi uôm uôn uông uôt uơ " +
        "uy uya uych uyn uynh uyp uyt uyu uyên uyêt " +
        "ư ưa ưc ưi ưm ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu";

    /// <summary>After <c>qu</c> the glide is already written: only these rimes follow.</summary>
    private const string AfterQu =
        "a ac ach ai am an ang anh ao at au ay ăc ăm ăn ăng ăp ăt ân âng ât ây e en eo et ê êch ên ênh êt " +
        "i in inh it ôc ơ ơn ơt y ych yên yêt ynh yt";

    /// <summary>The rimes as written, without tones.</summary>
    internal static IReadOnlyList<string> Spellings { get; } = All.Split(' ');

    private static readonly ulong[] AllKeys = Keys(All);
    private static readonly ulong[] AfterQuKeys = Keys(AfterQu);

    /// <summary>Five bits a letter: vowels 1–12 as in <see cref="Vowel"/>, then c h m n g p t; 0 for other letters.</summary>
    internal static int CodeOf(char toneless)
    {
        var vowel = VietnameseLetter.VowelOf(toneless);
        return vowel != Vowel.None ? vowel : (toneless | 0x20) switch
        {
            'c' => 13,
            'h' => 14,
            'm' => 15,
            'n' => 16,
            'g' => 17,
            'p' => 18,
            't' => 19,
            _ => 0,
        };
    }

    internal static bool Contains(int key) => (AllKeys[key >> 6] & (1UL << (key & 63))) != 0;

    internal static bool ContainsAfterQu(int key) => (AfterQuKeys[key >> 6] & (1UL << (key & 63))) != 0;

    /// <summary>A bit for every key of at most four letters.</summary>
    private static ulong[] Keys(string rimes)
    {
        var keys = new ulong[1 << (20 - 6)];
        foreach (var rime in rimes.Split(' '))
        {
            var key = 0;
            foreach (var letter in rime)
            {
                key = (key << 5) | CodeOf(letter);
            }

            keys[key >> 6] |= 1UL << (key & 63);
        }

        return keys;
    }
}
