using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Search.Engine.LuceneNet;

/// <summary>What a document is about: the compounds its passages use most, rare ones first.</summary>
internal static class SimilarDocuments
{
    private const int MaxPassages = 200;
    private const int MaxFeatures = 32;

    public static IReadOnlyList<Bm25FFeature> Features(IndexSearcher searcher, string group)
    {
        var reader = searcher.IndexReader;
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var passages = searcher.Search(new Lucene.Net.Search.TermQuery(new Term(FieldNames.Group, group)), MaxPassages);
        foreach (var passage in passages.ScoreDocs)
        {
            var document = reader.Document(passage.Doc, new HashSet<string> { FieldNames.Signature });
            foreach (var compound in document.GetValues(FieldNames.Signature))
            {
                counts[compound] = counts.GetValueOrDefault(compound) + 1;
            }
        }

        return [.. counts
            .Select(pair => (Term: pair.Key, Weight: pair.Value * Idf(reader, pair.Key)))
            .OrderByDescending(pair => pair.Weight).ThenBy(pair => pair.Term, StringComparer.Ordinal)
            .Take(MaxFeatures)
            .Select(pair => new Bm25FFeature(pair.Term, 1))];
    }

    private static double Idf(IndexReader reader, string term) =>
        Bm25F.InverseFrequency(reader.NumDocs, reader.DocFreq(new Term(IndexFields.Body, term)));
}
