using System.Runtime.CompilerServices;
using Search.Documents.Catalogues;
using Search.Text;

namespace Search.Documents.Secrecy;

// Longer than most files because every way in which a mark may stand in a cell is weighed in one place.
/// <summary>Finds the mark in the cells of one line.</summary>
internal sealed class MarkFinder(SecrecyWords vocabulary)
{
    private const int ShortLength = 110;
    private const int ShortWords = 16;
    private const int SentenceWords = 10;
    private const int StampWords = 14;
    private const int ApartWords = 9;

    /// <summary>Words of a stamp that ran into its neighbor, before its level.</summary>
    private const int LongestLabel = 3;

    private static readonly ConditionalWeakTable<Catalogue, MarkFinder> Known = [];

    private readonly OtherReadings _other = new(vocabulary);

    private static readonly string[] Pieces = [" - ", " – ", " — ", "[", "]", "(", ")", ";", ","];

    private static readonly string[] Openings = [". ", ": ", "; ", ", ", " (", " - ", " – "];

    private static readonly char[] Separators = ['-', '–', '—', '/', ':', ';', '(', ')', '[', ']', ',', '.', '"', '!', '<', '>', '{', '}', '='];

    /// <summary>The finder with the words of one catalogue; built once.</summary>
    public static MarkFinder Of(Catalogue catalogue) => Known.GetValue(catalogue, static c => new MarkFinder(new SecrecyWords(c)));

    /// <summary>The gravest level found; null for none.</summary>
    /// <param name="cells">The cells of the line.</param>
    /// <param name="before">The cell before them, on an earlier line; null for none.</param>
    /// <param name="place">Where the line stands.</param>
    public string? Find(IReadOnlyList<string> cells, string? before, MarkPlace place) => place switch
    {
        MarkPlace.Head => InHead(cells, before),
        MarkPlace.Edge => Stamp(cells, before, needsCapitals: false) ?? InHead(cells, before, needsCapitals: true),
        MarkPlace.Last => IsListItem(cells[0]) ? null : Stamp(cells, before, needsCapitals: false),
        MarkPlace.Remark => Stamp(cells, before, needsCapitals: false) ?? InHead(cells, before, needsCapitals: true),
        _ => cells.Count == 1 ? Stamp(cells, before, needsCapitals: true) : InRow(cells),
    };

    /// <summary>The level of a line in any case that is a stamp, stands alone and is no item of a list.</summary>
    public string? Alone(IReadOnlyList<string> cells) =>
        cells.Count == 1 && cells[0][^1] is not '.' && !IsListItem(cells[0]) ? Stamp(cells, before: null, needsCapitals: false) ?? Apart(cells[0]) : null;

    /// <summary>The level that begins or ends a short line and is parted from the rest of it: <c>Bản dự thảo - Mật</c>.</summary>
    private string? Apart(string cell)
    {
        var words = cell.Length > ShortLength || cell[^1] is ':' or ';' or ',' ? [] : Words.Of(cell);
        for (var i = 0; i < words.Count && words.Count <= ApartWords; i++)
        {
            if (IsAtAnEnd(words, i) && StandsApart(cell, words, i) && !vocabulary.IsField(cell, words, i)
                && (words[i].End == cell.Length || cell[words[i].End] is not ('"' or '”' or '’' or '\'' or '»')))
            {
                return Level(words, i, before: null);
            }
        }

        return null;
    }

    /// <summary>The level of a row of a table that is a stamp with its number of copy or its name beside it, and not one of counts.</summary>
    private string? InRow(IReadOnlyList<string> cells)
    {
        string? level = null;
        var isStamp = false;
        foreach (var cell in cells)
        {
            var words = Words.Of(cell);
            if (vocabulary.IsField(cell) || vocabulary.IsCopyNumber(words, 0) || (AreLabels(words) && words.TrueForAll(word => word.IsCapital && char.IsLetter(word.Text[0])) && !words.Exists(word => IsMark(word.Text))))
            {
                isStamp = true;
            }
            else if ((Whole(cell, before: null, needsCapitals: false) ?? Apart(cell)) is not { } found || (level is not null && !string.Equals(level, found, StringComparison.Ordinal)))
            {
                return null;
            }
            else
            {
                level = found;
            }
        }

        return isStamp ? level : null;
    }

    /// <summary>The level of a short cell that holds the word as a word of its own.</summary>
    public string? InHead(IReadOnlyList<string> cells, string? before, bool needsCapitals = false)
    {
        if (Stamp(cells, before, needsCapitals) is { } stamped)
        {
            return stamped;
        }

        var earlier = before;
        foreach (var cell in cells)
        {
            if (cell.Length <= ShortLength && InShort(cell, earlier, needsCapitals) is { } level)
            {
                return level;
            }

            // Letters that a scan damaged count where they are a stamp between signs: [MÂT] Báo cáo.
            foreach (var piece in cell.Length <= ShortLength ? cell.Split(Pieces, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [])
            {
                if (piece.Length < cell.Length && Whole(piece, before: null, needsCapitals: true) is { } apart)
                {
                    return apart;
                }
            }

            if (cell.Length <= ShortLength && Opening(cell) is { } opening)
            {
                return opening;
            }

            earlier = cell;
        }

        return null;
    }

    /// <summary>The level of a stamp that opens a cell and is parted from what follows: <c>Tài liệu mật. Đọc xong để lại bàn</c>. Where more
    /// levels follow they are spoken of.</summary>
    private string? Opening(string cell)
    {
        var end = Openings.Select(sign => cell.IndexOf(sign, StringComparison.Ordinal)).Where(at => at > 0).DefaultIfEmpty(-1).Min();
        return end > 0 && char.IsUpper(cell[0]) && cell[^1] is not (';' or ',') && !Words.Holds(cell[end..], vocabulary.Mark) ? Whole(cell[..end], before: null, needsCapitals: !Words.Holds(cell[..end], vocabulary.Mark)) : null;
    }

    private string? InShort(string cell, string? before, bool needsCapitals)
    {
        var words = Words.Of(cell);
        if (words.Count > ShortWords)
        {
            return null;
        }

        // One of several items that a head counts; the mark's word in capitals is one all the same.
        needsCapitals |= IsListItem(cell) && cell[^1] is ';' or ',' or '.';

        string? level = null;
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (needsCapitals && !word.IsCapital && !StandsApart(cell, words, i))
            {
                continue;
            }

            if (string.Equals(word.Lower, vocabulary.Mark, StringComparison.Ordinal))
            {
                if (!_other.Explain(cell, words, i, before)
                    && (word.IsCapital || vocabulary.IsCopyNumber(words, i + 1) || !IsSentence(cell, words) || RunsIn(cell, words, i)
                        || ((IsAtAnEnd(words, i) || cell.Contains(" - ", StringComparison.Ordinal) || cell[0] == '[') && StandsApart(cell, words, i))))
                {
                    level = vocabulary.Graver(level, Level(words, i, before));
                }
            }
            else if (word.Lower.IndexOf(vocabulary.Mark, StringComparison.Ordinal) is var at and >= 0
                && !word.Text.AsSpan(at, vocabulary.Mark.Length).ContainsAny(vocabulary.SmallLetters) && !vocabulary.IsGluedCompound(word.Lower, at))
            {
                // A box or a column that ran into its neighbor: 47-KH/TUMẬT.
                level = vocabulary.Graver(level, vocabulary.LevelAtEnd(VietnameseFolding.Fold(word.Text[..(at + vocabulary.Mark.Length)])));
            }
        }

        return level;
    }

    /// <summary>Whether a stamp of several words in its own column ran into the one before it: <c>Kính trình Thường trực Văn bản độ Mật</c>. It
    /// begins with a capital behind a small word and holds labels alone up to its level, or few words and ends with it or its number.</summary>
    private bool RunsIn(string cell, List<Word> words, int at)
    {
        var first = at > 0 && Words.AreNeighbors(cell, words[at - 1], words[at]) && vocabulary.LevelOf(words[at - 1].Folded + words[at].Folded) is not null ? at - 1 : at;
        while (vocabulary.LabelBefore(words, first) is > 0 and var length && Words.AreJoined(cell, words[first - 1], words[first]))
        {
            first -= length;
        }

        var isLast = at == words.Count - 1 || (at + 3 == words.Count && vocabulary.LabelAt(words, at + 1) == 1 && char.IsDigit(words[^1].Text[0]));
        for (var steps = 0; isLast && steps < LongestLabel && first > 1 && char.IsLower(words[first].Text[0]) && Words.AreNeighbors(cell, words[first - 1], words[first]); steps++)
        {
            first--;
        }

        return first > 0 && first <= at && char.IsUpper(words[first].Text[0]) && char.IsLower(words[first - 1].Text[0])
            && Words.AreNeighbors(cell, words[first - 1], words[first]);
    }

    /// <summary>The level of cells that are a stamp and nothing else: levels, labels, urgencies, figures, single letters.
    /// Damaged letters (MAT, M ẬT) count here.</summary>
    private string? Stamp(IReadOnlyList<string> cells, string? before, bool needsCapitals)
    {
        foreach (var cell in cells)
        {
            if (cell.Length <= ShortLength && Whole(cell, before, needsCapitals) is { } level)
            {
                return level;
            }

            before = cell;
        }

        return null;
    }

    private string? Whole(string cell, string? before, bool needsCapitals)
    {
        if (cell[^1] is ';' or ',' || (needsCapitals && IsListItem(cell)))
        {
            return null;
        }

        if (before is not null && vocabulary.IsField(before) && vocabulary.LevelOfSign(cell) is { } sign)
        {
            return sign;
        }

        var all = Recognized(string.Concat(cell.Where(c => !char.IsWhiteSpace(c) && !Separators.Contains(c))));
        if (IsMark(all) && vocabulary.LevelOf(VietnameseFolding.Fold(all)) is not null && !(needsCapitals && all.Any(char.IsLower)))
        {
            return vocabulary.LevelAtEnd(Glue(before) + VietnameseFolding.Fold(all)); // M,ẬT: whatever a scan saw between the letters
        }

        string? level = null;
        var count = 0;
        foreach (var part in cell.Split(Separators, StringSplitOptions.RemoveEmptyEntries))
        {
            var words = Words.Of(part);
            count += words.Count;
            var letters = string.Concat(part.Where(c => !char.IsWhiteSpace(c)));
            var folded = VietnameseFolding.Fold(letters);
            if (words.Count > 0 && IsMark(letters) && vocabulary.LevelOf(folded) is not null)
            {
                // Letters that lie apart in any way: M ẬT, T ỐI M Ậ T.
                if (needsCapitals && letters.Any(char.IsLower))
                {
                    return null;
                }

                level = vocabulary.Graver(level, vocabulary.LevelAtEnd(Glue(before) + folded));
                before = part;
                continue;
            }

            if (!AreLabels(words) && !vocabulary.IsField(part))
            {
                return null;
            }

            if ((before is not null && vocabulary.IsField(before) ? vocabulary.LevelOfSign(part.Trim()) : SignBehindField(part, words)) is { } letter)
            {
                level = vocabulary.Graver(level, letter);
            }

            for (var at = 0; at < words.Count; at++)
            {
                if (IsMark(words[at].Text) && (words[at].IsCapital || !needsCapitals)
                    && !_other.Explain(part, words, at, before))
                {
                    level = vocabulary.Graver(level, Level(words, at, before));
                }
            }

            before = part;
        }

        return count > StampWords ? null : level;
    }

    /// <summary>The level whose letter ends a part right behind the name of its entry: <c>Độ mật C</c>.</summary>
    private string? SignBehindField(string part, List<Word> words) =>
        words.Count > 2 && words[^1].Text.Length == 1 && vocabulary.IsField(part[..words[^2].End]) ? vocabulary.LevelOfSign(words[^1].Text) : null;

    /// <summary>Figures for letters that a scan takes them for, where nothing stands but three signs: M4T.</summary>
    private static string Recognized(string letters) => letters.Length == 3 && letters[0] == 'M' && letters.Any(char.IsAsciiDigit)
        ? letters.Replace('4', 'A').Replace('7', 'T').Replace('1', 'T')
        : letters;

    /// <summary>The word itself, or one that a scan or a typist damaged; words with other accents are other words (MẶT, MẤT).</summary>
    private bool IsMark(string letters)
    {
        var end = letters.Length < vocabulary.Mark.Length ? "" : letters[^vocabulary.Mark.Length..].ToLowerInvariant();
        return string.Equals(end, vocabulary.Mark, StringComparison.Ordinal)
            || (letters.Length > end.Length && !letters.Any(char.IsLower) && vocabulary.LevelOf(VietnameseFolding.Fold(letters).ToLowerInvariant()) is not null)
            || (end.Length == 3 && end[0] == 'm' && end[2] == 't' && end[1] is 'a' or 'â' or 'ạ' or 'ă');
    }

    private bool AreLabels(List<Word> words)
    {
        for (var i = 0; i < words.Count;)
        {
            var length = vocabulary.LabelAt(words, i);
            if (length == 0 && IsMark(words[i].Text) && vocabulary.LevelOf(words[i].Folded) is not null)
            {
                length = 1; // T Ố I  M Ậ T
            }

            if (length == 0 && (char.IsDigit(words[i].Text[0]) || words[i].Text.Length <= 2))
            {
                length = 1;
            }

            if (length == 0)
            {
                return false;
            }

            i += length;
        }

        return true;
    }

    /// <summary>The level that the mark and the words before it name; the words may stand on the line before.</summary>
    private string? Level(List<Word> words, int at, string? before)
    {
        var glued = string.Concat(words.Take(at + 1).Select(word => word.Folded));
        return vocabulary.LevelAtEnd(at == 0 ? Glue(before) + glued : glued);
    }

    private static string Glue(string? before) =>
        before is null ? "" : string.Concat(Words.Of(before).TakeLast(2).Select(word => word.Folded));

    /// <summary>Whether a level, of one or two words, begins or ends its cell.</summary>
    private static bool IsAtAnEnd(List<Word> words, int at) => at <= 1 || at == words.Count - 1;

    /// <summary>Whether a level that begins with a capital is parted from the rest of a cell by signs: <c>Báo cáo 12 - Mật</c>.</summary>
    private bool StandsApart(string cell, List<Word> words, int at)
    {
        var first = at > 0 && Words.AreNeighbors(cell, words[at - 1], words[at])
            && vocabulary.LevelOf(words[at - 1].Folded + words[at].Folded) is not null ? at - 1 : at;
        return string.Equals(words[at].Lower, vocabulary.Mark, StringComparison.Ordinal) && char.IsUpper(words[first].Text[0])
            && !IsListItem(cell) && cell[^1] is not (';' or ',')
            && (first == 0 || !Words.AreNeighbors(cell, words[first - 1], words[first]))
            && (at == words.Count - 1 || !Words.AreNeighbors(cell, words[at], words[at + 1]));
    }

    // A sign at both ends is a frame: – Tối mật –.
    private static bool IsListItem(string cell) => (cell.Length < 3 || cell[0] != cell[^1] || char.IsLetterOrDigit(cell[0])) && BeginsItem(cell);

    // A label is a figure, a letter or a Roman number: 12. đ) IV. No word is one: "Mật. Hết hội nghị thu lại".
    private static bool BeginsItem(string cell) =>
        cell[0] is '-' or '+' or '•' or '–' or '●' or '▪' or '#'
        || (cell.IndexOfAny(['.', ')']) is > 0 and <= 4 and var at && (at == 1 ? char.IsLetterOrDigit(cell[0]) : cell[..at].All(char.IsAsciiLetterOrDigit)));

    private static bool IsSentence(string cell, List<Word> words)
    {
        var count = Prose.Count(cell, out var small);
        return (count >= SentenceWords && small * 2 > count) || (words.Count >= 8 && cell[^1] is '.' or ';' or ',');
    }
}
