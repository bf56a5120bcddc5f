using Search.Citations;
using Search.Documents;
using Search.Store.Rules;

namespace Search.Store.Sqlite;

// Longer than most files because all statements that read stand together.
/// <summary>Everything that is read, on one connection: a reader's, or the writer's inside its transaction.</summary>
internal sealed class StoreQueries(PreparedStatements statements) : IDocumentRegistry
{
    private const int TitleCandidates = 256;

    /// <summary>Notified of rows that are not what was written and were left out.</summary>
    public Action<string> Note { get; init; } = static _ => { };

    /// <summary>The statements they run by.</summary>
    public PreparedStatements Statements => statements;

    /// <summary>What people made, on the same connection.</summary>
    public RecordQueries Records { get; } = new(statements);

    public long Revision => statements.Scalar<long>(
        "SELECT value FROM meta WHERE name = 'revision'");

    public DocumentRow? Row(string key) => statements.First<DocumentRow>(
        $"SELECT {DocumentRow.Columns} FROM documents d WHERE d.key = @key", new { key });

    public DocumentRow? ById(long id) => statements.First<DocumentRow>(
        $"SELECT {DocumentRow.Columns} FROM documents d WHERE d.id = @id", new { id });

    /// <summary>The row of a key, or of the document that a stub of that key became.</summary>
    public DocumentRow? RowOrAlias(string key) => Row(key) ?? statements.First<DocumentRow>(
        $"SELECT {DocumentRow.Columns} FROM aliases a JOIN documents d ON d.id = a.document_id WHERE a.key = @key",
        new { key });

    /// <summary>The row of the document that had a key before a better reading of its file gave it another.</summary>
    public DocumentRow? RowOfFormerKey(string key) => statements.First<DocumentRow>(
        $"SELECT {DocumentRow.Columns} FROM former_keys a JOIN documents d ON d.id = a.document_id WHERE a.key = @key",
        new { key });

    /// <summary>The row of a slug: of a present key, else of an alias, else of a former key.</summary>
    public DocumentRow? RowBySlug(string slug) => RowByPresentSlug(slug) ?? statements.First<DocumentRow>(
        $"SELECT {DocumentRow.Columns} FROM former_keys a JOIN documents d ON d.id = a.document_id WHERE a.slug = @slug ORDER BY d.key LIMIT 1",
        new { slug });

    private DocumentRow? RowByPresentSlug(string slug) => statements.First<DocumentRow>(
        $"""
        SELECT {DocumentRow.Columns} FROM documents d WHERE d.slug = @slug
        UNION ALL
        SELECT {DocumentRow.Columns} FROM aliases a JOIN documents d ON d.id = a.document_id WHERE a.slug = @slug
        ORDER BY 3 DESC, 2 LIMIT 1
        """,
        new { slug });

    public KnownDocument? Find(DocumentKey key) => RowOrAlias(key.Value)?.ToKnown();

    public IReadOnlyList<KnownDocument> FindByNumber(string canonicalNumber) => Known(
        $"SELECT {DocumentRow.Columns} FROM documents d WHERE d.number = @number ORDER BY d.key",
        new { number = canonicalNumber });

    public IReadOnlyList<KnownDocument> FindBySequence(string type, string sequence) => Known(
        $"SELECT {DocumentRow.Columns} FROM documents d WHERE d.type = @type AND d.sequence = @sequence ORDER BY d.key",
        new { type, sequence });

    public IReadOnlyList<KnownDocument> FindByTitle(string type, string title, int limit)
    {
        var words = TitleWords.Of(title);
        if (words.Count == 0)
        {
            return [];
        }

        // The database narrows by shared words; the share of the union ranks, so that a long title does not win by length.
        return
        [
            .. Known(
                $"""
                SELECT {DocumentRow.Columns} FROM documents d JOIN (
                  SELECT w.document_id AS id, count(*) AS shared FROM title_words w
                  WHERE w.type = @type AND w.word IN (SELECT value FROM json_each(@list))
                  GROUP BY w.document_id ORDER BY shared DESC, w.document_id LIMIT {TitleCandidates}) best ON best.id = d.id
                """,
                new { type, list = StoreJson.Write(words) })
                .Select(known => (Known: known, Score: TitleWords.Similarity(words, known.Title)))
                .OrderByDescending(found => found.Score)
                .ThenBy(found => found.Known.Key)
                .Take(limit)
                .Select(found => found.Known),
        ];
    }

    /// <exception cref="StoreDamagedException">What it is read from is not what was written.</exception>
    public DocumentRecord Record(DocumentRow row) => Record(row, path: null)!;

    /// <summary>The document as one of its files has it; as the one it is read from where no path is named.</summary>
    /// <exception cref="StoreDamagedException">What it is read from is not what was written.</exception>
    public DocumentRecord? Record(DocumentRow row, string? path)
    {
        var summary = row.Checked().ToSummary();
        if (summary.Status == DocumentStatus.Stub)
        {
            return path is null ? new DocumentRecord { Summary = summary, Revision = row.Revision } : null;
        }

        var sources = statements.Query<SourceRow>(
            $"SELECT {SourceRow.Columns} FROM {SourceRow.From} WHERE s.document_id = @Id ORDER BY s.active DESC, f.path, s.ordinal",
            new { row.Id });
        var active = sources.Find(source => source.Active == 1)
            ?? throw new StoreDamagedException(
                $"Văn bản '{row.Key}' không có nguồn trong kho; hãy chạy `search verify`. (A document has no source.)");
        active.Checked();
        if (path is not null)
        {
            if (sources.Find(source => string.Equals(source.Path, path, StringComparison.Ordinal)) is not { } named)
            {
                return null;
            }

            active = named.Checked();
        }

        // Many sources of one document can lie in one file: its text is read once.
        var texts = new Dictionary<long, string> { [active.FileId] = Text(active.FileId) };
        return new DocumentRecord
        {
            Summary = summary,
            Document = StoreJson.Read<Document>(active.Payload),
            SourceText = texts[active.FileId],
            Sources = [.. sources.Where(IsReadable).Select(source => source.ToSource(active, TextOf))],
            Revision = row.Revision,
        };

        bool IsReadable(SourceRow source)
        {
            try
            {
                return source.Checked() is var sound && TextOf(sound).Length >= 0;
            }
            catch (Exception error) when (error is StoreDamagedException or ArgumentOutOfRangeException)
            {
                Note(source.Path); // Another source of it; this document is read without it.
                return false;
            }
        }

        string TextOf(SourceRow source)
        {
            if (!texts.TryGetValue(source.FileId, out var text))
            {
                texts[source.FileId] = text = Text(source.FileId);
            }

            return text[(int)source.SpanStart..(int)source.SpanEnd];
        }
    }

    /// <summary>The document as its analysis found it; null where it is a stub or damaged.</summary>
    public Document? Analysis(string key)
    {
        if (statements.First<SourceRow>(
            $"SELECT {SourceRow.Columns} FROM {SourceRow.From} JOIN documents d ON d.id = s.document_id WHERE s.active = 1 AND d.key = @key",
            new { key }) is not { } source)
        {
            return null;
        }

        try
        {
            return StoreJson.Read<Document>(source.Checked().Payload);
        }
        catch (StoreDamagedException)
        {
            Note(source.Path);
            return null;
        }
    }

    /// <summary>The text of a file, checked against its checksum: damage is found, never served.</summary>
    public string Text(long fileId)
    {
        var (path, bytes, sha256) = statements.Query<(string Path, byte[] Bytes, string Sha256)>(
            "SELECT path, text, text_sha256 FROM files WHERE id = @fileId", new { fileId }) is [var row, ..]
            ? row
            : throw new StoreDamagedException("Một văn bản thiếu tệp nguồn trong kho; hãy chạy `search repair`. (The file of a document is missing; run `search repair`.)");
        if (!string.Equals(StoreValues.Sha256(bytes), sha256, StringComparison.Ordinal))
        {
            throw new StoreDamagedException(
                $"Bản chữ của '{path}' trong kho bị hỏng; hãy chạy `search repair`. (A stored text is damaged; run `search repair`.)");
        }

        return StoreValues.Text(bytes);
    }

    public ILookup<DocumentKey, string> SourcePaths() => statements.Query<(string Key, string Path)>(
            """
            SELECT DISTINCT d.key, f.path FROM sources s JOIN files f ON f.id = s.file_id JOIN documents d ON d.id = s.document_id
            ORDER BY d.key, f.path
            """,
            new { })
        .ToLookup(row => StoreValues.Key(row.Key), row => row.Path);

    public IReadOnlyDictionary<DocumentKey, string> PrintedNumbers() => statements.Query<(string Key, string Printed)>(
            """
            SELECT d.key, CASE WHEN json_valid(s.payload) THEN s.payload ->> '$.printedNumber' END AS printed FROM documents d JOIN sources s ON s.document_id = d.id AND s.active = 1
            WHERE d.number IS NOT NULL AND printed <> d.number
            """,
            new { })
        .ToDictionary(row => StoreValues.Key(row.Key), row => row.Printed);

    public IReadOnlyDictionary<DocumentKey, string> PrintedNumbersOf(IEnumerable<DocumentKey> keys) => statements.Query<(string Key, string Printed)>(
            """
            SELECT d.key, CASE WHEN json_valid(s.payload) THEN s.payload ->> '$.printedNumber' END AS printed FROM documents d JOIN sources s ON s.document_id = d.id AND s.active = 1
            WHERE d.key IN (SELECT value FROM json_each(@list)) AND printed IS NOT NULL
            """,
            new { list = StoreJson.Write(keys.Select(key => key.Value).ToArray()) })
        .ToDictionary(row => StoreValues.Key(row.Key), row => row.Printed);

    public IReadOnlyList<DocumentSummary> List(bool includeStubs)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        return
        [
            .. statements.Query<DocumentRow>(
                $"SELECT {DocumentRow.Columns} FROM documents d WHERE d.status = 1 OR @includeStubs ORDER BY d.key",
                new { includeStubs }).Where(IsSound).Select(row => row.ToSummary(known)),
        ];
    }

    public IReadOnlyList<Citation> CitationsOf(long documentId) =>
    [
        .. Citations("WHERE s.document_id = @documentId ORDER BY c.ordinal", new { documentId })
            .Select(citation => citation is { IsNote: true, Target.Key: var key } && Find(key) is { } known
                ? citation with { Target = new CitationTarget { Key = known.Key, Header = known.Header, Status = known.Status } }
                : citation),
    ];

    public IReadOnlyList<Citation> Links() => Citations(
        "WHERE c.target_id IS NOT NULL AND c.target_id <> d.id ORDER BY d.key, c.ordinal", null);

    public IReadOnlyList<CitationRecord> CitedBy(long documentId, int limit) => Sentences(
        "WHERE c.target_id = @documentId AND d.id <> @documentId ORDER BY d.date IS NULL, d.date DESC, d.key, c.ordinal LIMIT @limit",
        new { documentId, limit });

    public IReadOnlyList<Citation> CitationsTo(long documentId) => Citations(
        "WHERE c.target_id = @documentId AND d.id <> @documentId ORDER BY d.key, c.ordinal", new { documentId });

    public IReadOnlyList<Citation> OwnDays(long documentId) => Citations(
        """
        WHERE c.target_id = @documentId AND d.id = @documentId AND c.is_self = 1
          AND (instr(c.payload, '"effective":') > 0 OR instr(c.payload, '"ends":') > 0) ORDER BY c.ordinal
        """,
        new { documentId });

    public IReadOnlyList<CitationRecord> OpenCitations(int limit) => Sentences(
        "WHERE c.target_id IS NULL AND c.is_self < 2 ORDER BY d.key, c.ordinal LIMIT @limit", new { limit });

    public IReadOnlyList<StubRecord> Stubs(int limit) =>
    [
        .. statements.Query<DocumentRow>(
            $"""
            SELECT {DocumentRow.Columns},
              (SELECT count(*) FROM citations c JOIN sources s ON s.id = c.source_id AND s.active = 1
               WHERE c.target_id = d.id) AS Mentions
            FROM documents d WHERE d.status = 0 OR (d.is_abstract = 1 AND d.cited_by > 0) ORDER BY d.cited_by DESC, Mentions DESC, d.key LIMIT @limit
            """,
            new { limit }).Where(IsSound).Select(row => new StubRecord(row.ToSummary(), (int)row.CitedBy, (int)row.Mentions)),
    ];

    public IReadOnlyList<DocumentChange> Changes(long since) =>
    [
        .. statements.Query<(string Key, long Revision, long Removed)>(
            """
            SELECT key, revision, 0 FROM documents WHERE revision > @since
            UNION ALL SELECT key, revision, 1 FROM tombstones WHERE revision > @since
            ORDER BY 2, 1
            """,
            new { since }).Select(row => new DocumentChange(StoreValues.Key(row.Key), row.Revision, row.Removed != 0)),
    ];

    public IReadOnlyList<DocumentPrint> Prints(long since) =>
    [
        .. statements.Query<(string Key, long Revision, string Text, string Header)>(
            """
            SELECT d.key, d.revision, s.text_sha256,
              concat_ws(char(10), d.key, d.type, d.issuer, d.province, d.title)
            FROM documents d JOIN sources s ON s.document_id = d.id AND s.active = 1 WHERE d.revision > @since ORDER BY d.revision, d.key
            """,
            new { since }).Select(row => new DocumentPrint(StoreValues.Key(row.Key), row.Revision, row.Text[..16], StoreValues.Sha256(row.Header)[..8])),
    ];

    public IReadOnlyList<StoredFile> Files(int limit) => Files("ORDER BY f.path LIMIT @limit", new { limit });

    /// <returns>How many.</returns>
    public int EachFile(Action<StoredFile> take) =>
        statements.Each<FileRow>($"SELECT {FileRow.Columns} FROM files f ORDER BY f.path", row => take(row.ToFile()));

    public StoredFile? File(string path) => Files("WHERE f.path = @path", new { path }).FirstOrDefault();

    public IReadOnlyList<DocumentKey> DocumentsOf(string path) =>
    [
        .. statements.Query<string>(
            """
            SELECT DISTINCT d.key FROM files f JOIN sources s ON s.file_id = f.id JOIN documents d ON d.id = s.document_id
            WHERE f.path = @path OR substr(f.path, 1, length(@inner)) = @inner ORDER BY d.key
            """,
            new { path, inner = path + "!/" }).Select(StoreValues.Key),
    ];

    /// <summary>Whether everything that is stored of a file is what was written: its row, its text, its documents and their citations.</summary>
    public bool IsSoundFile(string path)
    {
        if (statements.Query<(long Id, byte[] Bytes, string Sha256, long IsSound)>(
            $"SELECT f.id, f.text, f.text_sha256, {DigestedTables.IsSound("f", DigestedTables.Files)} FROM files f WHERE f.path = @path",
            new { path }) is not [var file, ..])
        {
            return false;
        }

        return file.IsSound != 0
            && string.Equals(StoreValues.Sha256(file.Bytes), file.Sha256, StringComparison.Ordinal)
            && statements.Scalar<long>(
                $"""
                SELECT (SELECT count(*) FROM sources s WHERE s.file_id = @Id AND NOT {DigestedTables.IsSound("s", DigestedTables.Sources)})
                  + (SELECT count(*) FROM sources s JOIN citations c ON c.source_id = s.id
                     WHERE s.file_id = @Id AND NOT {DigestedTables.IsSound("c", DigestedTables.Citations)})
                  + (SELECT count(*) FROM sources s JOIN documents d ON d.id = s.document_id
                     WHERE s.file_id = @Id AND NOT {DigestedTables.IsSound("d", DigestedTables.Documents)})
                """,
                new { file.Id }) == 0;
    }

    public IReadOnlyList<SourceRoot> Roots() => [.. statements.Query<(string Name, string Folder)>(
        "SELECT name, folder FROM roots ORDER BY name")
        .Select(row => new SourceRoot(row.Name, row.Folder))];

    public IReadOnlyList<QuarantineEntry> Quarantine(int skip, int limit, string? withoutCode) =>
    [
        .. statements.Query<QuarantineRow>(
            $"""
            SELECT {QuarantineRow.Columns} FROM quarantine WHERE code IS NOT @withoutCode
            ORDER BY at DESC, path LIMIT @limit OFFSET @skip
            """,
            new { withoutCode, limit, skip })
            .Select(row => row.ToEntry()),
    ];

    public long CountQuarantine(string? withoutCode) => statements.Scalar<long>(
        "SELECT count(*) FROM quarantine WHERE code IS NOT @withoutCode", new { withoutCode });

    /// <returns>How many.</returns>
    public int EachRefused(Action<QuarantineEntry> take) =>
        statements.Each<QuarantineRow>($"SELECT {QuarantineRow.Columns} FROM quarantine", row => take(row.ToEntry()));

    public StoreStatistics Statistics(long bytes)
    {
        var row = statements.Query<(long Files, long Present, long Stubs, long Citations, long Open, long Refused)>(
            """
            SELECT (SELECT count(*) FROM files), (SELECT count(*) FROM documents WHERE status = 1),
              (SELECT count(*) FROM documents WHERE status = 0),
              (SELECT count(*) FROM citations c JOIN sources s ON s.id = c.source_id AND s.active = 1 WHERE c.is_self < 2),
              (SELECT count(*) FROM citations c JOIN sources s ON s.id = c.source_id AND s.active = 1
               WHERE c.target_id IS NULL AND c.is_self < 2),
              (SELECT count(*) FROM quarantine)
            """)[0];
        return new StoreStatistics(
            Revision, row.Files, row.Present, row.Stubs, row.Citations, row.Open, row.Refused, bytes);
    }

    private List<StoredFile> Files(string where, object? arguments) =>
    [
        .. statements.Query<FileRow>($"SELECT {FileRow.Columns} FROM files f {where}", arguments)
            .Select(row => row.ToFile()),
    ];

    private List<KnownDocument> Known(string sql, object arguments) =>
        [.. statements.Query<DocumentRow>(sql, arguments).Select(row => row.ToKnown())];

    private List<Citation> Citations(string where, object? arguments) =>
    [
        .. statements.Query<CitationRow>(
            $"SELECT {CitationRow.Columns} FROM {CitationRow.From} {where}", arguments)
            .Where(IsSound).Select(row => row.ToCitation()),
    ];

    private List<CitationRecord> Sentences(string where, object arguments)
    {
        var rows = statements.Query<CitationRow>(
            $"SELECT {CitationRow.Columns}, s.file_id AS FileId FROM {CitationRow.From} {where}", arguments);
        var texts = new Dictionary<long, string>();
        var summaries = new Dictionary<string, DocumentSummary>(StringComparer.Ordinal);
        var records = new List<CitationRecord>(rows.Count);
        foreach (var row in rows.Where(IsSound))
        {
            try
            {
                if (!texts.TryGetValue(row.FileId, out var text))
                {
                    texts[row.FileId] = text = Text(row.FileId);
                }

                if (!summaries.TryGetValue(row.Citing, out var citing))
                {
                    summaries[row.Citing] = citing = Row(row.Citing)!.Checked().ToSummary();
                }

                var citation = row.ToCitation();
                records.Add(new CitationRecord(citing, citation, (citation.Evidence ?? citation.Span).Slice(text)));
            }
            catch (StoreDamagedException)
            {
                Note(row.Citing); // One citing document is damaged; the others are not.
            }
        }

        return records;
    }

    private bool IsSound(DocumentRow row)
    {
        if (row.IsSound == 0)
        {
            Note(row.Key);
        }

        return row.IsSound != 0;
    }

    private bool IsSound(CitationRow row)
    {
        if (row.IsSound == 0)
        {
            Note(row.Citing);
        }

        return row.IsSound != 0;
    }
}
