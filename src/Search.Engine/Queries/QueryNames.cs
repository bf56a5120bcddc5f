using Search.Text;

namespace Search.Engine;

/// <summary>Finds types, issuers and places that a query names in plain words, and makes wishes of them.</summary>
internal static class QueryNames
{
    private const int MaxWords = 8;
    private const int MaxNameWords = 6;

    // "Hòa Bình" is a province, "hòa bình" is peace: a place in small letters needs one of these before it.
    private static readonly HashSet<string> BeforePlaces = new(StringComparer.Ordinal) { "tinh", "thanh-pho", "tp", "uy", "ubnd", "hdnd", "o" };

    /// <summary>The wishes of a run of words, the longest name at each place.</summary>
    /// <param name="words">The words as typed.</param>
    /// <param name="names">The names.</param>
    /// <param name="references">The numbers in the words: their signs name no type or issuer of their own.</param>
    /// <param name="tokens">Working memory.</param>
    /// <param name="people">Where names of those who signed stand.</param>
    /// <returns>Wishes whose positions are offsets in the words.</returns>
    public static IReadOnlyList<QueryWish> Wishes(
        string words, QueryCatalogue names, IReadOnlyList<TextReference> references, List<FieldToken> tokens, IReadOnlyList<TextSpan> people)
    {
        List<QueryWish>? wishes = null;
        tokens.Clear();
        FieldAnalyzer.Shared.Analyze(words, tokens);
        LeaveOutNumbers(tokens, references);
        Span<char> form = stackalloc char[MaxWords * (FieldAnalyzer.MaxWordLength + 1)];
        Span<int> ends = stackalloc int[MaxWords];
        var namesOnly = true;
        for (var i = 0; i < tokens.Count; i++)
        {
            var most = Form(tokens, i, form, ends);
            if (PersonAt(people, tokens[i].Start) is { } person)
            {
                var (start, end) = (person.Start, person.End);
                (wishes ??= []).Add(Make(IndexFields.Signer, words[start..end], start, end, $"do {words[start..end]} ký", $"signed by {words[start..end]}"));
                namesOnly = false;
                while (i + 1 < tokens.Count && tokens[i + 1].Start < end)
                {
                    i++;
                }

                continue;
            }

            var found = false;
            for (var count = most; count > 0 && !found; count--)
            {
                if (WishOf(words, tokens, i, count, form[..ends[count - 1]], names, namesOnly) is { } wish)
                {
                    (wishes ??= []).Add(wish);
                    i += count - 1;
                    found = true;
                }
            }

            namesOnly &= found || IsWithin(tokens[i], references);
        }

        return wishes ?? (IReadOnlyList<QueryWish>)[];
    }

    private static TextSpan? PersonAt(IReadOnlyList<TextSpan> people, int start)
    {
        foreach (var person in people)
        {
            if (person.Start == start)
            {
                return person;
            }
        }

        return null;
    }

    /// <summary>How many words from one on are the name of somebody who signed a document; 0 for none. A single word names nobody.</summary>
    /// <param name="tokens">The words.</param>
    /// <param name="at">The number of the first.</param>
    /// <param name="collection">Knows who signed.</param>
    public static int SignerAt(List<FieldToken> tokens, int at, ICollectionWords? collection)
    {
        for (var count = Math.Min(MaxNameWords, tokens.Count - at); collection is not null && count > 1; count--)
        {
            if (collection.IsSigner(string.Join('-', tokens.GetRange(at, count).Select(token => token.Exact))))
            {
                return count;
            }
        }

        return 0;
    }

    private static void LeaveOutNumbers(List<FieldToken> tokens, IReadOnlyList<TextReference> references)
    {
        foreach (var reference in references)
        {
            if (reference.Docket is { TypeName: null } docket)
            {
                tokens.RemoveAll(token => token.Start < docket.End && token.End > docket.Start);
            }
        }
    }

    private static bool IsWithin(FieldToken token, IReadOnlyList<TextReference> references)
    {
        foreach (var reference in references)
        {
            if (token.Start >= reference.Start && token.End <= reference.End)
            {
                return true;
            }
        }

        return false;
    }

    // The folded words from one on, joined by hyphens, and where the form of so many words ends; returns how many there are.
    private static int Form(List<FieldToken> tokens, int at, Span<char> form, Span<int> ends)
    {
        var (count, length) = (0, 0);
        for (; count < MaxWords && at + count < tokens.Count; count++)
        {
            var folded = tokens[at + count].Folded;
            if (length + folded.Length + 1 > form.Length)
            {
                break;
            }

            if (count > 0)
            {
                form[length++] = '-';
            }

            folded.CopyTo(form[length..]);
            ends[count] = length += folded.Length;
        }

        return count;
    }

    private static QueryWish? WishOf(
        string words, List<FieldToken> tokens, int at, int count, ReadOnlySpan<char> form, QueryCatalogue names, bool namesOnly)
    {
        var (start, end) = (tokens[at].Start, tokens[at + count - 1].End);
        if (count == 1 && !IsSign(words.AsSpan(start, end - start)))
        {
            return null;
        }

        if (names.TypeOfForm(form) is { } type)
        {
            // A type that follows other words is what they speak of: "sơ kết thực hiện nghị quyết" asks for no resolution.
            return !namesOnly ? null : Make(IndexFields.Type, type.Slug, start, end, $"loại {type.Name}", $"of the type {type.Name}");
        }

        if (names.IssuerOfForm(form) is { } issuer)
        {
            return Make(IndexFields.Issuer, issuer, start, end, $"của {issuer}", $"by {issuer}");
        }

        if (names.ProvinceOfForm(form) is not { } province)
        {
            return null;
        }

        var isName = char.IsUpper(words[start]) || (at > 0 && BeforePlaces.Contains(tokens[at - 1].Folded))
            || (at > 1 && BeforePlaces.Contains($"{tokens[at - 2].Folded}-{tokens[at - 1].Folded}"));
        return isName ? Make(IndexFields.Province, province, start, end, $"của {words[start..end]}", $"of {words[start..end]}") : null;
    }

    private static bool IsSign(ReadOnlySpan<char> typed)
    {
        foreach (var c in typed)
        {
            if (char.IsLower(c))
            {
                return false;
            }
        }

        return typed.Length > 1;
    }

    private static QueryWish Make(string column, string value, int start, int end, string said, string saidInEnglish) => new(
        new KeywordFilter(column, [value]),
        start,
        end - start,
        $"Ưu tiên văn bản {said}. (Documents {saidInEnglish} rank higher.)");
}
