using Search.Text;

namespace Search.Engine;

/// <summary>
/// Reads words that were typed wrongly in the collection's own spelling: keys of TELEX and VNI left over, words glued
/// together, accents missing or wrong, slips of typing. Every word has candidates with the price of the slip that leads
/// to them; the cheapest path through the candidates is taken, where a candidate is cheap that the collection has next
/// to its neighbors. Prices are natural logarithms of odds: a known word gives way only to one that its neighbors make a
/// hundred times likelier.
/// </summary>
/// <remarks>Longer than most files because the sources of candidates share the same path.</remarks>
internal sealed class QueryCorrector(ICollectionWords words)
{
    private const int MaxTokens = 64;
    private const int MaxCandidates = 12;

    // ln 100: how much likelier the neighbors must make another word than the one that was typed.
    private const double KnownWord = 4.6;
    private const double MissingAccents = 1.2;
    private const double OtherAccents = 2;
    private const double OneSlip = 3;
    private const double SecondSlip = 3;
    private const double LeftOverKeys = 0.1;

    // How much less likely a word is that the collection does not know than one glued of words that it knows.
    private const double Unknown = 4;

    // A form without accents that is at least this share of all spellings is a word of its own ("do", "an", "theo").
    private const double PlainWordShare = 0.1;

    // A word after a name, of the passages of a small collection: who signed tells nothing of the next word.
    private const double AfterName = 1_000;

    // A form that is so much rarer than another one is likely to be that other one, mistyped.
    private const long TimesRarer = 100;

    private readonly PairOdds _odds = new(words);
    private readonly GluedWords _glued = new(words);
    private readonly Dictionary<string, IReadOnlyList<WordCount>> _near = new(StringComparer.Ordinal);
    private bool _leavesAccentsOut;

    /// <summary>What the words are read as; null where they stand as they are.</summary>
    /// <param name="text">Words as typed.</param>
    /// <param name="isFixed">Whether a token, by its place in the text, must stay: a number, an abbreviation.</param>
    /// <param name="isName">Whether a token is of somebody's name, which must stay, too.</param>
    public Correction? Correct(string text, Func<FieldToken, bool> isFixed, Func<FieldToken, bool>? isName = null)
    {
        var tokens = FieldAnalyzer.Shared.Analyze(text);
        if (tokens.Count is 0 or > MaxTokens)
        {
            return null;
        }

        var isPlain = tokens.TrueForAll(token => IsPlain(token.Exact, token.Folded));
        var slots = tokens.ConvertAll(token => isName?.Invoke(token) == true
            ? new Slot(token, token, IsSplit: false, IsFixed: true, IsName: true)
            : new Slot(token, token, IsSplit: false, isFixed(token)));

        // Whoever leaves accents out leaves them out elsewhere, too.
        _leavesAccentsOut = isPlain || slots.Exists(slot => !slot.IsFixed && LacksAccents(slot.Token));
        var reading = ReadSlots(slots, isPlain);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!slots[i].IsFixed && _glued.Split(text, tokens, i) is { Count: > 1 } parts)
            {
                reading = Likelier(reading, tokens[i], parts, isPlain);
            }
        }

        // Whoever left keys over meant accents throughout: words without keys are those whose keys were lost.
        if (isPlain && reading.Chosen.Any(candidate => candidate.IsDecoded))
        {
            isPlain = false;
            reading = ReadSlots(reading.Slots, isPlain);
        }

        return Make(text, reading, isPlain);
    }

    // Whether a word is glued of others or one word with a slip is told by which reading is likelier as a whole.
    private Reading Likelier(Reading whole, FieldToken token, List<FieldToken> parts, bool isPlain)
    {
        var at = whole.Slots.FindIndex(slot => slot.Token == token);
        var slots = whole.Slots.ToList();
        slots.RemoveAt(at);
        slots.InsertRange(at, parts.Select(part => new Slot(token, part, IsSplit: true, IsFixed: false)));
        var split = ReadSlots(slots, isPlain);
        var price = whole.Chosen[at].Word.Count == 0 ? Unknown : 0;
        return split.Score > whole.Score - price ? split : whole;
    }

    private Reading ReadSlots(List<Slot> slots, bool isPlain)
    {
        var candidates = new List<Candidate>[slots.Count];
        for (var i = 0; i < candidates.Length; i++)
        {
            candidates[i] = Candidates(slots, i, isPlain);
        }

        return BestPath(slots, candidates);
    }

    // "chua" is hardly a word; "do" and "theo" are, with and without accents. What is no word at all may have lost them, too.
    private bool LacksAccents(FieldToken token) => IsPlain(token.Exact, token.Folded)
        && words.Spellings(token.Folded) is var spellings
        && spellings.Where(spelling => string.Equals(spelling.Exact, token.Exact, StringComparison.Ordinal)).Sum(spelling => spelling.Count)
            <= PlainWordShare * spellings.Sum(spelling => spelling.Count);

    private static bool IsPlain(string exact, string folded) => string.Equals(exact, folded, StringComparison.Ordinal);

    private long CountOf(string folded) => words.Spellings(folded).Sum(spelling => spelling.Count);

    private List<Candidate> Candidates(List<Slot> slots, int at, bool isPlain)
    {
        var (folded, exact) = (slots[at].Word.Folded, slots[at].Word.Exact);
        var spellings = words.Spellings(folded);
        var own = spellings.FirstOrDefault(spelling => string.Equals(spelling.Exact, exact, StringComparison.Ordinal)).Count;
        var typed = new WordCount(exact, folded, own);
        if (slots[at].IsFixed || (folded.Length == 1 && own > 0))
        {
            return [new Candidate(typed, 0, IsTyped: true)];
        }

        var found = new List<Candidate>();
        var typedPlain = IsPlain(exact, folded);

        // Without accents anywhere every spelling is meant; which one is told by the neighbors and costs nothing.
        // So it is with the syllables of words that are glued without any.
        var plainThroughout = typedPlain && (isPlain || (slots[at].IsSplit && IsPlain(slots[at].Token.Exact, slots[at].Token.Folded)));
        var accents = plainThroughout ? 0 : !typedPlain ? (own == 0 ? OtherAccents : KnownWord) : _leavesAccentsOut ? MissingAccents : KnownWord;
        foreach (var spelling in spellings)
        {
            var isTyped = string.Equals(spelling.Exact, exact, StringComparison.Ordinal);
            found.Add(new Candidate(spelling, isTyped ? 0 : accents, isTyped || (isPlain && typedPlain)));
        }

        if (own == 0)
        {
            found.Add(new Candidate(typed, 0, IsTyped: true));
        }

        if (VietnameseTyping.TryRead(exact, out var syllable))
        {
            AddDecoded(found, syllable, own > 0 && VietnameseSyllable.IsValid(exact) ? KnownWord : LeftOverKeys);
        }

        var total = spellings.Sum(spelling => spelling.Count);
        if (total == 0 || IsRare(slots, at, total))
        {
            AddNear(found, folded, total == 0 ? 0 : KnownWord);
        }
        else if (!isPlain && own * TimesRarer <= total)
        {
            // Among words with accents a form that is hardly one may have lost a letter as well as a mark.
            AddNear(found, folded, accents);
        }

        return [.. found.OrderByDescending(candidate => Math.Log(candidate.Word.Count + 0.5) - candidate.Price).Take(MaxCandidates + 1)
            .Union(found.Where(candidate => candidate.IsTyped).OrderByDescending(candidate => candidate.Word.Count).Take(MaxCandidates))];
    }

    private void AddDecoded(List<Candidate> found, string syllable, double price)
    {
        // The keyboard's đ is often left as d, and a tone key lost: the spellings around are candidates too.
        var (exact, folded) = FieldAnalyzer.Shared.Forms(syllable);
        foreach (var spelling in words.Spellings(folded))
        {
            var isExact = string.Equals(spelling.Exact, exact, StringComparison.Ordinal);
            found.Add(new Candidate(spelling, price + (isExact ? 0 : OtherAccents), IsTyped: false, IsDecoded: true));
        }
    }

    private void AddNear(List<Candidate> found, string folded, double price)
    {
        if (folded.Length < 2 || folded.Any(char.IsAsciiDigit))
        {
            return;
        }

        // A tone key at the end of a word that is misspelled beside.
        var bare = folded.Length > 2 && "sfrxj".Contains(folded[^1], StringComparison.Ordinal) ? folded[..^1] : folded;
        var most = folded.Length >= 5 ? 2 : 1;
        if (!_near.TryGetValue(folded, out var near))
        {
            _near[folded] = near = words.Find(word => TypingDistance.Within(word, folded, most) || (bare.Length < folded.Length && TypingDistance.Within(word, bare, 1)));
        }

        foreach (var word in near.OrderByDescending(word => word.Count).Take(MaxCandidates * 4))
        {
            if (string.Equals(word.Folded, folded, StringComparison.Ordinal))
            {
                continue;
            }

            var isOne = TypingDistance.Within(word.Folded, folded, 1) || TypingDistance.Within(word.Folded, bare, 1);
            found.Add(new Candidate(word, price + OneSlip + (isOne ? 0 : SecondSlip), IsTyped: false));
        }
    }

    // A hundred times rarer than a neighbor.
    private bool IsRare(List<Slot> slots, int at, long count)
    {
        return (at > 0 && CountOf(slots[at - 1].Word.Folded) > count * TimesRarer)
            || (at + 1 < slots.Count && CountOf(slots[at + 1].Word.Folded) > count * TimesRarer);
    }

    private Reading BestPath(List<Slot> slots, List<Candidate>[] candidates)
    {
        var scores = candidates.Select(slot => new double[slot.Count]).ToList();
        var from = candidates.Select(slot => new int[slot.Count]).ToList();
        for (var i = 0; i < candidates.Length; i++)
        {
            for (var c = 0; c < candidates[i].Count; c++)
            {
                var own = candidates[i][c];
                var best = i == 0 ? Math.Log(own.Word.Count + 0.5) : double.NegativeInfinity;
                for (var p = 0; i > 0 && p < candidates[i - 1].Count; p++)
                {
                    var path = scores[i - 1][p]
                        + (slots[i - 1].IsName ? Math.Log((own.Word.Count + 0.5) / AfterName) : _odds.Of(candidates[i - 1][p].Word, own.Word));
                    if (path > best)
                    {
                        best = path;
                        from[i][c] = p;
                    }
                }

                scores[i][c] = best - own.Price;
            }
        }

        var chosen = new List<Candidate>();
        var at = Array.IndexOf(scores[^1], scores[^1].Max());
        var score = scores[^1][at];
        for (var i = candidates.Length - 1; i >= 0; i--)
        {
            chosen.Insert(0, candidates[i][at]);
            at = from[i][at];
        }

        return new Reading(slots, chosen, score);
    }

    private static Correction? Make(string text, Reading reading, bool isPlain)
    {
        var slots = reading.Slots;
        var result = new System.Text.StringBuilder(text.Length);
        var changes = new List<CorrectedWord>();
        var written = 0;
        for (var i = 0; i < slots.Count; i++)
        {
            var slot = slots[i];
            var candidate = reading.Chosen[i];
            if (candidate.IsTyped && !slot.IsSplit)
            {
                continue;
            }

            var token = slot.Token;
            var begins = i == 0 || slots[i - 1].Token.Start != token.Start;
            if (begins)
            {
                result.Append(text, written, token.Start - written);
                changes.Add(new CorrectedWord(token.Start, token.End - token.Start, ""));
            }
            else
            {
                result.Append(' ');
                changes[^1] = changes[^1] with { Reading = changes[^1].Reading + " " };
            }

            // Where nothing bears accents the reading bears none either: it finds every spelling.
            var word = isPlain && IsPlain(slot.Token.Exact, slot.Token.Folded) && !HasKeys(slot.Token) ? candidate.Word.Folded : candidate.Word.Exact;
            result.Append(word);
            changes[^1] = changes[^1] with { Reading = changes[^1].Reading + word };
            written = token.End;
        }

        if (changes.Count == 0)
        {
            return null;
        }

        result.Append(text, written, text.Length - written);
        return new Correction(result.ToString(), changes);
    }

    private static bool HasKeys(FieldToken token) => VietnameseTyping.TryRead(token.Exact, out _);

    private sealed record Candidate(WordCount Word, double Price, bool IsTyped, bool IsDecoded = false);

    private sealed record Reading(List<Slot> Slots, List<Candidate> Chosen, double Score);

    private sealed record Slot(FieldToken Token, FieldToken Word, bool IsSplit, bool IsFixed, bool IsName = false);
}
