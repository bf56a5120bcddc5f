namespace Search.Engine.Embedded;

/// <summary>One distinct word of a query with its places in the dictionaries.</summary>
internal sealed class WordTerms
{
    private readonly TermResolver _terms;
    private readonly FieldToken _token;
    private readonly int[]? _exact;
    private readonly int[]? _plain;
    private readonly int[][]? _variants;

    public WordTerms(TermResolver terms, FieldToken token, bool anySpelling)
    {
        _terms = terms;
        _token = token;
        if (!anySpelling)
        {
            _exact = terms.Exact(token.Folded, token.Exact);
        }

        if (anySpelling || Array.TrueForAll(_exact!, ordinal => ordinal < 0))
        {
            _variants = terms.Variants(token.Folded);
        }
        else if (!string.Equals(token.Exact, token.Folded, StringComparison.Ordinal))
        {
            _plain = terms.Exact(token.Folded, token.Folded);
        }
    }

    /// <summary>What the syllable tells; 0 where it does not occur. Known after <see cref="AddSyllable"/>.</summary>
    public float Idf { get; private set; }

    /// <summary>The terms of the syllable in each segment: its exact form, or every spelling.</summary>
    public int[][] Ordinals => _variants ?? Array.ConvertAll(_exact!, ordinal => ordinal < 0 ? Array.Empty<int>() : [ordinal]);

    public void AddSyllable(List<ScoredList> lists, float weight)
    {
        var postings = _variants is not null ? _terms.Lists(_variants) : _terms.Lists(_exact!);
        if (_variants is not null)
        {
            Idf = Add(lists, _token.Folded, weight, postings);
            return;
        }

        var idf = Idf = Add(lists, _token.Exact, weight, postings);
        if (_plain is null)
        {
            return;
        }

        var plain = _terms.Lists(_plain);

        // "ban" is a word of its own beside "bàn"; "doi" is only "đối" typed without accents.
        if (_terms.Frequency(plain) <= _terms.Frequency(postings) * RankingConstants.PlainFormShare)
        {
            AddAt(lists, _token.Folded, weight * RankingConstants.PlainFormWeight * idf, plain);
        }
    }

    /// <summary>Adds the compound of this word and the next; returns what it tells, 0 where it does not occur.</summary>
    public float AddPair(WordTerms next, List<ScoredList> lists, float weight)
    {
        if (_variants is not null && next._variants is not null)
        {
            return Add(lists, $"{_token.Folded} {next._token.Folded}", weight, _terms.Pairs(_variants, next._variants));
        }

        if (_exact is null || next._exact is null)
        {
            return 0;
        }

        var idf = Add(lists, $"{_token.Exact} {next._token.Exact}", weight, _terms.Pairs(_exact, next._exact));
        if (_plain is null && next._plain is null)
        {
            return idf;
        }

        var lists2 = _terms.Pairs(_plain ?? _exact, next._plain ?? next._exact);
        var plain = idf == 0 ? InverseFrequency.Of(_terms.Entries, _terms.Frequency(lists2)) : idf;
        AddAt(lists, $"{_token.Folded} {next._token.Folded}", weight * RankingConstants.PlainFormWeight * plain, lists2);
        return idf;
    }

    private float Add(List<ScoredList> lists, string label, float weight, PostingRef[][] postings)
    {
        var frequency = _terms.Frequency(postings);
        if (frequency == 0)
        {
            return 0;
        }

        var idf = InverseFrequency.Of(_terms.Entries, frequency);
        AddAt(lists, label, weight * idf, postings);
        return idf;
    }

    private static void AddAt(List<ScoredList> lists, string label, float weight, PostingRef[][] postings)
    {
        if (weight > 0 && Array.Exists(postings, list => list.Length > 0))
        {
            lists.Add(new ScoredList(label, RankingConstants.Step(weight / RankingConstants.ImpactLevels), postings));
        }
    }
}
