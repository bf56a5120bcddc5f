using System.Collections.Concurrent;
using Lucene.Net.Index;

namespace Search.Engine.LuceneNet;

/// <summary>Puts passages into Lucene's writer; what is not committed is rolled back.</summary>
/// <param name="session">The writer and its lock.</param>
/// <param name="closed">Receives whether everything was committed.</param>
internal sealed class LuceneWriter(WriterSession session, Action<bool> closed) : IStorageWriter
{
    private readonly ConcurrentBag<PassageDocument> _documents = [];
    private volatile bool _isDirty;
    private bool _closed;

    public bool IsEmpty => session.IsEmpty;

    public void Put(AnalyzedPassage passage, bool replace)
    {
        _isDirty = true;
        var document = _documents.TryTake(out var known) ? known : new PassageDocument();
        if (replace)
        {
            session.Writer.UpdateDocument(PassageDocument.IdTerm(passage.Id), document.Fill(passage));
        }
        else
        {
            session.Writer.AddDocument(document.Fill(passage));
        }

        _documents.Add(document);
    }

    public void DeletePassage(string id)
    {
        _isDirty = true;
        session.Writer.DeleteDocuments(PassageDocument.IdTerm(id));
    }

    public void DeleteDocument(string group)
    {
        _isDirty = true;
        session.Writer.DeleteDocuments(PassageDocument.GroupTerm(group));
    }

    public void Clear()
    {
        _isDirty = true;
        session.Clear();
    }

    public void Commit(long revision)
    {
        _isDirty = true;
        session.Commit(revision);
        _isDirty = false;
    }

    /// <summary>Does work that rewrites segments.</summary>
    public void Rewrite(Action<IndexWriter> work, CancellationToken ct)
    {
        _isDirty = true;
        session.Rewrite(work, ct);
        _isDirty = false;
    }

    public void Dispose()
    {
        if (!_closed)
        {
            _closed = true;
            closed(!_isDirty);
        }
    }
}
