using System.Buffers;
using System.Collections.Frozen;
using Search.Documents.Catalogues;
using Search.Text;

namespace Search.Documents.Secrecy;

/// <summary>The catalogue's words around secrecy marks, as the check asks for them.</summary>
internal sealed class SecrecyWords
{
    private readonly (string Id, string[] Glued)[] _levels;
    private readonly string[][] _labels;
    private readonly string[][] _spelled;
    private readonly FrozenSet<string> _before;
    private readonly FrozenSet<string> _beforeSmall;
    private readonly string[][] _beforePhrases;
    private readonly string[][] _beforePhrasesSmall;
    private readonly FrozenSet<string> _nature;
    private readonly FrozenSet<string> _listed;
    private readonly FrozenSet<string> _goingOn;
    private readonly string[][] _positions;
    private readonly FrozenSet<string> _after;
    private readonly string[][] _own;
    private readonly FrozenSet<string> _places;
    private readonly FrozenSet<string> _persons;
    private readonly FrozenSet<string> _surnames;
    private readonly string[][] _offices;
    private readonly FrozenSet<string> _naming;
    private readonly FrozenSet<string> _declaring;
    private readonly string[][] _dealing;
    private readonly string[][] _titles;
    private readonly string[][] _rules;
    private readonly string[] _heads;
    private readonly string[] _annexes;
    private readonly string[] _annexTitles;
    private readonly FrozenSet<string> _fields;
    private readonly FrozenSet<string> _columns;
    private readonly FrozenSet<string> _none;
    private readonly (string Id, string Sign)[] _signs;

    public SecrecyWords(Catalogue catalogue)
    {
        var levels = catalogue.Secrecy.Where(entry => entry.Kind == SecrecyWordKind.Level).ToList();
        Mark = levels[0].Words[0];
        SmallLetters = SearchValues.Create(Mark);
        _levels = [.. levels.Select(entry => (entry.Id, entry.Words.Select(Glue).ToArray()))];
        var labels = All(catalogue, SecrecyWordKind.Label).Concat(levels.SelectMany(entry => entry.Words)).Concat(levels.SelectMany(entry => entry.Words).SelectMany(words => words.Split(' '))).ToList();
        _labels = [.. labels.Select(VietnameseFolding.Fold).Distinct(StringComparer.Ordinal).Select(words => words.Split(' ')).OrderByDescending(words => words.Length)];
        _spelled = [.. labels.Select(words => words.Split(' ')).OrderByDescending(words => words.Length)];
        _before = All(catalogue, SecrecyWordKind.Before).ToFrozenSet(StringComparer.Ordinal);
        _beforeSmall = All(catalogue, SecrecyWordKind.BeforeSmall).ToFrozenSet(StringComparer.Ordinal);
        _beforePhrases = [.. _before.Where(words => words.Contains(' ', StringComparison.Ordinal)).Select(words => words.Split(' '))];
        _beforePhrasesSmall = [.. _beforeSmall.Where(words => words.Contains(' ', StringComparison.Ordinal)).Select(words => words.Split(' '))];
        _nature = All(catalogue, SecrecyWordKind.Nature).ToFrozenSet(StringComparer.Ordinal);
        _listed = All(catalogue, SecrecyWordKind.Listed).ToFrozenSet(StringComparer.Ordinal);
        _goingOn = All(catalogue, SecrecyWordKind.GoingOn).ToFrozenSet(StringComparer.Ordinal);
        _positions = [.. All(catalogue, SecrecyWordKind.Position).Select(words => words.Split(' '))];
        _after = All(catalogue, SecrecyWordKind.After).ToFrozenSet(StringComparer.Ordinal);
        _own = [.. All(catalogue, SecrecyWordKind.Own).Select(words => words.Split(' '))];
        _places = All(catalogue, SecrecyWordKind.Place).ToFrozenSet(StringComparer.Ordinal);
        _persons = All(catalogue, SecrecyWordKind.Person).ToFrozenSet(StringComparer.Ordinal);
        _surnames = All(catalogue, SecrecyWordKind.Surname).ToFrozenSet(StringComparer.Ordinal);
        _offices = [.. All(catalogue, SecrecyWordKind.Office).Select(words => words.Split(' '))];
        _naming = All(catalogue, SecrecyWordKind.Naming).ToFrozenSet(StringComparer.Ordinal);
        _declaring = All(catalogue, SecrecyWordKind.Declaring).ToFrozenSet(StringComparer.Ordinal);
        _dealing = [.. All(catalogue, SecrecyWordKind.Dealing).Select(words => words.Split(' '))];
        _titles = [.. All(catalogue, SecrecyWordKind.Title).Select(words => words.Split(' '))];
        _rules = [.. All(catalogue, SecrecyWordKind.Rules).Select(words => words.Split(' '))];
        _heads = [.. All(catalogue, SecrecyWordKind.Head).Select(Glue)];
        _annexes = [.. All(catalogue, SecrecyWordKind.Annex).Select(Glue)];
        _annexTitles = [.. All(catalogue, SecrecyWordKind.AnnexTitle).Select(Glue)];
        _fields = All(catalogue, SecrecyWordKind.Field).Select(Glue).ToFrozenSet(StringComparer.Ordinal);
        _columns = _fields.Concat(All(catalogue, SecrecyWordKind.Column).Select(Glue)).ToFrozenSet(StringComparer.Ordinal);
        _none = All(catalogue, SecrecyWordKind.None).Select(Glue).ToFrozenSet(StringComparer.Ordinal);
        _signs = [.. levels.Where(entry => entry.Sign is not null).Select(entry => (entry.Id, entry.Sign!))];
    }

    /// <summary>The word that every mark ends with, in lower case.</summary>
    public string Mark { get; }

    /// <summary>The letters of the mark, which are small ones.</summary>
    public SearchValues<char> SmallLetters { get; }

    /// <summary>Whether a word, with the one before or after it, is another word: <c>bí mật</c>, <c>mật độ</c>.</summary>
    /// <param name="mark">The word.</param>
    /// <param name="before">The word before it, in lower case; null for none.</param>
    /// <param name="after">The words after it that stand next to it, in lower case.</param>
    public bool IsCompound(Word mark, string? before, ReadOnlySpan<string> after)
    {
        if (before is not null && (_before.Contains(before) || (!mark.IsCapital && _beforeSmall.Contains(before))))
        {
            return true;
        }

        if (after.Length == 0 || !_after.Contains(after[0]))
        {
            return false;
        }

        foreach (var own in _own)
        {
            if (after.StartsWith(own))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the words at a place are what follows a mark: <c>Báo cáo</c>.</summary>
    public bool IsOwn(string cell, List<Word> words, int at) => _own.Any(own => at + own.Length <= words.Count
        && !own.Where((word, i) => !string.Equals(words[at + i].Lower, word, StringComparison.Ordinal) || (i > 0 && !Words.AreNeighbors(cell, words[at + i - 1], words[at + i]))).Any());

    /// <summary>Whether a word ends a name of several words: <c>thuốc lợi mật</c>.</summary>
    public bool EndsCompound(List<Word> words, int at) =>
        _beforePhrases.Concat(words[at].IsCapital ? [] : _beforePhrasesSmall).Any(phrase => EndsWith(words, at, phrase));

    /// <summary>Whether a word is an organ or a food that is counted up with bile or honey.</summary>
    public bool IsListed(string word) => _listed.Contains(word);

    /// <summary>Whether a word stands before the name of a water or a hill.</summary>
    public bool IsNature(string word) => _nature.Contains(word);

    /// <summary>Whether a title goes on with the words from a place on: <c>đoạn</c>, or <c>và</c> before other words than a stamp has.</summary>
    public bool GoesOn(List<Word> words, int at) => _goingOn.Contains(words[at].Lower) && at + 1 < words.Count && LabelAt(words, at + 1) == 0;

    /// <summary>Whether words end with the position of who signs.</summary>
    public bool EndsWithPosition(List<Word> words) => _positions.Any(phrase => EndsWith(words, words.Count, phrase));

    /// <summary>Whether a word stands before the name of a place.</summary>
    public bool IsPlace(string word) => _places.Contains(word);

    /// <summary>Whether a word stands before the name of a person.</summary>
    public bool IsPerson(string word) => _persons.Contains(word);

    /// <summary>Whether a word is the name of a family.</summary>
    public bool IsSurname(string word) => _surnames.Contains(word);

    /// <summary>Whether the words before a place end with the kind of an office, which may be named after a person: <c>huyện ủy</c>.</summary>
    public bool EndsWithOffice(List<Word> words, int end) => _offices.Any(phrase => EndsWith(words, end, phrase));

    /// <summary>Whether a word says that a name comes next: <c>đặt tên phố</c>.</summary>
    public bool Names(string word) => _naming.Contains(word);

    /// <summary>Whether a word says that a paper is what comes next: <c>là</c>, <c>thuộc</c>.</summary>
    public bool Declares(string word) => _declaring.Contains(word);

    /// <summary>Whether the words before a place are what is done with papers, or a list of them.</summary>
    public bool IsDealing(List<Word> words, int end) => _dealing.Any(phrase => EndsWith(words, end, phrase));

    /// <summary>Whether words before a place begin a title: <c>BÁO CÁO về việc</c>, <c>V/v</c>.</summary>
    public bool IsTitle(List<Word> words, int before) =>
        _titles.Any(phrase => Enumerable.Range(0, before).Any(end => EndsWith(words, end, phrase)));

    /// <summary>Whether words begin the title of rules: <c>NỘI QUY PHÒNG ĐỌC</c>.</summary>
    public bool BeginRules(List<Word> words) => _rules.Any(phrase => EndsWith(words, phrase.Length, phrase));

    /// <summary>Whether words are how such a title begins and nothing else: <c>NỘI QUY</c>.</summary>
    public bool AreRules(List<Word> words) => _rules.Any(phrase => words.Count == phrase.Length && EndsWith(words, words.Count, phrase));

    private static bool EndsWith(List<Word> words, int end, string[] phrase) => end >= phrase.Length && end <= words.Count
        && !phrase.Where((word, i) => !string.Equals(words[end - phrase.Length + i].Lower, word, StringComparison.Ordinal)).Any();

    /// <summary>Whether a word that ends or begins otherwise than with the mark is a compound written in one: <c>BÍMẬT</c>.</summary>
    public bool IsGluedCompound(string lower, int at) =>
        _before.Any(word => lower[..at].EndsWith(word, StringComparison.Ordinal))
        || _after.Any(word => lower[(at + Mark.Length)..].StartsWith(word, StringComparison.Ordinal));

    /// <summary>Whether a cell only names the entry that a level is written into: <c>Độ mật:</c>.</summary>
    public bool IsField(string cell) => _fields.Contains(Letters(cell));

    /// <summary>Whether the words up to the mark's word name such an entry and stand together in one case.</summary>
    public bool IsField(string cell, List<Word> words, int at) => at > 0
        && _fields.Contains(string.Concat(words.Take(at + 1).Select(word => word.Folded)))
        && words.Take(at + 1).All(word => word.IsCapital == words[at].IsCapital || !words[at].IsCapital)
        && string.IsNullOrWhiteSpace(string.Concat(Enumerable.Range(0, at).Select(i => cell[words[i].End..words[i + 1].Start])));

    /// <summary>The level that a letter stands for; null for none.</summary>
    public string? LevelOfSign(string letter) =>
        _signs.FirstOrDefault(sign => string.Equals(sign.Sign, letter, StringComparison.Ordinal)).Id;

    /// <summary>The level that stands in a field of a record; null for none. A field named for secrecy holds a level, its letter or a
    /// word for none; one named for a level says by any other value that it applies.</summary>
    /// <param name="name">Name of the field, with or without accents.</param>
    /// <param name="value">What stands in it.</param>
    public string? LevelOfField(string name, string value)
    {
        var (field, entry) = (Letters(name), Letters(value));
        if (entry.Length == 0 || _none.Contains(entry))
        {
            return null;
        }

        return LevelOf(field) is { } named && !value.Any(char.IsWhiteSpace) ? named
            : _columns.Contains(field) ? LevelOfSign(value.Trim()) ?? _levels.FirstOrDefault(level => string.Equals(level.Id, value.Trim(), StringComparison.OrdinalIgnoreCase)).Id
            : null;
    }

    /// <summary>The level whose form the letters end with, the graver one first; null for none.</summary>
    /// <param name="glued">Letters without accents and blanks, in lower case.</param>
    public string? LevelAtEnd(string glued)
    {
        for (var i = _levels.Length - 1; i >= 0; i--)
        {
            if (_levels[i].Glued.Any(form => glued.EndsWith(form, StringComparison.Ordinal)))
            {
                return _levels[i].Id;
            }
        }

        return null;
    }

    /// <summary>The level whose form the letters are; null for none.</summary>
    /// <param name="glued">Letters without accents and blanks, in lower case.</param>
    public string? LevelOf(string glued) =>
        _levels.FirstOrDefault(level => level.Glued.Contains(glued, StringComparer.Ordinal)).Id;

    /// <summary>The graver of two levels; null stands for none.</summary>
    public string? Graver(string? one, string? other) =>
        Array.FindIndex(_levels, level => string.Equals(level.Id, one, StringComparison.Ordinal))
            > Array.FindIndex(_levels, level => string.Equals(level.Id, other, StringComparison.Ordinal)) ? one : other;

    /// <summary>Whether the words from a place on number a copy (<c>bản số 3</c>), as they do beside a stamp.</summary>
    public bool IsCopyNumber(List<Word> words, int at) => LabelAt(words, at) is > 1 and var length
        && LevelOf(string.Concat(words.Skip(at).Take(length).Select(word => word.Folded))) is null
        && at + length < words.Count && char.IsDigit(words[at + length].Text[0]);

    /// <summary>How many words from a place on are a label of a stamp or a level; 0 for none.</summary>
    public int LabelAt(List<Word> words, int at)
    {
        foreach (var label in _labels)
        {
            if (StandsAt(words, at, label))
            {
                return label.Length;
            }
        }

        return 0;
    }

    private static bool StandsAt(List<Word> words, int at, string[] label) => at >= 0 && at + label.Length <= words.Count
        && !label.Where((word, i) => !string.Equals(words[at + i].Folded, word, StringComparison.Ordinal)).Any();

    /// <summary>How many words before a place are a label of a stamp or a level in its right spelling (<c>mục</c> is no <c>mức</c>); 0 for none.</summary>
    public int LabelBefore(List<Word> words, int end)
    {
        foreach (var label in _spelled)
        {
            if (EndsWith(words, end, label))
            {
                return label.Length;
            }
        }

        return 0;
    }

    /// <summary>Whether a cell is the first line of a letterhead or of an annex.</summary>
    public bool BeginsHead(List<Word> words)
    {
        if (words.Count is 0 or > 12)
        {
            return false;
        }

        var glued = string.Concat(words.Select(word => word.Folded));
        return _heads.Contains(glued, StringComparer.Ordinal) || _annexes.Any(annex => glued.StartsWith(annex, StringComparison.Ordinal))
            || (words.TrueForAll(word => word.IsCapital) && _annexTitles.Any(annex => glued.StartsWith(annex, StringComparison.Ordinal)));
    }

    private static IEnumerable<string> All(Catalogue catalogue, SecrecyWordKind kind) =>
        catalogue.Secrecy.Where(entry => entry.Kind == kind).SelectMany(entry => entry.Words);

    private static string Letters(string text) => string.Concat(VietnameseFolding.Fold(text).Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static string Glue(string words) => VietnameseFolding.Fold(words).Replace(" ", "", StringComparison.Ordinal);
}
