using Search.Text.Letters;

namespace Search.Text.Repairs;

/// <summary>
/// Walks over the words of a text. A phrase that is no known compound, but becomes one by changing one mark of one
/// letter, is a recognition error, unless its words already belong to a good compound with their other neighbors.
/// </summary>
internal sealed class RepairRun
{
    private const int LeastInCollection = 50;
    private const int LeastRatio = 50;

    private readonly NormalizedText _text;
    private readonly IVocabulary? _collection;
    private readonly List<RepairWord> _words;
    private readonly List<TextRepair> _repairs = [];

    private RepairRun(NormalizedText text, IVocabulary? collection)
    {
        _text = text;
        _collection = collection;
        _words = RepairWord.Of(text);
    }

    internal static List<TextRepair> Find(NormalizedText text, IVocabulary? collection)
    {
        var run = new RepairRun(text, collection);
        run.Walk();
        SymbolRepairs.Find(text, run._repairs);
        run._repairs.Sort(static (a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return run._repairs;
    }

    private void Walk()
    {
        for (var i = 0; i < _words.Count;)
        {
            var used = 0;
            for (var length = Math.Min(CompoundIndex.LongestCompound, RunLength(i)); length >= 2 && used == 0; length--)
            {
                used = TryRepair(i, length) ? length : 0;
            }

            i += Math.Max(1, used);
        }
    }

    /// <summary>How many words from here follow one another inside one phrase.</summary>
    private int RunLength(int at)
    {
        var length = 1;
        while (length < CompoundIndex.LongestCompound && at + length < _words.Count && _words[at + length].JoinsPrevious)
        {
            length++;
        }

        return length;
    }

    private bool TryRepair(int at, int length)
    {
        var written = Phrase(at, length);
        if (CompoundIndex.Contains(written))
        {
            return false;
        }

        Candidate? best = null;
        foreach (var compound in CompoundIndex.Find(VietnameseFolding.Fold(written)))
        {
            best = Better(best, Evaluate(at, length, written, compound.Syllables, compound.ContextLength, 0.95));
        }

        if (length == 2 && _collection is not null && !(IsTitle(_words[at]) && IsTitle(_words[at + 1])))
        {
            best ??= FromCollection(at, written);
        }

        if (best is null || IsBlocked(at, length))
        {
            return false;
        }

        Add(best, at, length);
        return true;
    }

    private static Candidate? Better(Candidate? first, Candidate? second) =>
        second is null || (first is not null && first.Confidence >= second.Confidence) ? first : second;

    /// <summary>The candidate when exactly one letter differs by one feature and the counts do not speak against it.</summary>
    private Candidate? Evaluate(int at, int length, string written, string[] meant, int context, double weight)
    {
        var changed = -1;
        (char Written, char Meant) letters = default;
        var likelihood = 1.0;
        for (var i = 0; i < length; i++)
        {
            var word = _words[at + i].Exact;
            if (string.Equals(word, meant[i], StringComparison.Ordinal))
            {
                continue;
            }

            if (changed >= 0 || i < context || word.Length != meant[i].Length)
            {
                return null;
            }

            changed = i;
            for (var k = 0; k < word.Length; k++)
            {
                if (word[k] == meant[i][k])
                {
                    continue;
                }

                if (letters != default)
                {
                    return null;
                }

                letters = (word[k], meant[i][k]);
                likelihood = Confusion.Likelihood(word[k], meant[i][k]);
            }
        }

        if (changed < 0 || likelihood <= 0)
        {
            return null;
        }

        var known = _collection?.Count(string.Join(' ', meant)) ?? 0;
        var isCommonThere = known >= LeastInCollection && known >= LeastRatio * _collection!.Count(written);
        if (known > 0 && !isCommonThere)
        {
            return null;
        }

        // The collection's word allows rare confusions; a list alone only the common ones, in text that has its accents.
        if (!isCommonThere && (likelihood < Confusion.Common || CompoundIndex.IsFree(_words[at + changed].Exact) || !IsMarked(written)))
        {
            return null;
        }

        return new Candidate(meant, changed, context, Math.Round(likelihood * weight, 3), Confusion.Describe(letters.Written, letters.Meant));
    }

    /// <summary>Without a list: the one variant of two words that the collection uses very often, the written one never.</summary>
    private Candidate? FromCollection(int at, string written)
    {
        if (_collection is null || _collection.Count(written) > 0)
        {
            return null;
        }

        Candidate? best = null;
        for (var changed = 0; changed < 2; changed++)
        {
            foreach (var variant in Variants.Of(_words[at + changed].Exact))
            {
                string[] meant = changed == 0 ? [variant, _words[at + 1].Exact] : [_words[at].Exact, variant];
                if (_collection.Count(string.Join(' ', meant)) < LeastInCollection)
                {
                    continue;
                }

                best = Better(best, Evaluate(at, 2, written, meant, 0, 0.75));
            }
        }

        return best;
    }

    /// <summary>
    /// Whether the outer words form good compounds with what stands around them ("đầy" in "tràn đầy", "thị" in "thị
    /// trường"), or the phrase is the end of a name (Bùi Văn Hòa).
    /// </summary>
    private bool IsBlocked(int at, int length)
    {
        var end = at + length;
        if (IsCompound(at - 1, 2) || IsCompound(at - 2, 3) || IsCompound(end - 1, 2) || IsCompound(end - 1, 3)
            || IsCompound(at - 1, length + 1) || IsCompound(at, length + 1))
        {
            return true;
        }

        return at > 0 && _words[at].JoinsPrevious && IsTitle(_words[at - 1]) && IsTitle(_words[at]) && IsTitle(_words[at + 1]);
    }

    private bool IsCompound(int at, int length)
    {
        if (at < 0 || at + length > _words.Count)
        {
            return false;
        }

        for (var i = 1; i < length; i++)
        {
            if (!_words[at + i].JoinsPrevious)
            {
                return false;
            }
        }

        return CompoundIndex.Contains(Phrase(at, length));
    }

    private static bool IsMarked(string phrase) => phrase.AsSpan().ContainsAnyExceptInRange('\0', '\u007F');

    private bool IsTitle(RepairWord word) =>
        VietnameseLetter.IsUpper(_text.Source[word.Start]) && word.End > word.Start + 1 && !VietnameseLetter.IsUpper(_text.Source[word.Start + 1]);

    private string Phrase(int at, int length)
    {
        var words = new string[length];
        for (var i = 0; i < length; i++)
        {
            words[i] = _words[at + i].Exact;
        }

        return string.Join(' ', words);
    }

    private void Add(Candidate candidate, int at, int length)
    {
        var first = _words[at + candidate.Context];
        var last = _words[at + length - 1];
        var span = new TextSpan(first.Start, last.End);
        var changed = _words[at + candidate.Changed];
        var source = _text.Source;
        var word = CaseOf.Apply(candidate.Meant[candidate.Changed], source.AsSpan(changed.Start, changed.End - changed.Start));
        var reading = string.Concat(source.AsSpan(span.Start, changed.Start - span.Start), word, source.AsSpan(changed.End, span.End - changed.End));
        _repairs.Add(new TextRepair(span, span.Slice(source), VietnameseNormalizer.NormalizeText(reading), candidate.Reason, candidate.Confidence));
    }

    private sealed record Candidate(string[] Meant, int Changed, int Context, double Confidence, string Reason);
}
