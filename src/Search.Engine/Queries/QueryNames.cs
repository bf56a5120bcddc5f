using Search.Text;

namespace Search.Engine;

/// <summary>Finds types, issuers and places that a query names in plain words, and makes wishes of them.</summary>
internal static class QueryNames
{
    private const int MaxWords = 8;

    // "Hòa Bình" is a province, "hòa bình" is peace: a place in small letters needs one of these before it.
    private static readonly HashSet<string> BeforePlaces = new(StringComparer.Ordinal) { "tinh", "thanh-pho", "tp", "uy", "ubnd", "hdnd", "o" };

    /// <summary>The wishes of a run of words, the longest name at each place.</summary>
    /// <param name="words">The words as typed.</param>
    /// <param name="names">The names.</param>
    /// <param name="references">The numbers in the words: their signs name no type or issuer of their own.</param>
    /// <returns>Wishes whose positions are offsets in the words.</returns>
    public static List<QueryWish> Wishes(string words, QueryCatalogue names, IReadOnlyList<TextReference> references)
    {
        var wishes = new List<QueryWish>();
        var tokens = FieldAnalyzer.Shared.Analyze(words);
        tokens.RemoveAll(token => references.Any(reference =>
            reference.Docket is { TypeName: null } docket && token.Start < docket.End && token.End > docket.Start));
        var namesOnly = true;
        for (var i = 0; i < tokens.Count; i++)
        {
            var found = false;
            for (var count = Math.Min(MaxWords, tokens.Count - i); count > 0 && !found; count--)
            {
                if (WishOf(words, tokens, i, count, names, namesOnly) is { } wish)
                {
                    wishes.Add(wish);
                    i += count - 1;
                    found = true;
                }
            }

            namesOnly &= found || references.Any(reference => tokens[i].Start >= reference.Start && tokens[i].End <= reference.End);
        }

        return wishes;
    }

    private static QueryWish? WishOf(
        string words, List<FieldToken> tokens, int at, int count, QueryCatalogue names, bool namesOnly)
    {
        var form = string.Join('-', tokens.Skip(at).Take(count).Select(token => token.Folded));
        var (start, end) = (tokens[at].Start, tokens[at + count - 1].End);
        var typed = words[start..end];
        var isSign = count == 1 && typed.Length > 1 && !typed.Any(char.IsLower);
        if (count == 1 && !isSign)
        {
            return null;
        }

        if (names.TypeOfForm(form) is { } type)
        {
            // A type that follows other words is what they speak of: "sơ kết thực hiện nghị quyết" asks for no resolution.
            return !namesOnly ? null : Make(IndexFields.Type, type.Slug, $"loại {type.Name}", $"of the type {type.Name}");
        }

        if (names.IssuerOfForm(form) is { } issuer)
        {
            return Make(IndexFields.Issuer, issuer, $"của {issuer}", $"by {issuer}");
        }

        var isName = char.IsUpper(words[tokens[at].Start]) || (at > 0 && BeforePlaces.Contains(tokens[at - 1].Folded))
            || (at > 1 && BeforePlaces.Contains($"{tokens[at - 2].Folded}-{tokens[at - 1].Folded}"));
        return isName && names.ProvinceOfForm(form) is { } province
            ? Make(IndexFields.Province, province, $"của {typed}", $"of {typed}")
            : null;

        QueryWish Make(string column, string value, string said, string saidInEnglish) => new(
            new KeywordFilter(column, [value]),
            start,
            end - start,
            $"Ưu tiên văn bản {said}. (Documents {saidInEnglish} rank higher.)");
    }
}
