using Search.Citations;
using Search.Documents;

namespace Search.Store.Sqlite.Writing;

/// <summary>What becomes of the other stubs of a number when a document of it arrives: parted, merged, or left to wait.
/// The rules are the linker's; this moves the rows.</summary>
internal sealed class VaguerStubs(WriteContext context, CitedByCounts counts, StubWriter stubs)
{
    /// <summary>Parts stubs that prove to be two, then merges those that the linker takes for the newcomer.</summary>
    public void Meet(long id)
    {
        if (context.Queries.ById(id) is not { Number: not null } row)
        {
            return;
        }

        var known = row.ToKnown();
        foreach (var stub in OtherStubs(row))
        {
            Split(stub);
        }

        foreach (var stub in OtherStubs(row))
        {
            if (context.Linker.IsSame(stub.ToKnown(), known, context.Queries))
            {
                Absorb(stub, id);
            }
        }

        DropDoubtfulAliases(row);
    }

    private List<DocumentRow> OtherStubs(DocumentRow row) => context.Query<DocumentRow>(
        $"SELECT {DocumentRow.Columns} FROM documents d WHERE d.number = @Number AND d.status = 0 AND d.id <> @Id ORDER BY d.key",
        new { row.Number, row.Id });

    /// <summary>A stub whose mentions contradict one another is more than one document: each part gets a stub of its
    /// own, and mentions that several parts fit are opened, to be tried again by the caller.</summary>
    private void Split(DocumentRow stub)
    {
        var mentions = context.Query<(long Id, long Citing, string Payload)>(
            """
            SELECT c.id, s.document_id, c.payload FROM citations c JOIN sources s ON s.id = c.source_id
            WHERE c.target_id = @Id ORDER BY c.id
            """,
            new { stub.Id });
        if (mentions.Count < 2)
        {
            return;
        }

        var cited = mentions.ConvertAll(mention => StoreJson.Read<CitationPayload>(mention.Payload).Cited);
        var parts = context.Linker.Partition(stub.ToKnown(), cited);
        if (parts.Count < 2)
        {
            return;
        }

        foreach (var citing in mentions.Select(mention => mention.Citing).Distinct())
        {
            counts.Touch(citing);
        }

        stubs.Forget(stub);
        foreach (var part in parts)
        {
            long? target = part.Key is { } key ? stubs.Ensure(key) : null;
            foreach (var member in part.Members)
            {
                context.Execute("UPDATE citations SET target_id = @target WHERE id = @Id", new { target, mentions[member].Id });
                if (target is { } known)
                {
                    stubs.Enrich(known, context.Facts.Of(part.Key!, cited[member]));
                }
            }
        }

        if (parts.All(part => !string.Equals(part.Key?.Value, stub.Key, StringComparison.Ordinal)))
        {
            stubs.Delete(stub.Id, stub.Key);
        }
    }

    private void Absorb(DocumentRow stub, long id)
    {
        foreach (var citing in context.Query<long>(
            "SELECT DISTINCT s.document_id FROM citations c JOIN sources s ON s.id = c.source_id WHERE c.target_id = @Id",
            new { stub.Id }))
        {
            counts.Touch(citing);
        }

        context.Execute("UPDATE citations SET target_id = @id WHERE target_id = @stub", new { id, stub = stub.Id });
        context.Execute("UPDATE aliases SET document_id = @id WHERE document_id = @stub", new { id, stub = stub.Id });
        var key = StoreValues.Key(stub.Key);
        context.Execute(
            "INSERT OR REPLACE INTO aliases(key, slug, document_id) VALUES (@Value, @Slug, @id)",
            new { key.Value, key.Slug, id });
        stubs.Delete(stub.Id, stub.Key);
        context.Change.ArrivedStubs.Add(key);
        context.Change.Renewed.Add(id);
    }

    /// <summary>An old key leads to what its stub became only as long as nothing else fits it as well.</summary>
    private void DropDoubtfulAliases(DocumentRow arrived)
    {
        foreach (var (alias, owner) in context.Query<(string Key, long Owner)>(
            "SELECT a.key, a.document_id FROM aliases a JOIN documents d ON d.id = a.document_id WHERE d.number = @Number AND d.id <> @Id",
            new { arrived.Number, arrived.Id }))
        {
            var key = StoreValues.Key(alias);
            var stub = new KnownDocument
            {
                Key = key,
                Header = DocumentHeader.Of(key),
                Status = DocumentStatus.Stub,
            };
            if (!context.Linker.IsSame(stub, context.Queries.ById(owner)!.ToKnown(), context.Queries))
            {
                context.Execute("DELETE FROM aliases WHERE key = @alias", new { alias });
            }
        }
    }
}
