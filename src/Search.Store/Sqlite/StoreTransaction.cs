using System.Globalization;
using Microsoft.Data.Sqlite;
using Search.Citations;
using Search.Documents;

namespace Search.Store.Sqlite;

/// <summary>
/// One change of the store, all or nothing. What a document cites is noted when it is first touched and once more at
/// the end; the difference moves the counters of the cited documents, so that no transaction counts a popular
/// document's citations anew.
/// </summary>
internal sealed class StoreTransaction : IDisposable
{
    /// <summary>A relinked document can make a new stub that others have been waiting for; this ends a circle.</summary>
    private const int MaxRelinkRounds = 4;

    private readonly PreparedStatements _statements;
    private readonly SqliteTransaction _transaction;
    private readonly StoreQueries _queries;
    private readonly StubFacts _facts;
    private readonly ICitationLinker _linker;
    private readonly Dictionary<long, HashSet<long>> _before = [];
    private readonly Dictionary<long, Document> _fresh = [];
    private readonly SortedSet<long> _arrived = [];
    private readonly List<DocumentKey> _arrivedStubs = [];
    private readonly long _revision;

    public StoreTransaction(StoreSession writer, StubFacts facts, ICitationLinker linker)
    {
        _statements = writer.Statements;
        _transaction = writer.Begin(deferred: false);
        _queries = new StoreQueries(_statements);
        _facts = facts;
        _linker = linker;
        _revision = _queries.Revision + 1;
    }

    public ReplaceResult Replace(SourceRecord file, IReadOnlyList<AnalyzedDocument> documents)
    {
        var fileId = WriteFile(ClearFile(file.Path), file);
        for (var i = 0; i < documents.Count; i++)
        {
            WriteSource(fileId, i, file.Text, documents[i]);
        }

        Execute("DELETE FROM quarantine WHERE path = @Path", new { file.Path });
        var relinked = Finish();
        return new ReplaceResult(
            _revision, [.. documents.Select(document => document.Document.Key)], _arrivedStubs, relinked);
    }

    public bool Remove(string path)
    {
        if (ClearFile(path) is not { } fileId)
        {
            return false;
        }

        Execute("DELETE FROM files WHERE id = @fileId", new { fileId });
        Finish();
        return true;
    }

    public bool Move(string oldPath, string newPath)
    {
        var moved = FileId(newPath) is null
            && Execute("UPDATE files SET path = @newPath WHERE path = @oldPath", new { oldPath, newPath }) == 1;
        if (moved)
        {
            Execute("DELETE FROM quarantine WHERE path = @newPath", new { newPath });
            Finish();
        }

        return moved;
    }

    public void AddToQuarantine(QuarantineEntry entry, bool takeOut)
    {
        if (takeOut && ClearFile(entry.Path) is { } fileId)
        {
            Execute("DELETE FROM files WHERE id = @fileId", new { fileId });
        }

        Execute(
            """
            INSERT INTO quarantine(path, sha256, size, modified, step, code, reason, reason_english, at, attempts)
            VALUES (@Path, @Sha256, @Size, @modified, @Step, @Code, @Reason, @ReasonEnglish, @at, @Attempts)
            ON CONFLICT(path) DO UPDATE SET sha256 = excluded.sha256, size = excluded.size,
              modified = excluded.modified, step = excluded.step, code = excluded.code, reason = excluded.reason,
              reason_english = excluded.reason_english, at = excluded.at, attempts = attempts + 1
            """,
            new
            {
                entry.Path,
                entry.Sha256,
                entry.Size,
                modified = entry.Modified.UtcTicks,
                entry.Step,
                entry.Code,
                entry.Reason,
                entry.ReasonEnglish,
                at = entry.At.UtcTicks,
                entry.Attempts,
            });
        Finish();
    }

    public bool Release(string path)
    {
        var released = Execute("DELETE FROM quarantine WHERE path = @path", new { path }) == 1;
        if (released) Finish();
        return released;
    }

    /// <summary>Changes no document, so the revision stays and no index has to follow.</summary>
    public bool TouchFile(string path, DateTimeOffset modified)
    {
        var touched = Execute(
            "UPDATE files SET modified = @ticks WHERE path = @path", new { path, ticks = modified.UtcTicks }) == 1;
        _transaction.Commit();
        return touched;
    }

    public SourceRoot AddRoot(string folder)
    {
        var roots = _queries.Roots();
        if (roots.FirstOrDefault(root => string.Equals(root.Folder, folder, StringComparison.Ordinal)) is { } known)
        {
            return known;
        }

        var own = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)) is { Length: > 0 } last ? last : "root";
        var name = own;
        for (var i = 2; roots.Any(root => IsTaken(root, name)); i++)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{own}~{i}");
        }

        Execute(
            "INSERT INTO roots(name, folder) VALUES (@name, @folder) ON CONFLICT(name) DO UPDATE SET folder = @folder",
            new { name, folder });
        _transaction.Commit();
        return new SourceRoot(name, folder);
    }

    public void Dispose() => _transaction.Dispose();

    /// <summary>A folder that is no longer there has been moved: the one of its name takes its place.</summary>
    private static bool IsTaken(SourceRoot root, string name) =>
        string.Equals(root.Name, name, StringComparison.Ordinal) && Directory.Exists(root.Folder);

    private int Finish()
    {
        foreach (var id in _before.Keys.ToList()) Settle(id);
        var relinked = 0;
        for (var round = 0; round < MaxRelinkRounds && _arrived.Count > 0; round++)
        {
            var arrived = _arrived.ToList();
            _arrived.Clear();
            foreach (var id in arrived) AbsorbVaguerStubs(id);
            foreach (var citing in Waiting(arrived)) relinked += Relink(citing);
        }

        Recount();
        Execute("UPDATE meta SET value = @_revision WHERE name = 'revision'", new { _revision });
        _transaction.Commit();
        return relinked;
    }

    private long? FileId(string path) => _statements.Scalar<long?>(
        "SELECT id FROM files WHERE path = @path", new { path });

    /// <summary>Takes out what a file held; the file's row stays.</summary>
    private long? ClearFile(string path)
    {
        if (FileId(path) is not { } fileId)
        {
            return null;
        }

        foreach (var id in Query<long>("SELECT DISTINCT document_id FROM sources WHERE file_id = @fileId", new { fileId }))
        {
            Touch(id);
        }

        Execute("DELETE FROM sources WHERE file_id = @fileId", new { fileId });
        return fileId;
    }

    private long WriteFile(long? fileId, SourceRecord file)
    {
        var text = StoreValues.Bytes(file.Text);
        var row = new
        {
            fileId,
            file.Path,
            file.Sha256,
            file.Size,
            modified = file.Modified.UtcTicks,
            file.Encoding,
            text,
            textSha256 = StoreValues.Sha256(text),
            at = file.IngestedAt.UtcTicks,
        };
        if (fileId is { } known)
        {
            Execute(
                """
                UPDATE files SET sha256 = @Sha256, size = @Size, modified = @modified, encoding = @Encoding,
                  text = @text, text_sha256 = @textSha256, ingested_at = @at WHERE id = @fileId
                """,
                row);
            return known;
        }

        return Insert(
            """
            INSERT INTO files(path, sha256, size, modified, encoding, text, text_sha256, ingested_at)
            VALUES (@Path, @Sha256, @Size, @modified, @Encoding, @text, @textSha256, @at) RETURNING id
            """,
            row);
    }

    private void WriteSource(long fileId, int ordinal, string text, AnalyzedDocument analyzed)
    {
        var document = analyzed.Document;
        var documentId = Ensure(document.Key);
        Touch(documentId);
        var sourceId = Insert(
            """
            INSERT INTO sources(document_id, file_id, ordinal, is_abstract, span_start, span_end, text_sha256, payload)
            VALUES (@documentId, @fileId, @ordinal, @IsAbstract, @start, @end, @textSha256, @payload) RETURNING id
            """,
            new
            {
                documentId,
                fileId,
                ordinal,
                document.IsAbstract,
                start = document.Span.Start,
                end = document.Span.End,
                textSha256 = StoreValues.Sha256(document.Span.Slice(text)),
                payload = StoreJson.Write(document),
            });
        _fresh[sourceId] = document;
        for (var i = 0; i < analyzed.Citations.Count; i++)
        {
            WriteCitation(sourceId, i, analyzed.Citations[i]);
        }
    }

    private void WriteCitation(long sourceId, int ordinal, Citation citation) => Execute(
        """
        INSERT INTO citations(source_id, ordinal, target_id, is_self, cited_number, cited_type, cited_sequence,
          titled_type, payload)
        VALUES (@sourceId, @ordinal, @target, @IsSelf, @number, @Type, @sequence, @titledType, @payload)
        """,
        new
        {
            sourceId,
            ordinal,
            target = Target(citation),
            citation.IsSelf,
            number = citation.Cited.Docket?.Canonical,
            citation.Cited.Type,
            sequence = citation.Cited.Sequence ?? citation.Cited.Docket?.Sequence,
            titledType = citation is { Form: CitationForm.Unnumbered, Cited.Title: not null } ? citation.Cited.Type : null,
            payload = StoreJson.Write(CitationPayload.From(citation)),
        });

    private long? Target(Citation citation)
    {
        if (citation.Target is not { } target)
        {
            return null;
        }

        var id = Ensure(target.Key);
        Enrich(id, _facts.Of(target, citation.Cited));
        return id;
    }

    /// <summary>The row of a key; a new row starts as a stub. An old key of a stub leads to what the stub became.</summary>
    private long Ensure(DocumentKey key)
    {
        var known = _statements.Scalar<long?>(
            """
            SELECT id FROM documents WHERE key = @Value
            UNION ALL SELECT document_id FROM aliases WHERE key = @Value LIMIT 1
            """,
            new { key.Value });
        if (known is { } id)
        {
            return id;
        }

        id = Insert(
            """
            INSERT INTO documents(key, slug, status, date, province_id, revision)
            VALUES (@Value, @Slug, 0, @date, @place, @_revision) RETURNING id
            """,
            new
            {
                key.Value,
                key.Slug,
                date = StoreValues.Day(key.Date),
                place = string.Equals(key.Place, DocumentKey.Unknown, StringComparison.Ordinal) ? null : key.Place,
                _revision,
            });
        Execute("DELETE FROM tombstones WHERE key = @Value", new { key.Value });
        _arrived.Add(id);
        return id;
    }

    /// <summary>Notes what a document cites before anything about it changes.</summary>
    private void Touch(long id)
    {
        if (!_before.ContainsKey(id)) _before[id] = Targets(id);
    }

    private HashSet<long> Targets(long id) =>
    [
        .. Query<long>(
            """
            SELECT DISTINCT c.target_id FROM sources s JOIN citations c ON c.source_id = s.id
            WHERE s.document_id = @id AND s.active = 1 AND c.target_id IS NOT NULL AND c.target_id <> @id
            """,
            new { id }),
    ];

    /// <summary>Decides which of its sources a document is read from: the document before an abstract of it, the
    /// longer text before the shorter, then the first path, so that the order of arrival does not matter.</summary>
    private void Settle(long id)
    {
        var active = _statements.First<SourceRow>(
            $"""
            SELECT {SourceRow.Columns} FROM {SourceRow.From} WHERE s.document_id = @id
            ORDER BY s.is_abstract, s.span_end - s.span_start DESC, f.path, s.ordinal LIMIT 1
            """,
            new { id });
        if (active is null)
        {
            BecomeStub(id);
            return;
        }

        if (active.Active == 0)
        {
            Execute("UPDATE sources SET active = 0 WHERE document_id = @id AND active = 1", new { id });
            Execute("UPDATE sources SET active = 1 WHERE id = @Id", new { active.Id });
        }

        var row = ById(id);
        var document = _fresh.GetValueOrDefault(active.Id) ?? StoreJson.Read<Document>(active.Payload);
        if (row.Status == 0)
        {
            // A row that is new in this transaction is in _arrived already: it was no stub before.
            if (_arrived.Add(id)) _arrivedStubs.Add(document.Key);
        }

        Execute(
            """
            UPDATE documents SET status = 1, number = @number, sequence = @sequence, type = @Type, issuer = @Issuer,
              level = @Level, province = @Province, province_id = @ProvinceId, date = @date, term = @Term,
              title = @Title, is_abstract = @IsAbstract, revision = @_revision WHERE id = @id
            """,
            new
            {
                id,
                number = document.Docket?.Canonical,
                sequence = document.Docket?.Sequence,
                document.Type,
                document.Issuer,
                document.Level,
                document.Province,
                document.ProvinceId,
                date = StoreValues.Day(document.Date),
                document.Term,
                document.Title,
                document.IsAbstract,
                _revision,
            });
        WriteTitleWords(id, document.Type, document.Title);
    }

    private void BecomeStub(long id)
    {
        var row = ById(id);
        if (row.Status == 0)
        {
            return;
        }

        // What its own text said of it goes with the text; number, place and date are in the key, the rest in citations.
        Execute(
            """
            UPDATE documents SET status = 0, issuer = NULL, level = NULL, province = NULL, term = NULL, title = NULL,
              is_abstract = 0, revision = @_revision WHERE id = @id
            """,
            new { id, _revision });
        WriteTitleWords(id, null, null);
        foreach (var payload in Query<string>("SELECT payload FROM citations WHERE target_id = @id", new { id }))
        {
            var key = StoreValues.Key(row.Key);
            Enrich(id, _facts.Of(key, StoreJson.Read<CitationPayload>(payload).Cited));
        }
    }

    /// <summary>Adds to a stub what one more citation says. The greater of two values stays, so that the order in
    /// which citations come does not matter.</summary>
    private void Enrich(long id, StubFact fact)
    {
        var row = ById(id);
        if (row.Status == 1)
        {
            return;
        }

        var merged = fact.Merge(row);
        if (merged.IsSame(row))
        {
            return;
        }

        Execute(
            """
            UPDATE documents SET number = @Number, sequence = @Sequence, type = @Type, issuer = @Issuer, term = @Term,
              title = @Title, level = @Level, province = @Province, revision = @_revision WHERE id = @id
            """,
            new
            {
                id,
                merged.Number,
                merged.Sequence,
                merged.Type,
                merged.Issuer,
                merged.Term,
                merged.Title,
                merged.Level,
                merged.Province,
                _revision,
            });
        WriteTitleWords(id, merged.Type, merged.Title);
    }

    private void WriteTitleWords(long id, string? type, string? title)
    {
        Execute("DELETE FROM title_words WHERE document_id = @id", new { id });
        if (type is null)
        {
            return;
        }

        Execute(
            "INSERT INTO title_words(type, word, document_id) SELECT @type, value, @id FROM json_each(@words)",
            new { type, words = StoreJson.Write(TitleWords.Of(title)), id });
    }

    /// <summary>Stubs of the same number whose key says less, and which the linker takes for this document.</summary>
    private void AbsorbVaguerStubs(long id)
    {
        var row = ById(id);
        if (row.Number is null)
        {
            return;
        }

        var known = row.ToKnown();
        foreach (var stub in Query<DocumentRow>(
            $"SELECT {DocumentRow.Columns} FROM documents d WHERE d.number = @Number AND d.status = 0 AND d.id <> @id ORDER BY d.key",
            new { row.Number, id }))
        {
            if (_linker.IsSame(stub.ToKnown(), known, _queries)) Absorb(stub, id);
        }
    }

    private void Absorb(DocumentRow stub, long id)
    {
        foreach (var citing in Query<long>(
            "SELECT DISTINCT s.document_id FROM citations c JOIN sources s ON s.id = c.source_id WHERE c.target_id = @Id",
            new { stub.Id }))
        {
            Touch(citing);
        }

        Execute("UPDATE citations SET target_id = @id WHERE target_id = @stub", new { id, stub = stub.Id });
        Execute("UPDATE aliases SET document_id = @id WHERE document_id = @stub", new { id, stub = stub.Id });
        var key = StoreValues.Key(stub.Key);
        Execute(
            "INSERT OR REPLACE INTO aliases(key, slug, document_id) VALUES (@Value, @Slug, @id)",
            new { key.Value, key.Slug, id });
        Delete(stub.Id, stub.Key);
        _arrivedStubs.Add(key);
    }

    private void Delete(long id, string key)
    {
        Execute("DELETE FROM documents WHERE id = @id", new { id });
        Execute(
            "INSERT OR REPLACE INTO tombstones(key, revision) VALUES (@key, @_revision)", new { key, _revision });
        _before.Remove(id);
        _arrived.Remove(id);
    }

    /// <summary>Documents with a mention that is open, or linked to a stub, and that could mean a newcomer.</summary>
    private SortedSet<long> Waiting(IReadOnlyList<long> arrived)
    {
        const string Select = """
            SELECT DISTINCT s.document_id FROM citations c
            JOIN sources s ON s.id = c.source_id AND s.active = 1
            LEFT JOIN documents t ON t.id = c.target_id
            WHERE s.document_id <> @Id AND (t.id IS NULL OR (t.status = 0 AND t.id <> @Id)) AND
            """;
        var waiting = new SortedSet<long>();
        foreach (var id in arrived)
        {
            var row = _statements.First<DocumentRow>(
                $"SELECT {DocumentRow.Columns} FROM documents d WHERE d.id = @id", new { id });
            if (row is null)
            {
                continue;
            }

            if (Docket.TryParse(row.Number, out var docket))
            {
                waiting.UnionWith(Query<long>($"{Select} c.cited_number = @Number", row));
                waiting.UnionWith(Query<long>(
                    $"{Select} c.cited_type = @Type AND c.cited_sequence = @Sequence AND c.cited_number IS NULL",
                    new { row.Id, row.Type, docket.Sequence }));
            }

            if (row is { Type: not null, Title: not null })
            {
                waiting.UnionWith(Query<long>($"{Select} c.titled_type = @Type", row));
            }
        }

        return waiting;
    }

    private int Relink(long citing)
    {
        if (_queries.Record(ById(citing)) is not { Document: { } document, SourceText: { } source })
        {
            return 0;
        }

        if (_linker.Relink(document, source, _queries) is not { } after)
        {
            return 0;
        }

        var before = _queries.CitationsOf(citing);
        if (before.Select(Form).SequenceEqual(after.Select(Form), StringComparer.Ordinal))
        {
            return 0;
        }

        Touch(citing);
        var sourceId = Query<long>("SELECT id FROM sources WHERE document_id = @citing AND active = 1", new { citing })[0];
        Execute("DELETE FROM citations WHERE source_id = @sourceId", new { sourceId });
        for (var i = 0; i < after.Count; i++) WriteCitation(sourceId, i, after[i]);
        var targets = before.DistinctBy(citation => citation.Span)
            .ToDictionary(citation => citation.Span, citation => citation.Target?.Key);
        return after.Count(citation => citation.Target is { } target && !Equals(target.Key, targets.GetValueOrDefault(citation.Span)));
    }

    /// <summary>All that is stored of a citation, to tell whether anything changed.</summary>
    private static string Form(Citation citation) =>
        $"{citation.Target?.Key} {citation.IsSelf} {StoreJson.Write(CitationPayload.From(citation))}";

    /// <summary>Moves the counters of cited documents by what changed; a stub that nobody cites any more goes.</summary>
    private void Recount()
    {
        var moved = new SortedDictionary<long, int>();
        foreach (var (citing, before) in _before)
        {
            var after = Targets(citing);
            foreach (var id in before.Where(id => !after.Contains(id))) moved[id] = moved.GetValueOrDefault(id) - 1;
            foreach (var id in after.Where(id => !before.Contains(id))) moved[id] = moved.GetValueOrDefault(id) + 1;
        }

        foreach (var (id, by) in moved.Where(change => change.Value != 0))
        {
            Execute(
                "UPDATE documents SET cited_by = cited_by + @by, revision = @_revision WHERE id = @id",
                new { id, by, _revision });
        }

        // A citation of a source that is not read from still needs its target's row.
        foreach (var (id, key) in Query<(long Id, string Key)>(
            """
            SELECT d.id, d.key FROM documents d WHERE d.status = 0 AND d.cited_by = 0
            AND NOT EXISTS (SELECT 1 FROM citations c WHERE c.target_id = d.id)
            """,
            null))
        {
            Delete(id, key);
        }
    }

    private DocumentRow ById(long id) => _statements.First<DocumentRow>(
        $"SELECT {DocumentRow.Columns} FROM documents d WHERE d.id = @id", new { id })!;

    private int Execute(string sql, object? arguments) => _statements.Execute(sql, arguments);

    private long Insert(string sql, object arguments) => _statements.Scalar<long>(sql, arguments);

    private List<T> Query<T>(string sql, object? arguments) =>
        _statements.Query<T>(sql, arguments);
}
