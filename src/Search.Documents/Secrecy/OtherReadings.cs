namespace Search.Documents.Secrecy;

/// <summary>What the mark's word may be besides a mark: part of another word, of a name, of the title of a paper about secret papers, or
/// the name of the entry that a level is written into.</summary>
internal sealed class OtherReadings(SecrecyWords vocabulary)
{
    /// <summary>Words of a name before the last.</summary>
    private const int LongestName = 3;

    /// <summary>Words between what says that a name is given and that name: <c>tên trường tiểu học</c>.</summary>
    private const int LongestNamed = 5;

    /// <summary>Whether one of them explains a word that is the mark's.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="words">Its words.</param>
    /// <param name="at">Which of them.</param>
    /// <param name="before">The cell before, on this line or an earlier one; null for none.</param>
    public bool Explain(string cell, List<Word> words, int at, string? before) =>
        vocabulary.IsField(cell, words, at) || IsName(cell, words, at, before) || SpeaksOf(cell, words, at, before) || IsCompound(cell, words, at, before);

    /// <summary>The last word of the line before, when it is the last of the line.</summary>
    private static string? Last(string? before) =>
        before is not null && Words.Of(before) is [.., var last] && last.End == before.Length ? last.Lower : null;

    /// <summary>Whether the word is part of another one, which may be named by several words: <c>mật độ</c>, <c>thuốc lợi mật</c>.</summary>
    private bool IsCompound(string cell, List<Word> words, int at, string? before) =>
        vocabulary.IsCompound(words[at], Before(cell, words, at, before), After(cell, words, at)) || vocabulary.EndsCompound(words, at)
        || IsListed(cell, words, at);

    /// <summary>Whether the word is one of several organs or foods: <c>gan, mật, tụy</c>.</summary>
    private bool IsListed(string cell, List<Word> words, int at) => !words[at].Text.Any(char.IsUpper)
        && ((at > 0 && cell[words[at - 1].End..words[at].Start] is ", " && vocabulary.IsListed(words[at - 1].Lower))
            || (at + 1 < words.Count && cell[words[at].End..words[at + 1].Start] is ", " && vocabulary.IsListed(words[at + 1].Lower)));

    private static string? Before(string cell, List<Word> words, int at, string? earlier) =>
        at == 0 ? Last(earlier) : Words.AreNeighbors(cell, words[at - 1], words[at]) ? words[at - 1].Lower : null;

    /// <summary>The next two words, as far as nothing stands between them.</summary>
    private static string[] After(string cell, List<Word> words, int at)
    {
        var count = 0;
        while (count < 2 && at + count + 1 < words.Count && Words.AreNeighbors(cell, words[at + count], words[at + count + 1]))
        {
            count++;
        }

        return [.. words.GetRange(at + 1, count).Select(word => word.Lower)];
    }

    /// <summary>Whether the word is part of a name: of a place behind its kind (xã Mật Sơn), of a person behind a family's (Trần Văn
    /// Mật). The name of an office with a mark behind it is no such name, unless a title speaks of it or it is being given.</summary>
    private bool IsName(string cell, List<Word> words, int at, string? before)
    {
        if (!char.IsUpper(words[at].Text[0]))
        {
            return false;
        }

        if (IsOfNature(cell, words, at) || IsSigner(cell, words, at, before))
        {
            return true;
        }

        if (at > 0 && at + 1 < words.Count && Words.AreNeighbors(cell, words[at - 1], words[at]) && Words.AreNeighbors(cell, words[at], words[at + 1])
            && vocabulary.IsPlace(words[at - 1].Lower) && char.IsUpper(words[at + 1].Text[0]) && vocabulary.LabelAt(words, at + 1) == 0)
        {
            return true;
        }

        // In a title a name goes on with a capital: về lễ hội đền thờ Mật Vũ.
        if (!words[at].IsCapital && at > 0 && at + 1 < words.Count && Words.AreNeighbors(cell, words[at - 1], words[at]) && Words.AreNeighbors(cell, words[at], words[at + 1])
            && char.IsLower(words[at - 1].Text[0]) && char.IsUpper(words[at + 1].Text[0]) && !words[at + 1].IsCapital && vocabulary.IsTitle(words, at)
            && vocabulary.LabelAt(words, at + 1) == 0 && !vocabulary.IsOwn(cell, words, at + 1))
        {
            return true;
        }

        for (var first = at; first > 0 && at - first < LongestName && Words.AreNeighbors(cell, words[first - 1], words[first]) && char.IsUpper(words[first - 1].Text[0])
            && (words[first - 1].IsCapital == words[at].IsCapital || words[first - 1].Text.Length == 1);)
        {
            first--;
            if (vocabulary.IsSurname(words[first].Lower) && (IsGiven(words, first) || (!words[at].IsCapital && StandsFree(cell, words, first))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the words before a name say that something is called by it: <c>đặt tên phố</c>.</summary>
    private bool IsGiven(List<Word> words, int first) => words.Take(first).TakeLast(LongestNamed).Any(word => vocabulary.Names(word.Lower));

    /// <summary>Whether a name is the one of a person and not of an office: it begins its cell, a form of address stands before it, a title
    /// speaks of it, or a small word that is no office.</summary>
    private bool StandsFree(string cell, List<Word> words, int first) =>
        first == 0 || !Words.AreNeighbors(cell, words[first - 1], words[first]) || vocabulary.IsPerson(words[first - 1].Lower) || vocabulary.IsTitle(words, first)
        || (char.IsLower(words[first - 1].Text[0]) && !vocabulary.EndsWithOffice(words, first));

    /// <summary>Whether the word names a water or a hill: behind its kind in small letters (<c>hồ Mật</c>) or where the kind begins the cell,
    /// and in a title in capitals, where an office may end with the kind, <c>VỀ NẠO VÉT SÔNG MẬT</c>, <c>HỒ MẬT VÀ VÙNG PHỤ CẬN</c>.</summary>
    private bool IsOfNature(string cell, List<Word> words, int at) => at > 0 && Words.AreNeighbors(cell, words[at - 1], words[at])
        && vocabulary.IsNature(words[at - 1].Lower) && (at == 1 || (!words[at - 1].Text.Any(char.IsUpper) ? !words[at].IsCapital : words[at].IsCapital && words[at - 1].IsCapital
        && (vocabulary.IsTitle(words, at - 1) || (at + 1 < words.Count && Words.AreNeighbors(cell, words[at], words[at + 1]) && vocabulary.GoesOn(words, at + 1)))));

    /// <summary>Whether a cell is nothing but a name in capitals below the position of who signs. A name that two lines part, or one with a
    /// stamp behind it, stands below no position.</summary>
    private bool IsSigner(string cell, List<Word> words, int at, string? before) => before is not null && at is 2 or 3 && at == words.Count - 1
        && vocabulary.IsSurname(words[0].Lower) && words[0].Start == 0 && words[at].End == cell.Length
        && words.TrueForAll(word => word.IsCapital) && Enumerable.Range(1, at).All(i => Words.AreNeighbors(cell, words[i - 1], words[i]))
        && vocabulary.EndsWithPosition(Words.Of(before));

    /// <summary>Whether the level only tells what kind of papers the cell speaks of. The papers stand right before the level, and before
    /// them what is done with them: <c>quản lý văn bản, tài liệu mật</c>; in small letters any word tells so, in capitals, where a
    /// column may have run into its neighbor, a known one or the beginning of a title (<c>VỀ VIỆC</c>). A stamp begins with the paper
    /// that it is on (<c>Tài liệu mật</c>), or declares it (<c>đây là tài liệu mật</c>).</summary>
    private bool SpeaksOf(string cell, List<Word> words, int at, string? before)
    {
        var level = at > 0 && Words.AreNeighbors(cell, words[at - 1], words[at])
            && vocabulary.LevelOf(words[at - 1].Folded + words[at].Folded) is not null ? at - 1 : at;
        var papers = level;
        while (vocabulary.LabelBefore(words, papers) is > 0 and var length && Words.AreJoined(cell, words[papers - 1], words[papers]))
        {
            papers -= length;
        }

        if (papers == level && level > 0)
        {
            return char.IsLower(words[level].Text[0]) && !words[at].Text.Any(char.IsUpper) && Words.AreNeighbors(cell, words[level - 1], words[level]) && vocabulary.IsTitle(words, level)
                && !vocabulary.Declares(words[level - 1].Lower);
        }

        if (papers == level)
        {
            // A title that breaks between the papers and their level, which is no stamp while more follows it.
            return at + 1 < words.Count && !words[at].Text.Any(char.IsUpper) && char.IsLower(words[0].Text[0]) && Words.AreNeighbors(cell, words[at], words[at + 1])
                && before is not null && Words.Of(before).Count is > 0 and var count && SpeaksOf($"{before} {cell}", Words.Of($"{before} {cell}"), count + at, before: null);
        }

        var isSmall = char.IsLower(words[papers].Text[0]) && char.IsLower(words[level].Text[0]);
        if (papers > 0)
        {
            return Words.AreNeighbors(cell, words[papers - 1], words[papers]) && !vocabulary.Declares(words[papers - 1].Lower)
                && (vocabulary.IsDealing(words, papers) || vocabulary.IsTitle(words, papers) || (papers > 2 && vocabulary.BeginRules(words)) || (before is not null && vocabulary.AreRules(Words.Of(before))) || (isSmall && (char.IsLower(words[papers - 1].Text[0]) || (papers == 1 && !words[0].IsCapital))));
        }

        // The line before goes on here.
        return before is not null && Words.Of(before) is [.., var last] earlier && last.End == before.TrimEnd().Length && !vocabulary.Declares(last.Lower)
            && (vocabulary.IsDealing(earlier, earlier.Count) || (isSmall && char.IsLower(last.Text[0]) && vocabulary.LabelBefore(earlier, earlier.Count) == 0));
    }
}
