using Lucene.Net.Index;
using Lucene.Net.Search;
using LuceneQuery = Lucene.Net.Search.Query;

namespace Search.Engine.LuceneNet;

/// <summary>Any of the features in any of the fields, scored by <see cref="Bm25F"/>.</summary>
internal sealed class Bm25FQuery(IReadOnlyList<Bm25FFeature> features, IReadOnlyList<string> fields) : LuceneQuery
{
    public IReadOnlyList<Bm25FFeature> Features => features;

    public IReadOnlyList<string> Fields => fields;

    public override Weight CreateWeight(IndexSearcher searcher) => new Bm25FWeight(this, searcher);

    public override void ExtractTerms(ISet<Term> terms)
    {
        foreach (var feature in features)
        {
            foreach (var field in fields)
            {
                terms.Add(new Term(field, feature.Term));
            }
        }
    }

    public override string ToString(string field) => $"bm25f({string.Join(' ', features.Select(f => f.Term))})";

    public override bool Equals(object? obj) =>
        obj is Bm25FQuery other && Boost.Equals(other.Boost)
        && features.SequenceEqual(other.Features) && fields.SequenceEqual(other.Fields);

    public override int GetHashCode() =>
        HashCode.Combine(Boost, features.Aggregate(17, HashCode.Combine), fields.Aggregate(19, HashCode.Combine));
}
