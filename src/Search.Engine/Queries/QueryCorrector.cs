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
    private const int LongestSyllable = 7;

    // ln 100: how much likelier the neighbors must make another word than the one that was typed.
    private const double KnownWord = 4.6;
    private const double MissingAccents = 1.2;
    private const double OtherAccents = 2;
    private const double OneSlip = 3;
    private const double SecondSlip = 3;
    private const double LeftOverKeys = 0.1;

    // Odds of a pair that the collection does not hold.
    private const double UnseenPair = 0.3;
    private const double Prior = 30;

    /// <summary>What the words are read as; null where they stand as they are.</summary>
    /// <param name="text">Words as typed.</param>
    /// <param name="isFixed">Whether a token, by its place in the text, must stay: a number, an abbreviation.</param>
    public Correction? Correct(string text, Func<FieldToken, bool> isFixed)
    {
        var tokens = FieldAnalyzer.Shared.Analyze(text);
        if (tokens.Count is 0 or > MaxTokens)
        {
            return null;
        }

        var isPlain = tokens.TrueForAll(token => IsPlain(token.Exact, token.Folded));
        var slots = new List<Slot>(tokens.Count);
        foreach (var token in tokens)
        {
            if (!isFixed(token) && Split(text, token) is { Count: > 1 } parts)
            {
                slots.AddRange(parts.Select(part => new Slot(token, part, IsSplit: true, IsFixed: false)));
            }
            else
            {
                slots.Add(new Slot(token, token, IsSplit: false, isFixed(token)));
            }
        }

        var candidates = new List<Candidate>[slots.Count];
        for (var i = 0; i < candidates.Length; i++)
        {
            candidates[i] = Candidates(slots, i, isPlain);
        }

        var path = BestPath(candidates);
        return Make(text, slots, candidates, path, isPlain);
    }

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
        var accents = isPlain && typedPlain ? 0 : typedPlain ? MissingAccents : own == 0 ? OtherAccents : KnownWord;
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
            found.Add(new Candidate(spelling, price + (isExact ? 0 : OtherAccents), IsTyped: false));
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
        var near = words.Find(word => TypingDistance.Within(word, folded, most) || (bare.Length < folded.Length && TypingDistance.Within(word, bare, 1)));
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
        const long Times = 100;
        return (at > 0 && CountOf(slots[at - 1].Word.Folded) > count * Times)
            || (at + 1 < slots.Count && CountOf(slots[at + 1].Word.Folded) > count * Times);
    }

    private List<int> BestPath(List<Candidate>[] candidates)
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
                    var path = scores[i - 1][p] + Odds(candidates[i - 1][p].Word, own.Word);
                    if (path > best)
                    {
                        best = path;
                        from[i][c] = p;
                    }
                }

                scores[i][c] = best - own.Price;
            }
        }

        var chosen = new List<int>();
        var at = Array.IndexOf(scores[^1], scores[^1].Max());
        for (var i = candidates.Length - 1; i >= 0; i--)
        {
            chosen.Insert(0, at);
            at = from[i][at];
        }

        return chosen;
    }

    // Odds of a word after another one; where they never meet, what the word's own frequency says, at a discount.
    private double Odds(WordCount first, WordCount second)
    {
        var pairs = first.Count == 0 || second.Count == 0 ? 0 : words.PairCount(first, second);
        return pairs > 0
            ? Math.Log((pairs + UnseenPair) / (first.Count + Prior))
            : Math.Log(UnseenPair / (first.Count + Prior)) + Math.Min(0, Math.Log((second.Count + 0.01) / (second.Count + 1)));
    }

    private Correction? Make(string text, List<Slot> slots, List<Candidate>[] candidates, List<int> path, bool isPlain)
    {
        var result = new System.Text.StringBuilder(text.Length);
        var changes = new List<CorrectedWord>();
        var written = 0;
        for (var i = 0; i < slots.Count; i++)
        {
            var slot = slots[i];
            var candidate = candidates[i][path[i]];
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
        var reading = result.ToString();

        // Some words decoded and some left plain would make the plain ones look as if they were meant so.
        return new Correction(reading, changes);
    }

    private static bool HasKeys(FieldToken token) => VietnameseTyping.TryRead(token.Exact, out _);

    // Cuts a word that the collection does not know into syllables that it knows, at the likeliest places.
    private List<FieldToken>? Split(string text, FieldToken token)
    {
        var folded = token.Folded;
        if (folded.Length < 4 || folded.Length != token.End - token.Start || !folded.All(char.IsAsciiLetter)
            || VietnameseTyping.TryRead(token.Exact, out _) || CountOf(folded) > 0)
        {
            return null;
        }

        var best = new double[folded.Length + 1];
        var from = new int[folded.Length + 1];
        var last = new WordCount[folded.Length + 1];
        Array.Fill(best, double.NegativeInfinity);
        best[0] = 0;
        for (var end = 1; end <= folded.Length; end++)
        {
            for (var start = Math.Max(0, end - LongestSyllable); start < end; start++)
            {
                if (double.IsNegativeInfinity(best[start]))
                {
                    continue;
                }

                // By its spellings: "sap" without its tone is no syllable, "sắp" is.
                var spellings = words.Spellings(folded[start..end]).Where(spelling => VietnameseSyllable.IsValid(spelling.Exact));
                foreach (var spelling in spellings.OrderByDescending(spelling => spelling.Count).Take(6))
                {
                    var score = best[start] + (start == 0 ? Math.Log((spelling.Count + 0.5) / 1_000) : Odds(last[start], spelling));
                    if (score > best[end])
                    {
                        (best[end], from[end], last[end]) = (score, start, spelling);
                    }
                }
            }
        }

        if (double.IsNegativeInfinity(best[^1]))
        {
            return null;
        }

        var parts = new List<FieldToken>();
        for (var end = folded.Length; end > 0; end = from[end])
        {
            var typed = text[(token.Start + from[end])..(token.Start + end)];
            var (exact, plain) = FieldAnalyzer.Shared.Forms(typed);
            parts.Insert(0, new FieldToken(exact, plain, token.Start + from[end], token.Start + end));
        }

        return parts;
    }

    private sealed record Candidate(WordCount Word, double Price, bool IsTyped);

    private sealed record Slot(FieldToken Token, FieldToken Word, bool IsSplit, bool IsFixed);
}
