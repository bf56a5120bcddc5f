using System.Collections.Frozen;
using System.Globalization;
using Search.Documents.Catalogues;

namespace Search.Documents.Letterheads;

/// <summary>The word lists of letterheads, from <c>letterhead-words.json</c>, ready to be looked up. One line of capitals is
/// told from another by its first words: this is the one place that knows them.</summary>
internal sealed class LetterheadWords
{
    private static readonly Lazy<LetterheadWords> Chosen = new(() => new LetterheadWords(Catalogue.Default));

    private readonly Starts _bodies;
    private readonly Starts _lookalikes;
    private readonly Starts _papers;
    private readonly Starts _positions;
    private readonly FrozenSet<string> _families;

    private LetterheadWords(Catalogue catalogue)
    {
        _bodies = new Starts(catalogue.Letterhead("body-starts").Phrases, TypeNames.Fold);
        _lookalikes = new Starts(catalogue.Letterhead("body-lookalikes").Phrases, CatalogueKeys.Name);
        _papers = new Starts(catalogue.Letterhead("paper-starts").Phrases, CatalogueKeys.Name);
        _positions = new Starts(catalogue.Letterhead("positions").Phrases, TypeNames.Fold);
        _families = catalogue.Letterhead("families").Phrases.Select(TypeNames.Fold).ToFrozenSet(StringComparer.Ordinal);
        Parts = [.. catalogue.Letterhead("parts").Phrases];
        Committees = [.. catalogue.Letterhead("committees").Phrases];
        PlaceKinds = [.. catalogue.Letterhead("place-kinds").Phrases];
    }

    /// <summary>The lists of the process's catalogue.</summary>
    public static LetterheadWords Default => Chosen.Value;

    /// <summary>Bodies that only their owner tells from others of their name.</summary>
    public IReadOnlyList<string> Parts { get; }

    /// <summary>Committees that a place's name follows.</summary>
    public IReadOnlyList<string> Committees { get; }

    /// <summary>Kinds of places.</summary>
    public IReadOnlyList<string> PlaceKinds { get; }

    /// <summary>Whether a folded text begins as a body's name does; damaged marks do not matter.</summary>
    public bool BeginsBody(ReadOnlySpan<char> folded) => _bodies.Fits(folded);

    /// <summary>The same for a text as it is printed: BẢN TỰ KIỂM ĐIỂM and PHÒNG, CHỐNG THAM NHŨNG are no bodies.</summary>
    public bool BeginsBody(string text, ReadOnlySpan<char> folded) => _bodies.Fits(folded) && !_lookalikes.Fits(CatalogueKeys.Name(text));

    /// <summary>Whether a line says what the paper is, though of no type of the catalogue: PHIẾU TRÌNH, BẢN NHẬN XÉT.</summary>
    public bool BeginsPaper(string text) => _papers.Fits(CatalogueKeys.Name(text));

    /// <summary>Whether a folded text begins with the office of who signs: "pho chu tich", "q. chu tich".</summary>
    public bool BeginsPosition(ReadOnlySpan<char> folded)
    {
        if (folded.StartsWith("q."))
        {
            folded = folded[2..].TrimStart(' ');
        }
        else if (folded.StartsWith("quyen "))
        {
            folded = folded["quyen ".Length..];
        }

        return _positions.Fits(folded);
    }

    /// <summary>Whether a folded word is a family name.</summary>
    public bool IsFamily(string folded) => _families.Contains(folded);

    /// <summary>Phrases, of which one begins a text and ends at a word's end.</summary>
    private sealed class Starts
    {
        private readonly FrozenDictionary<string, string[]> _byWord;

        public Starts(IEnumerable<string> phrases, Func<string, string> key) =>
            _byWord = phrases.Select(key).GroupBy(FirstWord, StringComparer.Ordinal)
                .ToFrozenDictionary(group => group.Key, group => group.Order(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);

        public bool Fits(ReadOnlySpan<char> text)
        {
            var end = 0;
            while (end < text.Length && char.IsLetterOrDigit(text[end]))
            {
                end++;
            }

            if (end == 0 || !_byWord.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text[..end], out var phrases))
            {
                return false;
            }

            foreach (var phrase in phrases)
            {
                if (text.StartsWith(phrase) && (text.Length == phrase.Length || !IsWord(text[phrase.Length])))
                {
                    return true;
                }
            }

            return false;
        }

        /// <summary>Keys of names keep the marks of a letter behind it.</summary>
        private static bool IsWord(char c) => char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

        private static string FirstWord(string phrase)
        {
            var end = 0;
            while (end < phrase.Length && char.IsLetterOrDigit(phrase[end]))
            {
                end++;
            }

            return phrase[..end];
        }
    }
}
