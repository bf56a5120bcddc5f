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
    private readonly float[] _idf;
    private float _factor;

    public Bm25FWeight(Bm25FQuery query, IndexSearcher searcher)
    {
        _query = query;
        _factor = query.Boost;
        _idf = new float[query.Features.Count];
        var reader = searcher.IndexReader;
        for (var i = 0; i < _idf.Length; i++)
        {
            // The most frequent field stands for the union of fields, which Lucene does not count.
            var frequency = 0;
            foreach (var field in query.Fields)
            {
                frequency = Math.Max(frequency, reader.DocFreq(new Term(field, query.Features[i].Term)));
            }

            _idf[i] = (float)Bm25F.InverseFrequency(reader.NumDocs, frequency) * query.Features[i].Weight;
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
            var single = new float[context.AtomicReader.MaxDoc];
            Add(context.AtomicReader, i, single, new float[single.Length], null);
            if (single[doc] > 0)
            {
                explanation.AddDetail(new Explanation(single[doc], Terms.Words(_query.Features[i].Term)));
            }
        }

        return explanation;
    }

    public override Scorer GetScorer(AtomicReaderContext context, IBits acceptDocs)
    {
        var reader = context.AtomicReader;
        var scores = new float[reader.MaxDoc];
        var sums = new float[reader.MaxDoc];
        for (var i = 0; i < _idf.Length; i++)
        {
            Add(reader, i, scores, sums, acceptDocs);
        }

        return new Bm25FScorer(this, scores);
    }

    private void Add(AtomicReader reader, int feature, float[] scores, float[] sums, IBits? acceptDocs)
    {
        var term = new BytesRef(_query.Features[feature].Term);
        var touched = new List<int>();
        foreach (var field in _query.Fields)
        {
            var terms = reader.GetTerms(field)?.GetEnumerator();
            if (terms is null || !terms.SeekExact(term))
            {
                continue;
            }

            var number = Bm25F.FieldNumber(field);
            var norms = reader.GetNormValues(field);
            var docs = terms.Docs(acceptDocs, null, DocsFlags.FREQS);
            for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
            {
                if (sums[doc] == 0)
                {
                    touched.Add(doc);
                }

                sums[doc] += docs.Freq * Bm25F.FieldFactor(number, (int)(norms?.Get(doc) ?? 1));
            }
        }

        var weight = _idf[feature] * _factor;
        foreach (var doc in touched)
        {
            scores[doc] += weight * Bm25F.Saturate(sums[doc]);
            sums[doc] = 0;
        }
    }
}
