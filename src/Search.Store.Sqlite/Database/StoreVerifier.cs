using Dapper;
using Microsoft.Data.Sqlite;
using Search.Documents;
using Search.Text;
using Search.Store.Rules;

namespace Search.Store.Sqlite;

/// <summary>Checks everything that can be checked, from the pages up to what a citation's span says.</summary>
internal sealed class StoreVerifier(SqliteConnection connection)
{
    private const int MaxProblems = 1000;

    private readonly List<StoreProblem> _problems = [];
    private long _files;
    private long _documents;
    private long _citations;

    public StoreVerification Verify(CancellationToken ct)
    {
        try
        {
            using var snapshot = connection.BeginTransaction(deferred: true);
            CheckDatabase();
            CheckDigests(ct);
            CheckTexts(ct);
            CheckLinks();
            CheckTitleWords(ct);
        }
        catch (Exception error) when (error is not (OperationCanceledException or OutOfMemoryException))
        {
            // Damage can make anything of a page; the check says so and does not fall.
            Add("database", "", error.Message);
        }

        return new StoreVerification(_files, _documents, _citations, _problems);
    }

    private void CheckDatabase()
    {
        foreach (var line in connection.Query<string>("PRAGMA integrity_check(100);").Where(line => line is not "ok"))
        {
            Add("database", "", line);
        }

        foreach (var (table, row) in connection.Query<(string Table, long? Row)>(
            "SELECT \"table\", rowid FROM pragma_foreign_key_check();"))
        {
            Add("link", $"{table} {row}", "refers to a row that is not there");
        }
    }

    private void CheckDigests(CancellationToken ct)
    {
        foreach (var (table, subject, columns) in DigestedTables.All)
        {
            ct.ThrowIfCancellationRequested();
            foreach (var name in connection.Query<string>(
                $"SELECT CAST({subject} AS TEXT) FROM {table} WHERE digest IS NOT row_digest({columns}) LIMIT {MaxProblems};"))
            {
                Add("checksum", $"{table} {name}", "the row is not what was written");
            }
        }
    }

    private void CheckTexts(CancellationToken ct)
    {
        foreach (var id in connection.Query<long>("SELECT id FROM files ORDER BY path").AsList())
        {
            ct.ThrowIfCancellationRequested();
            _files++;
            var file = connection.QuerySingle<(string Path, byte[] Bytes, string Sha256)>(
                "SELECT path, text, text_sha256 FROM files WHERE id = @id", new { id });
            if (!string.Equals(StoreValues.Sha256(file.Bytes), file.Sha256, StringComparison.Ordinal))
            {
                Add("checksum", file.Path, "the stored text is not what was written");
                continue;
            }

            var text = StoreValues.Text(file.Bytes);
            foreach (var source in connection.Query<SourceRow>(
                $"SELECT {SourceRow.Columns} FROM {SourceRow.From} WHERE s.file_id = @id", new { id }))
            {
                CheckSource(source, text);
            }
        }
    }

    private void CheckSource(SourceRow source, string text)
    {
        _documents++;
        var document = StoreJson.Read<Document>(source.Payload);
        var spans = document.Passages.Select(passage => passage.Span)
            .Concat(document.Outline.Select(section => section.Span))
            .Concat(document.Parts.Select(part => part.Span))
            .Concat(new[] { document.TitleSpan, document.BodySpan }.OfType<TextSpan>())
            .Append(document.Span);
        foreach (var span in spans.Where(span => span.Start < 0 || span.End > text.Length || span.Start > span.End))
        {
            Add("span", document.Key.Value, $"{span} reaches past the source");
        }

        foreach (var payload in connection.Query<string>(
            "SELECT payload FROM citations WHERE source_id = @Id", new { source.Id }))
        {
            _citations++;
            var citation = StoreJson.Read<CitationPayload>(payload);
            if (citation.Span.Start < 0 || citation.Span.End > text.Length
                || !text.AsSpan(citation.Span.Start, citation.Span.Length).SequenceEqual(citation.Text))
            {
                Add("span", document.Key.Value, $"the citation at {citation.Span} is not the source's text there");
            }
        }
    }

    private void CheckLinks()
    {
        Rows("link", "a present document has no source it is read from", """
            SELECT key FROM documents d WHERE status <> (SELECT count(*) FROM sources s
            WHERE s.document_id = d.id AND s.active = 1)
            """);
        Rows("link", "the count of citing documents is wrong", """
            SELECT key FROM documents d WHERE cited_by <> (SELECT count(DISTINCT s.document_id) FROM citations c
            JOIN sources s ON s.id = c.source_id AND s.active = 1 WHERE c.target_id = d.id AND s.document_id <> d.id)
            """);
        Rows("revision", "is of a revision the store has not reached", """
            SELECT key FROM documents WHERE revision > (SELECT value FROM meta WHERE name = 'revision')
            UNION ALL SELECT key FROM tombstones WHERE revision > (SELECT value FROM meta WHERE name = 'revision')
            """);
        Rows("revision", "is both there and removed", "SELECT key FROM documents JOIN tombstones USING (key)");
    }

    /// <summary>Title words say nothing of their own: what they should be is in the titles. They lie in the order of the
    /// words, so that what is kept of each document's is a count and a sum.</summary>
    private void CheckTitleWords(CancellationToken ct)
    {
        var found = new Dictionary<long, (int Words, long Sum)>();
        foreach (var (id, type, word) in connection.Query<(long Id, string Type, string Word)>(
            "SELECT document_id, type, word FROM title_words", buffered: false))
        {
            var (words, sum) = found.GetValueOrDefault(id);
            found[id] = (words + 1, sum + HashCode.Combine(type, word));
        }

        foreach (var (id, key, type, title) in connection.Query<(long Id, string Key, string? Type, string? Title)>(
            "SELECT id, key, type, title FROM documents ORDER BY key", buffered: false))
        {
            ct.ThrowIfCancellationRequested();
            var words = TitleWords.Of(type, title);
            found.Remove(id, out var stored);
            if (stored != (words.Count, words.Sum(word => (long)HashCode.Combine(type, word))))
            {
                Add("link", key, "the words it is found by are not those of its title");
            }
        }

        if (found.Count > 0)
        {
            Add("link", "title_words", "there are words of documents that are not there");
        }
    }

    private void Rows(string kind, string message, string sql)
    {
        foreach (var key in connection.Query<string>(sql))
        {
            Add(kind, key, message);
        }
    }

    private void Add(string kind, string subject, string message)
    {
        if (_problems.Count < MaxProblems)
        {
            _problems.Add(new StoreProblem(kind, subject, message));
        }
    }
}
