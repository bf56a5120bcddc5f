using System.Globalization;
using Lucene.Net.Index;

namespace Search.Engine.LuceneNet;

/// <summary>Collects changes in Lucene's writer; what is not committed is rolled back.</summary>
internal sealed class LuceneNetWriter(IndexWriter writer, Action committed) : IIndexWriter
{
    private bool _closed;

    public void Put(IndexEntry entry) =>
        writer.UpdateDocument(new Term(FieldNames.Id, entry.Id), EntryMapper.Map(entry));

    public void Delete(string id) => writer.DeleteDocuments(new Term(FieldNames.Id, id));

    public void DeleteGroup(string group) => writer.DeleteDocuments(new Term(FieldNames.Group, group));

    public void Clear() => writer.DeleteAll();

    public void Commit(long revision)
    {
        writer.SetCommitData(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [FieldNames.Revision] = revision.ToString(CultureInfo.InvariantCulture),
        });
        writer.Commit();
        committed();
    }

    public void Dispose()
    {
        if (_closed)
        {
            return;
        }

        _closed = true;

        // Rolls back what came after the last commit and gives up the lock; Lucene's own Dispose would commit.
        writer.Rollback();
    }
}
