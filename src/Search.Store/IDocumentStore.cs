using Search.Citations;
using Search.Documents;

namespace Search.Store;

/// <summary>
/// The knowledge base: source files, the documents in them, their citations, and stubs for what is cited and not
/// there. It is the truth; the full-text index is a projection of it. Safe for use from many threads: readers see
/// the last committed revision and never wait for the writer; writes follow one another.
/// </summary>
public interface IDocumentStore : IDocumentRegistry, IDisposable
{
    /// <summary>Grows by one with every transaction that changes anything; 0 for an empty store.</summary>
    long Revision { get; }

    /// <summary>What people made and no source file holds: accounts, corrections, the audit log.</summary>
    IRecordStore Records { get; }

    /// <summary>What this store is a copy of; null where it is the truth itself.</summary>
    ISharedTruth? Shared { get; }

    /// <summary>The change of format that opening made, or null where the store was of the present one.</summary>
    FormatChange? FormatChange { get; }

    /// <summary>The last revision that this store is known to have had; larger than <see cref="Revision"/> was on opening when
    /// the end of it is lost. 0 where nothing is known.</summary>
    long RememberedRevision { get; }

    /// <summary>Keys and paths of what reading has found damaged so far; empty while nothing was.</summary>
    IReadOnlyList<string> DamageFound { get; }

    /// <summary>Goes on after revisions that were lost: the next one is above them, so that nobody who saw them takes a new
    /// one for an old one.</summary>
    /// <param name="lost">The last one that was lost.</param>
    void ContinueAfter(long lost);

    /// <summary>Mends rows that follow from others (what a document's row says is in its source, counts are counted), and
    /// indexes of the database.</summary>
    /// <returns>How many rows were mended, and the files that have to be read again from their sources.</returns>
    /// <exception cref="StoreDamagedException">The pages of the file are damaged: rows cannot be mended in it.</exception>
    (int Rows, IReadOnlyList<DamagedFile> Files) Mend();

    /// <summary>Copies the store as of one moment into a file, while others read and write.</summary>
    /// <param name="path">The file; it must not exist.</param>
    /// <exception cref="IOException">The disk refused, or the store cannot be read.</exception>
    void CopyTo(string path);

    /// <summary>Notes that a folder of sources lies elsewhere now.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="folder">Where it lies.</param>
    void MoveRoot(string name, string folder);

    /// <summary>Becomes the writer now instead of at the first write.</summary>
    /// <exception cref="StoreBusyException">Another process is the writer.</exception>
    void BecomeWriter();

    /// <summary>Makes the changes of several files in one transaction, so that they share one flush. When the call
    /// returns, all of them are on disk; when it throws, none is.</summary>
    /// <param name="changes">Makes the changes. It may be called again when the store was busy, so it must not keep
    /// what it did before.</param>
    /// <exception cref="StoreBusyException">Another process is the writer.</exception>
    /// <exception cref="IOException">The disk refused; nothing changed.</exception>
    void WriteTogether(Action<IStoreChanges> changes);

    /// <summary>Gives a folder the name that the paths of its files begin with: its own name, with a number after it
    /// where another folder that still exists has that name.</summary>
    SourceRoot AddRoot(string folder);

    /// <summary>The folders that sources came from, in the order of their names.</summary>
    IReadOnlyList<SourceRoot> Roots();

    /// <summary>One document or stub with text and sources. An old key of a stub that became a document leads to
    /// the document.</summary>
    DocumentRecord? Read(DocumentKey key);

    /// <summary>A document as one of its files has it, which need not be the one it is read from.</summary>
    /// <param name="key">The document.</param>
    /// <param name="path">The file, as <see cref="DocumentSource.Path"/> has it.</param>
    /// <returns>Null where there is no such document, or the file does not hold it.</returns>
    DocumentRecord? ReadFrom(DocumentKey key, string path);

    /// <summary>A document as its analysis found it, without text and sources: a third of the work of <see cref="Read"/>, for those who
    /// look at every document.</summary>
    /// <returns>Null for a stub, for a key of no document, and where what is stored is not what was written; that is told as other damage is.</returns>
    Document? Analysis(DocumentKey key);

    /// <summary>Like <see cref="Read"/>, by the key's URL segment (<see cref="DocumentKey.Slug"/>); one of a former key leads to the
    /// document, too.</summary>
    DocumentRecord? ReadBySlug(string slug);

    /// <summary>The key of the document that had a key before a better reading of its file gave it another, or null. An
    /// address for readers only: no citation means a document by a former key.</summary>
    /// <param name="key">A key that no document has.</param>
    DocumentKey? OfFormerKey(DocumentKey key);

    /// <summary>One document or stub without its text.</summary>
    DocumentSummary? Summary(DocumentKey key);

    /// <summary>All documents in the order of their keys.</summary>
    /// <param name="includeStubs">Whether stubs are listed too.</param>
    IReadOnlyList<DocumentSummary> List(bool includeStubs = false);

    /// <summary>The files that hold each document present, sorted by path: a second copy is a further source of it.</summary>
    ILookup<DocumentKey, string> SourcePaths();

    /// <summary>The numbers as the papers bear them, of the documents present whose paper writes it otherwise than its canonical
    /// form: <c>0124/KH-UBND</c> of <c>124/KH-UBND</c>.</summary>
    IReadOnlyDictionary<DocumentKey, string> PrintedNumbers();

    /// <summary>The numbers as the papers of some documents bear them, those in canonical form too; none for a document whose paper
    /// bears none.</summary>
    /// <param name="keys">The documents.</param>
    IReadOnlyDictionary<DocumentKey, string> PrintedNumbersOf(IEnumerable<DocumentKey> keys);

    /// <summary>The citations a document makes, in reading order.</summary>
    IReadOnlyList<Citation> CitationsOf(DocumentKey key);

    /// <summary>Holds the present revision for reading while others write; null for a store that cannot, of which every read
    /// sees the newest revision.</summary>
    IStoreSnapshot? OpenSnapshot() => null;

    /// <summary>Takes what was removed out of the log of the last changes, too, where this process is the writer.</summary>
    /// <returns>False when somebody reads an older revision, so that it has to be tried again.</returns>
    bool ClearLog() => true;

    /// <summary>The citations of a document by others, newest citing document first.</summary>
    /// <param name="key">The cited document.</param>
    /// <param name="limit">At most so many.</param>
    IReadOnlyList<CitationRecord> CitedBy(DocumentKey key, int limit = 1000);

    /// <summary>The citations of a document by others without the sentences that prove them, which are read from the citing
    /// texts: for whoever asks about every document.</summary>
    /// <param name="key">The cited document.</param>
    IReadOnlyList<Citation> CitationsTo(DocumentKey key) => [.. CitedBy(key, int.MaxValue).Select(record => record.Citation)];

    /// <summary>What a document says of its own force: its references to itself with a day of effect or a last day.</summary>
    /// <param name="key">The document.</param>
    IReadOnlyList<Citation> OwnDays(DocumentKey key) =>
        [.. CitationsOf(key).Where(citation => citation is { IsSelf: true, IsNote: false } && (citation.Cited.Effective ?? citation.Cited.Ends) is not null)];

    /// <summary>Wanted documents, most cited first.</summary>
    /// <param name="limit">At most so many.</param>
    IReadOnlyList<StubRecord> Stubs(int limit);

    /// <summary>Citations that are linked to nothing, in the order of document and place.</summary>
    /// <param name="limit">At most so many.</param>
    IReadOnlyList<CitationRecord> OpenCitations(int limit);

    /// <summary>Every linked citation of every present document, self references left out: what a graph is made of.</summary>
    IReadOnlyList<Citation> Links();

    /// <summary>The latest change of every document that changed after a revision, oldest first.</summary>
    IReadOnlyList<DocumentChange> Changes(long sinceRevision);

    /// <summary>What the texts and headers of the documents with a text are, of those that changed after a revision in whatever way,
    /// in the order of their revisions.</summary>
    /// <param name="sinceRevision">0 for all documents.</param>
    IReadOnlyList<DocumentPrint> Prints(long sinceRevision);

    /// <summary>The source files in the order of their paths.</summary>
    /// <param name="limit">At most so many.</param>
    IReadOnlyList<StoredFile> Files(int limit = int.MaxValue);

    /// <summary>Tells of every source file in the order of their paths, one by one: there may be a million. What is notified of
    /// must bear being notified of twice, for a read that fails is begun again.</summary>
    void EachFile(Action<StoredFile> take);

    /// <summary>Whether everything that is stored of a file is what was written: its text, its documents, their citations.
    /// False for a path that is not known.</summary>
    bool IsSound(string path);

    /// <summary>One source file, or null.</summary>
    StoredFile? File(string path);

    /// <summary>Keys of the documents that a file holds, or a container with all that lies in it; none where the path is
    /// not known.</summary>
    /// <param name="path">Path of the file.</param>
    IReadOnlyList<DocumentKey> DocumentsOf(string path);

    /// <summary>Refused files, latest first.</summary>
    /// <param name="skip">How many to leave out before the first.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="withoutCode">Entries of this reason are left out; null for none.</param>
    IReadOnlyList<QuarantineEntry> Quarantine(int skip = 0, int limit = int.MaxValue, string? withoutCode = null);

    /// <summary>How many refused files there are.</summary>
    /// <param name="withoutCode">Entries of this reason are left out; null for none.</param>
    long CountQuarantine(string? withoutCode = null);

    /// <summary>Tells of every refused file, in no order, as <see cref="EachFile"/> does.</summary>
    void EachRefused(Action<QuarantineEntry> take);

    /// <summary>Takes a file out of quarantine, so that the next run tries it again.</summary>
    /// <returns>False when it was not there.</returns>
    bool Release(string path);

    /// <summary>Counts of the current revision.</summary>
    StoreStatistics Statistics();

    /// <summary>Checks the whole store: the database itself, the checksum of every text, every span against its
    /// text, every link. Reports damage, does not throw for it.</summary>
    /// <param name="ct">Stops between files.</param>
    StoreVerification Verify(CancellationToken ct = default);
}
