using Search.Documents;
using Search.Store.Rules;

namespace Search.Store.Sqlite.Writing;

/// <summary>
/// Mends what follows from other rows, so that only files whose own text, documents or citations are damaged have to be
/// read again. What cannot be known any more goes: an old key, a tombstone, a refusal; the next run finds them again.
/// </summary>
internal sealed class StoreMender(WriteContext context, DocumentWriter documents)
{
    private const string Unsound = "digest IS NOT row_digest";

    /// <summary>Mends rows inside the current transaction.</summary>
    /// <returns>How many rows were written again or taken out.</returns>
    public int Mend()
    {
        var mended = 0;
        foreach (var (table, _, columns) in DigestedTables.All.Where(table => table.Table is "roots" or "aliases" or "former_keys" or "tombstones" or "quarantine"))
        {
            mended += context.Execute($"DELETE FROM {table} WHERE {Unsound}({columns})", null);
        }

        // An account or a correction that cannot be read any more goes, too; of the audit log nothing does.
        mended += context.Execute($"DELETE FROM records WHERE kind <> 'audit' AND {Unsound}({DigestedTables.Records})", null);
        mended += MendDocuments();
        mended += context.Execute(
            """
            UPDATE documents SET cited_by = (SELECT count(DISTINCT s.document_id) FROM citations c
              JOIN sources s ON s.id = c.source_id AND s.active = 1 WHERE c.target_id = documents.id AND s.document_id <> documents.id)
            WHERE cited_by <> (SELECT count(DISTINCT s.document_id) FROM citations c
              JOIN sources s ON s.id = c.source_id AND s.active = 1 WHERE c.target_id = documents.id AND s.document_id <> documents.id)
            """,
            null);
        MendTitleWords();
        return mended;
    }

    /// <summary>Files to be read again: their own row, their text, or a row of a document or a citation in them is damaged.</summary>
    public List<DamagedFile> Files()
    {
        var damaged = new List<DamagedFile>();
        foreach (var id in context.Query<long>("SELECT id FROM files ORDER BY path", null))
        {
            var (path, sha256, bytes, textSha256) = context.Query<(string Path, string Sha256, byte[] Bytes, string TextSha256)>(
                "SELECT path, sha256, text, text_sha256 FROM files WHERE id = @id", new { id })[0];
            if (!string.Equals(StoreValues.Sha256(bytes), textSha256, StringComparison.Ordinal) || !context.Queries.IsSoundFile(path))
            {
                damaged.Add(new DamagedFile(path, sha256));
            }
        }

        return damaged;
    }

    /// <summary>A document's row says again what its source says. A stub goes, and its citations are linked again.</summary>
    private int MendDocuments()
    {
        var mended = 0;
        foreach (var id in context.Query<long>($"SELECT id FROM documents WHERE {Unsound}({DigestedTables.Documents})", null))
        {
            var payload = context.Statements.Scalar<string?>(
                $"SELECT s.payload FROM sources s WHERE s.document_id = @id AND s.active = 1 AND {DigestedTables.IsSound("s", DigestedTables.Sources)}",
                new { id });
            if (payload is not null)
            {
                var key = StoreJson.Read<Document>(payload).Key;
                if (context.Statements.Scalar<long>("SELECT count(*) FROM documents WHERE key = @Value AND id <> @id", new { key.Value, id }) > 0)
                {
                    continue; // It has come again under its own key meanwhile; its files are read again.
                }

                context.Execute(
                    "UPDATE documents SET key = @Value, slug = @Slug, status = 1, revision = @Revision WHERE id = @id",
                    new { key.Value, key.Slug, context.Revision, id });
                documents.Settle(id);
                mended++;
            }
        }

        return mended;
    }

    private void MendTitleWords()
    {
        context.Execute("DELETE FROM title_words", null);
        foreach (var (id, type, title) in context.Query<(long Id, string? Type, string? Title)>("SELECT id, type, title FROM documents", null))
        {
            if (TitleWords.Of(type, title) is { Count: > 0 } words)
            {
                context.Execute(
                    "INSERT INTO title_words(type, word, document_id) SELECT @type, value, @id FROM json_each(@words)",
                    new { type, id, words = StoreJson.Write(words) });
            }
        }
    }
}
