using Lucene.Net.Index;

namespace Search.Engine.LuceneNet;

/// <summary>How many passages hold a term in some fields.</summary>
internal sealed class TermFrequencies(IndexReader reader, IReadOnlyList<string> fields)
{
    /// <summary>
    /// The passages of the field that holds the term most often: it stands for the union of the fields, which Lucene does
    /// not count. 0 where the term does not occur.
    /// </summary>
    public int Of(string term)
    {
        var most = 0;
        foreach (var field in fields)
        {
            most = Math.Max(most, reader.DocFreq(new Term(field, term)));
        }

        return most;
    }
}
