using Search.Text;

namespace Search.Engine;

/// <summary>One distinct word of a query with its terms in the index. Used again for other words.</summary>
internal sealed class WordTerms(TermResolver terms)
{
    private readonly TermResolver _terms = terms;
    private FieldToken _token;
    private ResolvedTerm? _exact;
    private ResolvedTerm? _plain;
    private ResolvedTerm? _spellings;

    /// <summary>Begins with a word.</summary>
    /// <param name="token">The word.</param>
    /// <param name="anySpelling">Whether it stands for every spelling.</param>
    public void Set(in FieldToken token, bool anySpelling)
    {
        _token = token;
        Idf = 0;
        _exact = anySpelling ? null : _terms.Exact(token.Folded, token.Exact);
        (_plain, _spellings) = (null, null);
        if (_exact is not { Occurs: true })
        {
            _exact = null;
            _spellings = _terms.Spellings(token.Folded);
        }
        else if (!IsBare(token))
        {
            _plain = _terms.Exact(token.Folded, token.Folded);
        }
    }

    /// <summary>The syllable as it was read.</summary>
    public string Name => _token.Exact;

    /// <summary>What the syllable tells; 0 where it does not occur. Known after <see cref="AddSyllable"/>.</summary>
    public float Idf { get; private set; }

    /// <summary>The exact forms that are the syllable: its own, or every spelling.</summary>
    public string[] Forms => (_spellings ?? _exact!).Forms;

    /// <summary>The terms of the syllable in every segment, and those of its form without accents where they count as it.</summary>
    public TermEntry[][] Terms
    {
        get
        {
            var own = (_spellings ?? _exact!).Lists;
            return CountsPlain ? [.. own.Zip(_plain!.Lists, (exact, plain) => (TermEntry[])[.. exact, .. plain])] : own;
        }
    }

    // "ban" is a word of its own beside "bàn"; "doi" is only "đối" typed without accents.
    private bool CountsPlain => _plain is not null && _plain.Frequency <= _exact!.Frequency * RankingConstants.PlainFormShare;

    /// <summary>The terms of the compound of this word and the next in every segment.</summary>
    public TermEntry[][] PairTerms(WordTerms next)
    {
        if (_spellings is not null && next._spellings is not null)
        {
            return _terms.PairSpellings(_token.Folded, next._token.Folded).Lists;
        }

        return _exact is null || next._exact is null
            ? [.. Enumerable.Repeat(Array.Empty<TermEntry>(), _terms.Segments)]
            : _terms.Pair(_token.Folded, _token.Exact, next._token.Folded, next._token.Exact).Lists;
    }

    public void AddSyllable(List<ScoredList> lists, float weight)
    {
        if (_spellings is not null)
        {
            Idf = Add(lists, _token.Folded, weight, _spellings);
            return;
        }

        Idf = Add(lists, _token.Exact, weight, _exact!);

        if (CountsPlain)
        {
            AddAt(lists, _token.Folded, weight * RankingConstants.PlainFormWeight * Idf, _plain!);
        }
    }

    /// <summary>Adds the compound of this word and the next; returns what it tells, 0 where it does not occur.</summary>
    public float AddPair(WordTerms next, List<ScoredList> lists, float weight)
    {
        if (_spellings is not null && next._spellings is not null)
        {
            return Add(lists, (_token.Folded, next._token.Folded), weight, _terms.PairSpellings(_token.Folded, next._token.Folded));
        }

        if (_exact is null || next._exact is null)
        {
            return 0;
        }

        var exact = _terms.Pair(_token.Folded, _token.Exact, next._token.Folded, next._token.Exact);
        var idf = Add(lists, (_token.Exact, next._token.Exact), weight, exact);
        if (_plain is null && next._plain is null)
        {
            return idf;
        }

        var plain = _terms.Pair(
            _token.Folded, _plain is null ? _token.Exact : _token.Folded, next._token.Folded, next._plain is null ? next._token.Exact : next._token.Folded);
        if (plain.Occurs)
        {
            var told = idf == 0 ? InverseFrequency.Of(_terms.Entries, plain.Frequency) : idf;
            AddAt(lists, (_token.Folded, next._token.Folded), weight * RankingConstants.PlainFormWeight * told, plain);
        }

        return idf;
    }

    private static bool IsBare(in FieldToken token) => string.Equals(token.Exact, token.Folded, StringComparison.Ordinal);

    private float Add(List<ScoredList> lists, QueryLabel label, float weight, ResolvedTerm term)
    {
        if (!term.Occurs)
        {
            return 0;
        }

        var idf = InverseFrequency.Of(_terms.Entries, term.Frequency);
        AddAt(lists, label, weight * idf, term);
        return idf;
    }

    private static void AddAt(List<ScoredList> lists, QueryLabel label, float weight, ResolvedTerm term)
    {
        if (weight > 0 && term.Occurs)
        {
            lists.Add(new ScoredList(label, RankingConstants.Step(weight / RankingConstants.ImpactLevels), term.Lists));
        }
    }
}
