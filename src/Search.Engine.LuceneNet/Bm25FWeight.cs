using System.Buffers;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using LuceneQuery = Lucene.Net.Search.Query;

namespace Search.Engine.LuceneNet;

/// <summary>
/// Scores one segment term by term into an array, then hands out the documents in order. Lucene 4.8 has no pruning
/// for sums over fields, and this is its fastest exhaustive way.
/// </summary>
internal sealed class Bm25FWeight : Weight
{
    private readonly Bm25FQuery _query;
    private readonly BytesRef[] _terms;
    private readonly float[] _idf;
    private float _factor;

    public Bm25FWeight(Bm25FQuery query, IndexSearcher searcher)
    {
        _query = query;
        _factor = query.Boost;
        _terms = [.. query.Features.Select(feature => new BytesRef(feature.Term))];
        _idf = new float[_terms.Length];
        var frequencies = new TermFrequencies(searcher.IndexReader, query.Fields);
        for (var i = 0; i < _idf.Length; i++)
        {
            var feature = query.Features[i];
            var frequency = frequencies.Of(feature.RareAs ?? feature.Term);
            _idf[i] = (float)Bm25F.InverseFrequency(searcher.IndexReader.NumDocs, frequency) * feature.Weight;
        }
    }

    public override LuceneQuery Query => _query;

    public override float GetValueForNormalization() => 1;

    public override void Normalize(float norm, float topLevelBoost) => _factor = _query.Boost * topLevelBoost;

    public override Explanation Explain(AtomicReaderContext context, int doc)
    {
        var scorer = (Bm25FScorer)GetScorer(context, null!);
        var matched = scorer.Advance(doc) == doc;
        var explanation = new ComplexExplanation(matched, matched ? scorer.GetScore() : 0, _query.ToString(""));
        if (!matched)
        {
            return explanation;
        }

        for (var i = 0; i < _idf.Length; i++)
        {
            var score = Score(context.AtomicReader, null, i..(i + 1))[doc];
            if (score > 0)
            {
                explanation.AddDetail(new Explanation(score, Terms.Words(_query.Features[i].Term)));
            }
        }

        return explanation;
    }

    public override Scorer GetScorer(AtomicReaderContext context, IBits acceptDocs) =>
        new Bm25FScorer(this, Score(context.AtomicReader, acceptDocs, ..));

    private float[] Score(AtomicReader reader, IBits? acceptDocs, Range features)
    {
        var size = reader.MaxDoc;
        var scores = new float[size];
        var sums = ArrayPool<float>.Shared.Rent(size);
        var touched = ArrayPool<int>.Shared.Rent(size);
        sums.AsSpan(0, size).Clear();
        var norms = LengthNorms.Of(reader);
        var fields = Fields(reader);
        var (start, length) = features.GetOffsetAndLength(_terms.Length);
        for (var i = start; i < start + length; i++)
        {
            var count = Sum(fields, _terms[i], acceptDocs, sums, touched);
            var weight = _idf[i] * _factor;
            foreach (var doc in touched.AsSpan(0, count))
            {
                scores[doc] += weight * Bm25F.Saturate(sums[doc] * norms[doc]);
                sums[doc] = 0;
            }
        }

        ArrayPool<float>.Shared.Return(sums);
        ArrayPool<int>.Shared.Return(touched);
        return scores;
    }

    private List<(TermsEnum Terms, float Weight)> Fields(AtomicReader reader)
    {
        var fields = new List<(TermsEnum, float)>();
        foreach (var field in _query.Fields)
        {
            if (reader.GetTerms(field) is { } terms)
            {
                fields.Add((terms.GetEnumerator(), Bm25F.FieldWeight(field)));
            }
        }

        return fields;
    }

    /// <summary>Adds up the weighted counts of a term over the fields; returns how many documents hold it.</summary>
    private static int Sum(
        List<(TermsEnum Terms, float Weight)> fields, BytesRef term, IBits? acceptDocs, float[] sums, int[] touched)
    {
        var count = 0;
        foreach (var (terms, weight) in fields)
        {
            if (!terms.SeekExact(term))
            {
                continue;
            }

            var docs = terms.Docs(acceptDocs, null, DocsFlags.FREQS);
            for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
            {
                if (sums[doc] == 0)
                {
                    touched[count++] = doc;
                }

                sums[doc] += docs.Freq * weight;
            }
        }

        return count;
    }
}
