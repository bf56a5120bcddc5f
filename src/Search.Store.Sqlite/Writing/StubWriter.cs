using Search.Documents;

namespace Search.Store.Sqlite.Writing;

/// <summary>Documents known only by being cited: how they come into being, learn, and go.</summary>
internal sealed class StubWriter(WriteContext context)
{
    /// <summary>More citations than this are not gone over for one that is gone: a folder that is taken out would cost their square.</summary>
    private const int MostCiting = 500;

    /// <summary>The row of a key; a new row starts as a stub. An old key of a stub leads to what the stub became.</summary>
    public long Ensure(DocumentKey key)
    {
        var known = context.Statements.Scalar<long?>(
            """
            SELECT id FROM documents WHERE key = @Value
            UNION ALL SELECT document_id FROM aliases WHERE key = @Value LIMIT 1
            """,
            new { key.Value });
        if (known is { } id)
        {
            return id;
        }

        id = context.Insert(
            """
            INSERT INTO documents(key, slug, status, date, province_id, revision)
            VALUES (@Value, @Slug, 0, @date, @place, @Revision) RETURNING id
            """,
            new
            {
                key.Value,
                key.Slug,
                date = StoreValues.Day(key.Date),
                place = string.Equals(key.Place, DocumentKey.Unknown, StringComparison.Ordinal) ? null : key.Place,
                context.Revision,
            });
        context.Execute("DELETE FROM tombstones WHERE key = @Value", new { key.Value });
        context.Change.Arrived.Add(id);
        return id;
    }

    /// <summary>Adds to a stub what one more citation says. The greater of two values stays, so that the order in
    /// which citations come does not matter.</summary>
    public void Enrich(long id, StubFact fact)
    {
        // A document is mentioned again and again in the same words.
        if (!context.Change.Said.Add((id, fact)))
        {
            return;
        }

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

        context.Execute(
            """
            UPDATE documents SET number = @Number, sequence = @Sequence, type = @Type, issuer = @Issuer, term = @Term,
              title = @Title, level = @Level, province = @Province, revision = @Revision WHERE id = @id
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
                context.Revision,
            });
        WriteTitleWords(row, merged.Type, merged.Title);
    }

    /// <summary>What is left of a document whose last source went.</summary>
    public void BecomeStub(long id)
    {
        var row = ById(id);
        if (row.Status == 0)
        {
            return;
        }

        Forget(row);
        Say(row);
    }

    /// <summary>Says again what is known of a stub that somebody cites no more: what that one said goes with it. One that very many
    /// still cite keeps all, for the same is said by others.</summary>
    public void Renew(long id)
    {
        if (context.Queries.ById(id) is not { Status: 0 } row
            || context.Query<long>("SELECT id FROM citations WHERE target_id = @id LIMIT @most", new { id, most = MostCiting }).Count == MostCiting)
        {
            return;
        }

        Forget(row);
        Say(row);
    }

    private void Say(DocumentRow row)
    {
        var id = row.Id;
        foreach (var payload in context.Query<string>("SELECT payload FROM citations WHERE target_id = @id", new { id }))
        {
            var key = StoreValues.Key(row.Key);
            Enrich(id, context.Facts.Of(key, StoreJson.Read<CitationPayload>(payload).Cited));
        }
    }

    /// <summary>What its own text said of a document goes with the text; number, place and date are in the key, the rest
    /// in citations.</summary>
    public void Forget(DocumentRow row)
    {
        context.Change.Said.Clear();
        context.Execute(
            """
            UPDATE documents SET status = 0, issuer = NULL, level = NULL, province = NULL, term = NULL, title = NULL,
              is_abstract = 0, revision = @Revision WHERE id = @Id
            """,
            new { row.Id, context.Revision });
        WriteTitleWords(row, row.Type, null);
    }

    /// <summary>Puts the words of a title in place of those of the row as it was.</summary>
    /// <param name="before">The row as it was.</param>
    /// <param name="type">The type it has now.</param>
    /// <param name="title">The title it has now.</param>
    public void WriteTitleWords(DocumentRow before, string? type, string? title) =>
        TitleWordRows.Replace(context.Statements, before.Id, (before.Type, before.Title), (type, title));

    public void Delete(long id, string key)
    {
        context.Change.Said.Clear(); // A new row may get the same id.
        WriteTitleWords(ById(id), null, null);
        context.Execute("DELETE FROM documents WHERE id = @id", new { id });
        context.Execute(
            "INSERT OR REPLACE INTO tombstones(key, revision) VALUES (@key, @Revision)", new { key, context.Revision });
        context.Change.Before.Remove(id);
        context.Change.Arrived.Remove(id);
    }

    /// <summary>A stub that nobody cites any more goes.</summary>
    public void DeleteUnwanted()
    {
        // A citation of a source that is not read from still needs its target's row.
        foreach (var (id, key) in context.Query<(long Id, string Key)>(
            """
            SELECT d.id, d.key FROM documents d WHERE d.status = 0 AND d.cited_by = 0
            AND NOT EXISTS (SELECT 1 FROM citations c WHERE c.target_id = d.id)
            """,
            null))
        {
            Delete(id, key);
        }
    }

    private DocumentRow ById(long id) => context.Queries.ById(id)!;
}
