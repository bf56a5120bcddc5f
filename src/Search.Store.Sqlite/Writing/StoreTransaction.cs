using Microsoft.Data.Sqlite;
using Search.Citations;
using Search.Documents;

namespace Search.Store.Sqlite.Writing;

/// <summary>
/// One transaction, all or nothing, of the changes of one file or of many. Nothing is on disk before
/// <see cref="Commit"/>. Each change is brought to its end before the next begins, so that a file meets the same store
/// whether it came alone or with others.
/// </summary>
internal sealed class StoreTransaction : IStoreChanges, IDisposable
{
    private readonly SqliteTransaction _transaction;
    private readonly WriteContext _context;
    private readonly FileWriter _files;
    private readonly DocumentWriter _documents;
    private readonly StubWriter _stubs;
    private readonly CitationWriter _citations;
    private readonly CitedByCounts _counts;
    private readonly WaitingCitations _waiting;
    private readonly QuarantineWriter _quarantine;
    private readonly FormerKeys _formerKeys;
    private bool _isChanged;

    public StoreTransaction(StoreSession writer, StubFacts facts, ICitationLinker linker)
    {
        _transaction = writer.Begin(deferred: false);
        _context = new WriteContext(writer.Statements, facts, linker)
        {
            Revision = new StoreQueries(writer.Statements).Revision + 1,
        };
        _counts = new CitedByCounts(_context);
        _stubs = new StubWriter(_context);
        _files = new FileWriter(_context, _counts);
        _documents = new DocumentWriter(_context, _counts, _stubs);
        _citations = new CitationWriter(_context, _stubs);
        _waiting = new WaitingCitations(_context, _counts, new VaguerStubs(_context, _counts, _stubs), _citations);
        _quarantine = new QuarantineWriter(_context);
        _formerKeys = new FormerKeys(_context);
    }

    public ReplaceResult Replace(SourceRecord file, IReadOnlyList<AnalyzedDocument> documents)
    {
        var before = _formerKeys.Of(file);
        var fileId = _files.Replace(file);
        for (var i = 0; i < documents.Count; i++)
        {
            var sourceId = _documents.WriteSource(fileId, i, file.Text, documents[i].Document);
            _citations.Write(sourceId, documents[i].Citations);
        }

        _formerKeys.Note(before, documents);
        _quarantine.Release(file.Path);
        var arrivedStubs = _context.Change.ArrivedStubs;
        var linked = Finish();
        return new ReplaceResult(
            _context.Revision, [.. documents.Select(document => document.Document.Key)], arrivedStubs, linked);
    }

    public bool Remove(string path)
    {
        var isRemoved = _files.Remove(path);
        if (isRemoved)
        {
            Finish();
        }

        return isRemoved;
    }

    public bool Move(string oldPath, string newPath)
    {
        var isMoved = _files.Move(oldPath, newPath);
        if (!isMoved)
        {
            return false;
        }

        _quarantine.Release(newPath);
        Finish();
        return true;
    }

    public void OpenLinks(string path)
    {
        _citations.OpenLinks(path, _counts);
        Finish();
    }

    public void AddToQuarantine(QuarantineEntry entry, bool takeOut)
    {
        if (takeOut)
        {
            _files.Remove(entry.Path);
        }

        _quarantine.Add(entry);
        Finish();
    }

    public bool Release(string path)
    {
        var isReleased = _quarantine.Release(path);
        if (isReleased)
        {
            Finish();
        }

        return isReleased;
    }

    /// <summary>Changes no document, so the revision stays and no index has to follow.</summary>
    public bool Touch(string path, DateTimeOffset modified) => _files.Touch(path, modified);

    /// <summary>Changes no document either.</summary>
    public SourceRoot AddRoot(string folder) => new RootWriter(_context).Add(folder);

    /// <summary>Changes no document either.</summary>
    public bool MoveRoot(string name, string folder) =>
        _context.Execute("UPDATE roots SET folder = @folder WHERE name = @name", new { name, folder }) == 1;

    public KnownDocument? Find(DocumentKey key) => _context.Queries.Find(key);

    public IReadOnlyList<KnownDocument> FindByNumber(string canonicalNumber) => _context.Queries.FindByNumber(canonicalNumber);

    public IReadOnlyList<KnownDocument> FindBySequence(string type, string sequence) =>
        _context.Queries.FindBySequence(type, sequence);

    public IReadOnlyList<KnownDocument> FindByTitle(string type, string title, int limit) =>
        _context.Queries.FindByTitle(type, title, limit);

    /// <summary>Makes the revision of this transaction the one after those that were lost.</summary>
    public bool ContinueAfter(long lost)
    {
        _isChanged = lost >= _context.Revision;
        _context.Revision = Math.Max(_context.Revision, lost + 1);
        return _isChanged;
    }

    /// <summary>Mends what follows from other rows.</summary>
    /// <returns>Rows mended, and the files that have to be read again.</returns>
    public (int Rows, IReadOnlyList<DamagedFile> Files) Mend()
    {
        var mender = new StoreMender(_context, _documents);
        var rows = mender.Mend();
        _isChanged = true;
        _context.Change = new ChangeSet();
        return (rows, mender.Files());
    }

    /// <summary>Writes what comes last in the transaction; only <see cref="Commit"/> may follow.</summary>
    public void Seal()
    {
        if (_isChanged)
        {
            _context.Execute("UPDATE meta SET value = @Revision WHERE name = 'revision'", new { _context.Revision });
        }
    }

    /// <summary>Brings everything to the disk.</summary>
    /// <returns>The store's revision.</returns>
    public long Commit()
    {
        _transaction.Commit();
        return _isChanged ? _context.Revision : _context.Revision - 1;
    }

    public void Dispose() => _transaction.Dispose();

    /// <returns>The citations of other documents that were linked.</returns>
    private IReadOnlyList<LinkedCitation> Finish()
    {
        _isChanged = true;
        foreach (var id in _context.Change.Before.Keys.ToList())
        {
            _documents.Settle(id);
        }

        var linked = _waiting.Link();
        var left = _counts.Recount();
        _stubs.DeleteUnwanted();
        foreach (var id in left)
        {
            _stubs.Renew(id);
        }

        _context.Change = new ChangeSet();
        return linked;
    }
}
