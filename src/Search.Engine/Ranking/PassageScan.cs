using System.Numerics;
using System.Runtime.Intrinsics;

namespace Search.Engine;

// Longer than most files because title, headings and body are measured into one state, each place once.
/// <summary>
/// Reads the places of a query's syllables in one passage once, in order, and measures the features of
/// <see cref="RerankFeature"/>. Holds scratch memory; one thread at a time.
/// </summary>
/// <remarks>Longer than most files because all features are measured in one walk over the places.</remarks>
internal sealed class PassageScan
{
    /// <summary>Features of a passage.</summary>
    public const int Features = (int)RerankFeature.Terms + 1;

    /// <summary>Set on the syllable that begins a line.</summary>
    public const byte LineMark = 0x80;

    // Saturation of counts within one field, with a mild length norm around the field's usual length.
    private const float HeadingsSaturation = 0.4f;
    private const float UsualHeadings = 14;
    private const float UsualBody = 245;
    private const float Flat = 0.4f;
    private const float Sloped = 0.6f;
    private const int Window = 30;

    // Read at once.
    private const int Places = 64;

    private static readonly (float Title, float Headings, float Body) FieldWeights =
        (RankingConstants.FieldWeights[1], RankingConstants.FieldWeights[2], RankingConstants.FieldWeights[3]);

    private const byte InTitle = 1;
    private const byte InHeadings = 2;
    private const byte InBody = 4;

    private float[] _told = [];
    private float[] _pairTold = [];
    private float[] _counts = [];
    private float[] _pairCounts = [];
    private byte[] _fields = [];
    private byte[] _pairFields = [];
    private ushort[] _headings = [];
    private ushort[] _bodyPairs = [];
    private int[] _lineOf = [];
    private int[] _pairLineOf = [];
    private int[] _inWindow = [];
    private int[] _windowPlaces = [];
    private QueryProfile _query = null!;
    private int _words;
    private float _sum;
    private float _pairSum;
    private float _norm;
    private float _best;
    private float _bestStart;
    private float _bestWindow;

    /// <summary>Begins with a query; the passages follow.</summary>
    /// <param name="query">The query.</param>
    /// <param name="weights">What each syllable weighs.</param>
    /// <param name="pairWeights">What each compound weighs.</param>
    public void Begin(QueryProfile query, ReadOnlySpan<float> weights, ReadOnlySpan<float> pairWeights)
    {
        _query = query;
        _words = query.Idf.Length;
        if (_fields.Length < _words)
        {
            (_told, _counts) = (new float[_words], new float[_words]);
            _fields = new byte[_words];
            _headings = new ushort[_words];
            _lineOf = new int[_words];
            _inWindow = new int[_words];
        }

        if (_pairFields.Length < query.PairIdf.Length)
        {
            (_pairTold, _pairCounts) = (new float[query.PairIdf.Length], new float[query.PairIdf.Length]);
            _pairFields = new byte[query.PairIdf.Length];
            _bodyPairs = new ushort[query.PairIdf.Length];
            _pairLineOf = new int[query.PairIdf.Length];
        }

        if (_windowPlaces.Length == 0)
        {
            _windowPlaces = new int[RankingConstants.RerankedSyllables * 2];
        }

        weights[.._words].CopyTo(_told);
        pairWeights[..query.PairIdf.Length].CopyTo(_pairTold);
        (_sum, _pairSum) = (Sum(_told.AsSpan(0, _words)), Sum(_pairTold.AsSpan(0, query.PairIdf.Length)));
    }

    /// <summary>Measures a passage.</summary>
    /// <param name="title">Number + 1 of the query's syllable at each place of the title, 0 for others.</param>
    /// <param name="headings">The same for the headings.</param>
    /// <param name="body">The same for the body, with <see cref="LineMark"/>.</param>
    /// <param name="bodyLength">Syllables of the whole body.</param>
    /// <param name="features">Receives the features, but for the first two.</param>
    public void Measure(
        ReadOnlySpan<byte> title, ReadOnlySpan<byte> headings, ReadOnlySpan<byte> body, int bodyLength, Span<float> features)
    {
        Array.Clear(_fields, 0, _words);
        Array.Clear(_counts, 0, _words);
        Array.Clear(_headings, 0, _words);
        Array.Clear(_lineOf, 0, _words);
        Array.Clear(_inWindow, 0, _words);
        var pairs = _query.PairIdf.Length;
        Array.Clear(_pairFields, 0, pairs);
        Array.Clear(_pairCounts, 0, pairs);
        Array.Clear(_bodyPairs, 0, pairs);
        Array.Clear(_pairLineOf, 0, pairs);

        var (sum, pairSum) = (_sum, _pairSum);
        var titleMatched = ScanTitle(title);
        var headingsRun = ScanHeadings(headings, out var headingsMatched, out var headingsPairs);
        ScanBody(body);

        var (idfs, pairIdfs) = (_told, _pairTold);
        var norm = HeadingsSaturation * (Flat + (Sloped * headings.Length / UsualHeadings));
        float inHeadings = 0, titleCoverage = 0, headCoverage = 0;
        for (var w = 0; w < _words; w++)
        {
            var fields = _fields[w];
            if ((fields & (InTitle | InHeadings)) == 0)
            {
                continue;
            }

            var idf = idfs[w];
            headCoverage += idf;
            if ((fields & InTitle) != 0)
            {
                titleCoverage += idf;
            }

            if (_headings[w] > 0)
            {
                inHeadings += idf * _headings[w] / (_headings[w] + norm);
            }
        }

        var bodyNorm = Flat + (Sloped * bodyLength / UsualBody);
        float bodyPairs = 0, pairCoverage = 0;
        for (var p = 0; p < pairs; p++)
        {
            if (_pairFields[p] == 0)
            {
                continue;
            }

            var idf = pairIdfs[p];
            pairCoverage += idf;
            if (_bodyPairs[p] > 0)
            {
                bodyPairs += idf * _bodyPairs[p] / (_bodyPairs[p] + bodyNorm);
            }
        }

        features[(int)RerankFeature.Headings] = inHeadings / sum;
        features[(int)RerankFeature.BodyPairs] = bodyPairs;
        features[(int)RerankFeature.BodyPairShare] = bodyPairs / pairSum;
        features[(int)RerankFeature.PairCoverage] = pairCoverage / pairSum;
        features[(int)RerankFeature.TitleCoverage] = titleCoverage / sum;
        features[(int)RerankFeature.HeadCoverage] = headCoverage / sum;
        features[(int)RerankFeature.HeadingsPrecision] = headingsMatched / (headings.Length + 1f);
        features[(int)RerankFeature.TitlePrecision] = titleMatched / (title.Length + 1f);
        features[(int)RerankFeature.HeadingsPairPrecision] = headingsPairs / (headings.Length + 1f);
        features[(int)RerankFeature.HeadingsRun] = headingsRun / sum;
        features[(int)RerankFeature.BestLine] = _best / (sum + pairSum);
        features[(int)RerankFeature.BestWindow] = _bestWindow / sum;
        features[(int)RerankFeature.LineStart] = _bestStart / sum;
        features[(int)RerankFeature.Terms] = Terms(title.Length, headings.Length, bodyLength);
    }

    /// <summary>How much of each term of the query the passage measured last holds, saturated: syllables, then compounds.</summary>
    public void Matches(Span<float> matches)
    {
        for (var w = 0; w < _words; w++)
        {
            matches[w] = Saturated(_counts[w]);
        }

        for (var p = 0; p < _query.PairIdf.Length; p++)
        {
            matches[_words + p] = Saturated(_pairCounts[p]);
        }
    }

    private static float Sum(ReadOnlySpan<float> values)
    {
        var sum = float.Epsilon;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum;
    }

    // The sum of the first ranking, with the learned weights of the terms instead of their inverse frequencies.
    private float Terms(int title, int headings, int body)
    {
        var (inTitle, inHeadings, inBody) = FieldWeights;
        _norm = RankingConstants.K1 * (1 - RankingConstants.B
            + (RankingConstants.B * ((inTitle * title) + (inHeadings * headings) + (inBody * body)) / RankingConstants.PivotLength));
        float sum = 0;
        for (var w = 0; w < _words; w++)
        {
            sum += _told[w] * Saturated(_counts[w]);
        }

        for (var p = 0; p < _query.PairIdf.Length; p++)
        {
            sum += _pairTold[p] * Saturated(_pairCounts[p]);
        }

        return sum / (_sum + _pairSum);
    }

    private float Saturated(float count) => count / (count + _norm);

    private int ScanTitle(ReadOnlySpan<byte> title)
    {
        var matched = 0;
        var before = -1;
        var weight = FieldWeights.Title;
        foreach (var place in title)
        {
            var word = place - 1;
            if (word >= 0)
            {
                matched++;
                _fields[word] |= InTitle;
                _counts[word] += weight;
                if (before >= 0 && _query.Pair(before, word) is >= 0 and var pair)
                {
                    _pairFields[pair] |= InTitle;
                    _pairCounts[pair] += weight;
                }
            }

            before = word;
        }

        return matched;
    }

    private float ScanHeadings(ReadOnlySpan<byte> headings, out int matched, out int pairs)
    {
        matched = 0;
        pairs = 0;
        var before = -1;
        float run = 0, best = 0;
        var idfs = _told;
        var weight = FieldWeights.Headings;
        foreach (var place in headings)
        {
            var word = place - 1;
            if (word >= 0)
            {
                matched++;
                _fields[word] |= InHeadings;
                _headings[word]++;
                _counts[word] += weight;
                var pair = before >= 0 ? _query.Pair(before, word) : -1;
                if (pair >= 0)
                {
                    pairs++;
                    _pairFields[pair] |= InHeadings;
                    _pairCounts[pair] += weight;
                }

                run = pair >= 0 ? run + idfs[word] : idfs[word];
                best = Math.Max(best, run);
            }

            before = word;
        }

        return best;
    }

    private void ScanBody(ReadOnlySpan<byte> body)
    {
        _best = _bestStart = _bestWindow = 0;
        var before = -1;
        var (idfs, pairIdfs, counts) = (_told, _pairTold, _counts);
        var weight = FieldWeights.Body;
        var (lineOf, inWindow, windowPlaces) = (_lineOf, _inWindow, _windowPlaces);
        int line = 1, lineAt = 0, first = 0, end = 0;
        float told = 0, window = 0, start = 0;
        var atStart = true;
        var last = -1;
        var from = 0;
        var bits = Known(body);
        while (true)
        {
            // Whether a syllable is one of the query's is a toss of a coin: no branch for each, but steps from one to the next.
            while (bits == 0)
            {
                if ((from += Places) >= body.Length)
                {
                    _best = Math.Max(_best, told);
                    return;
                }

                bits = Known(body[from..]);
            }

            var i = from + BitOperations.TrailingZeroCount(bits);
            bits &= bits - 1;
            var place = body[i];
            if (i > last + 1)
            {
                // One strange syllable may stand first, as the letter of an enumeration does.
                atStart &= i == lineAt + 1;
                before = -1;
            }

            last = i;
            if (i == 0 || (place & LineMark) != 0)
            {
                _best = Math.Max(_best, told);
                told = 0;
                line++;
                lineAt = i;
                start = 0;
                atStart = true;
            }

            var word = (place & ~LineMark) - 1;
            if (word < 0)
            {
                before = -1;
                continue;
            }

            var idf = idfs[word];
            counts[word] += weight;
            var pair = before >= 0 ? _query.Pair(before, word) : -1;
            if (lineOf[word] != line)
            {
                lineOf[word] = line;
                told += idf;
            }

            if (pair >= 0)
            {
                _pairFields[pair] |= InBody;
                _pairCounts[pair] += weight;
                if (_bodyPairs[pair] < ushort.MaxValue)
                {
                    _bodyPairs[pair]++;
                }

                if (_pairLineOf[pair] != line)
                {
                    _pairLineOf[pair] = line;
                    told += pairIdfs[pair];
                }
            }

            if (atStart)
            {
                if (start == 0 || pair >= 0)
                {
                    _bestStart = Math.Max(_bestStart, start += idf);
                }
                else
                {
                    atStart = false;
                }
            }

            while (first < end && windowPlaces[first] <= i - Window)
            {
                var left = windowPlaces[first + 1];
                first += 2;
                if (--inWindow[left] == 0)
                {
                    window -= idfs[left];
                }
            }

            windowPlaces[end] = i;
            windowPlaces[end + 1] = word;
            end += 2;
            if (inWindow[word]++ == 0)
            {
                window += idf;
            }

            _bestWindow = Math.Max(_bestWindow, window);
            before = word;
        }
    }

    // A bit for each of the first 64 places that are not 0.
    private static ulong Known(ReadOnlySpan<byte> body)
    {
        if (body.Length >= Places)
        {
            return ~Vector512.Equals(Vector512.Create(body), Vector512<byte>.Zero).ExtractMostSignificantBits();
        }

        Span<byte> padded = stackalloc byte[Places];
        padded.Clear();
        body.CopyTo(padded);
        return ~Vector512.Equals(Vector512.Create<byte>(padded), Vector512<byte>.Zero).ExtractMostSignificantBits();
    }
}
