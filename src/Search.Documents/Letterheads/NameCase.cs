using System.Runtime.CompilerServices;
using Search.Documents.Catalogues;

namespace Search.Documents.Letterheads;

/// <summary>
/// Turns a body's name in capitals into the case it has in running text: names of the catalogue as they stand there,
/// words for kinds of places small, what follows them with capitals, all else small after the first word.
/// </summary>
internal sealed class NameCase
{
    private static readonly ConditionalWeakTable<Catalogue, NameCase> Known = [];

    private readonly Word[][] _placeKinds;
    private readonly Word[][] _committees;

    /// <summary>Kinds of bodies: what follows them is the body's own name and begins with a capital.</summary>
    private readonly Word[][] _bodyKinds;

    /// <summary>Kinds whose own name is all a name: a school is called after a person or a place.</summary>
    private readonly Word[][] _namedKinds;

    /// <summary>The names by the key of their first word.</summary>
    private readonly Dictionary<string, List<Word[]>> _phrases = new(StringComparer.Ordinal);

    private NameCase(Catalogue catalogue)
    {
        _placeKinds = Split(catalogue.Letterhead("place-kinds").Phrases);
        _committees = Split(catalogue.Letterhead("committee-words").Phrases);
        _bodyKinds = Split(catalogue.Letterhead("body-kinds").Phrases);
        _namedKinds = Split(catalogue.Letterhead("named-kinds").Phrases);
        foreach (var body in catalogue.Bodies)
        {
            foreach (var name in (string[])[body.Name, .. body.ShortNames])
            {
                if (name.Contains(' ', StringComparison.Ordinal) && !name.Contains('(', StringComparison.Ordinal))
                {
                    Add(name);
                }
            }
        }

        foreach (var province in catalogue.Provinces)
        {
            Add(province.Name);
            Add(province.Committee);
        }

        foreach (var name in catalogue.Letterhead("names").Phrases)
        {
            Add(name);
        }
    }

    public static NameCase Of(Catalogue catalogue) => Known.GetValue(catalogue, static c => new NameCase(c));

    /// <summary>The name in running-text case; a name not in capitals comes back as it is.</summary>
    public string Lower(string text)
    {
        if (!Names.IsCapitals(text))
        {
            return text;
        }

        var words = Split(Expand(text));
        var result = new List<string>(words.Length);
        var isName = false;
        var isNext = false;
        for (var i = 0; i < words.Length;)
        {
            if (Match(words, i, _namedKinds) is { } named)
            {
                result.AddRange(named.Select((word, k) => IsSign(words[i + k].Text) ? words[i + k].Text : k == 0 ? Capital(word.Text) : word.Text));
                i += named.Length;
                isName = true;
                continue;
            }

            if (Match(words, i, _committees) is { } committee)
            {
                result.Add(Capital(committee[0].Text));
                result.AddRange(committee.Skip(1).Select(word => word.Text));
                i += committee.Length;
                isName = true;
                continue;
            }

            if (i > 0 && Match(words, i, _placeKinds) is { } kind)
            {
                result.AddRange(kind.Select(word => word.Text));
                i += kind.Length;
                isName = true;
                continue;
            }

            if (Phrase(words, i) is { Count: > 0 } phrase)
            {
                result.AddRange(phrase.Select(word => word.Text));
                i += phrase.Count;
                isNext = false;
                isName |= EndsWithPlaceKind(phrase); // "Ủy ban nhân dân huyện": the name of the place follows
                continue;
            }

            if (IsSign(words[i].Text))
            {
                result.Add(words[i].Text);
                isNext = false;
                i++;
                continue;
            }

            if ((i == 0 || isNext) && !isName && Match(words, i, _bodyKinds) is { } body)
            {
                result.AddRange(body.Select((word, k) => k == 0 ? Capital(word.Text) : word.Text));
                i += body.Length;
                isNext = true;
                continue;
            }

            var small = words[i].Text.ToLowerInvariant();
            result.Add(i == 0 || isName || isNext ? Capital(small) : small);
            isNext = false;
            i++;
        }

        return string.Join(' ', result);
    }

    private bool EndsWithPlaceKind(ArraySegment<Word> phrase) =>
        Array.Exists(_placeKinds, kind => kind.Length <= phrase.Count && Common([.. phrase], phrase.Count - kind.Length, kind) == kind.Length);

    /// <summary>"THPT", "MTTQ": letters without a vowel are a sign and no word.</summary>
    private static bool IsSign(string word) =>
        word.Length > 1 && word.All(char.IsLetter) && !TypeNames.Fold(word).AsSpan().ContainsAny("aeiouy");

    private static string Expand(string text)
    {
        foreach (var (sign, name) in (ReadOnlySpan<(string, string)>)[("CHỦ TỊCH UBND", "CHỦ TỊCH ỦY BAN NHÂN DÂN"), ("THƯỜNG TRỰC HĐND", "THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN"), ("UBND", "ỦY BAN NHÂN DÂN"), ("HĐND", "HỘI ĐỒNG NHÂN DÂN"), ("UBKT", "ỦY BAN KIỂM TRA"), ("BCH", "BAN CHẤP HÀNH"), ("BTV", "BAN THƯỜNG VỤ"), ("TP.", "THÀNH PHỐ "), ("TP ", "THÀNH PHỐ ")])
        {
            if (text.StartsWith(sign, StringComparison.Ordinal))
            {
                return name + text[sign.Length..];
            }
        }

        return text;
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static Word[][] Split(IReadOnlyList<string> phrases) => [.. phrases.Select(Split)];

    private static Word[] Split(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => new Word(word, CatalogueKeys.Name(word)))];

    private static Word[]? Match(Word[] words, int at, Word[][] phrases) =>
        Array.Find(phrases, phrase => Common(words, at, phrase) == phrase.Length);

    /// <summary>How many words of a phrase stand here.</summary>
    private static int Common(Word[] words, int at, Word[] phrase)
    {
        var length = 0;
        while (length < phrase.Length && at + length < words.Length && words[at + length].IsSame(phrase[length]))
        {
            length++;
        }

        return length;
    }

    private void Add(string name)
    {
        var phrase = Split(name);
        if (!_phrases.TryGetValue(phrase[0].Key, out var known))
        {
            _phrases[phrase[0].Key] = known = [];
        }

        known.Add(phrase);
    }

    /// <summary>The longest beginning (two words at least) of a known name that stands here; empty where none does.</summary>
    private ArraySegment<Word> Phrase(Word[] words, int at)
    {
        ArraySegment<Word> best = [];
        foreach (var phrase in _phrases.GetValueOrDefault(words[at].Key) ?? [])
        {
            var length = Common(words, at, phrase);
            if (length >= 2 && length > best.Count)
            {
                best = new ArraySegment<Word>(phrase, 0, length);
            }
        }

        return best;
    }

    /// <summary>A syllable with the key by which it is the same in any case and either tone style; accents count.</summary>
    private readonly record struct Word(string Text, string Key)
    {
        public bool IsSame(Word other) => Text.Length == other.Text.Length && string.Equals(Key, other.Key, StringComparison.Ordinal);
    }
}
