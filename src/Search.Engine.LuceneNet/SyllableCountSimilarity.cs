using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;

namespace Search.Engine.LuceneNet;

/// <summary>
/// Writes a field's exact length in syllables as its norm, where Lucene's own similarities round it to one byte, and
/// scores phrases by the formula of <see cref="Bm25F"/> within one field.
/// </summary>
internal sealed class SyllableCountSimilarity : Similarity
{
    public override long ComputeNorm(FieldInvertState state) => state.Length - state.NumOverlap;

    public override SimWeight ComputeWeight(
        float queryBoost, CollectionStatistics collectionStats, params TermStatistics[] termStats)
    {
        double idf = 0;
        foreach (var term in termStats)
        {
            idf += Bm25F.InverseFrequency(collectionStats.MaxDoc, term.DocFreq);
        }

        return new Weight(collectionStats.Field, (float)idf, queryBoost);
    }

    public override SimScorer GetSimScorer(SimWeight weight, AtomicReaderContext context) =>
        new Scorer((Weight)weight, LengthNorms.Of(context.AtomicReader));

    private sealed class Weight(string field, float idf, float queryBoost) : SimWeight
    {
        private float _outerBoost = 1;

        public float FieldWeight { get; } = Bm25F.FieldWeight(field);

        public float Value => idf * queryBoost * _outerBoost;

        public override float GetValueForNormalization() => 1;

        public override void Normalize(float queryNorm, float topLevelBoost) => _outerBoost = topLevelBoost;
    }

    private sealed class Scorer(Weight weight, float[] norms) : SimScorer
    {
        public override float Score(int doc, float freq) =>
            weight.Value * Bm25F.Saturate(freq * weight.FieldWeight * norms[doc]);

        public override float ComputeSlopFactor(int distance) => 1f / (distance + 1);

        public override float ComputePayloadFactor(int doc, int start, int end, BytesRef payload) => 1;
    }
}
