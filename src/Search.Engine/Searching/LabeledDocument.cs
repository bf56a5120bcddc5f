using System.Globalization;
using Search.Text;

namespace Search.Engine;

/// <summary>A document as suggestions offer it.</summary>
internal sealed class LabeledDocument
{
    private const int FewestTitleWords = 3;

    // Words of a title that are Vietnamese syllables or figures; below it the title was recognized badly or is foreign.
    private const double LeastReadable = 0.75;

    private readonly string _number;
    private readonly string _title;
    private readonly string _foldedTitle;
    private readonly long _year;
    private readonly double _standing;

    /// <param name="group">The document's key.</param>
    /// <param name="number">Its number; empty for none.</param>
    /// <param name="title">Its title; empty for none.</param>
    /// <param name="year">Its year; 0 for none.</param>
    /// <param name="cited">How many documents cite it.</param>
    /// <param name="isPresent">Whether its text is there.</param>
    public LabeledDocument(string group, string number, string title, long year, long cited, bool isPresent)
    {
        (Group, _number, _year) = (group, number, year);
        FoldedNumber = Fold(number);
        _title = IsReadable(title) ? title : "";
        _foldedTitle = Fold(_title);
        _standing = (isPresent ? 0.4 : 0) + Math.Min(0.4, 0.05 * Math.Log(1 + cited));
    }

    /// <summary>The document's key.</summary>
    public string Group { get; }

    /// <summary>The folded words of its number, joined by blanks.</summary>
    public string FoldedNumber { get; }

    /// <summary>The suggestion of its number, with title and year.</summary>
    public Suggestion ByNumber() => new(_number, SuggestionKind.Number, Group, 4 + _standing) { Detail = Detail(_title) };

    /// <summary>The suggestion of its title, with number and year; null where the title does not hold the beginning.</summary>
    /// <param name="folded">The folded words as typed, the last one perhaps unfinished.</param>
    public Suggestion? Match(string folded)
    {
        var at = _foldedTitle.StartsWith(folded, StringComparison.Ordinal) ? 0 : _foldedTitle.IndexOf(" " + folded, StringComparison.Ordinal);
        return at < 0 ? null : new Suggestion(_title, SuggestionKind.Title, Group, (at == 0 ? 3 : 2) + _standing) { Detail = Detail(_number) };
    }

    /// <summary>Whether the title holds all words, the last one as a beginning.</summary>
    public bool TitleHas(List<string> words) => words.Count == 0
        || (words.Take(words.Count - 1).All(word => $" {_foldedTitle} ".Contains($" {word} ", StringComparison.Ordinal))
            && $" {_foldedTitle}".Contains($" {words[^1]}", StringComparison.Ordinal));

    private string? Detail(string text)
    {
        var year = _year > 0 ? _year.ToString(CultureInfo.InvariantCulture) : "";
        return (text.Length, year.Length) switch
        {
            (0, 0) => null,
            (0, _) => year,
            (_, 0) => text,
            _ => $"{text} ({year})",
        };
    }

    private static string Fold(string text) => string.Join(' ', FieldAnalyzer.Shared.Analyze(text).Select(token => token.Folded));

    private static bool IsReadable(string title)
    {
        var tokens = FieldAnalyzer.Shared.Analyze(title);
        return tokens.Count >= FewestTitleWords
            && tokens.Count(token => VietnameseSyllable.IsValid(token.Exact) || char.IsAsciiDigit(token.Exact[0])) >= LeastReadable * tokens.Count
            && tokens.Exists(token => !string.Equals(token.Exact, token.Folded, StringComparison.Ordinal));
    }
}
