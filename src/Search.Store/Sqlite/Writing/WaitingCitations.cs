using Search.Citations;
using Search.Documents;

namespace Search.Store.Sqlite.Writing;

/// <summary>What was waiting for a document that has arrived: stubs of vaguer keys that are the same document, and
/// citations that are open or linked to a stub.</summary>
internal sealed class WaitingCitations(
    WriteContext context, CitedByCounts counts, StubWriter stubs, CitationWriter citations)
{
    /// <summary>A relinked document can make a new stub that others have been waiting for; this ends a circle.</summary>
    private const int MaxRounds = 4;

    /// <returns>The citations of other documents that are linked now and were not before.</returns>
    public IReadOnlyList<LinkedCitation> Link()
    {
        List<LinkedCitation> linked = [];
        var change = context.Change;
        for (var round = 0; round < MaxRounds && change.Arrived.Count > 0; round++)
        {
            var arrived = change.Arrived.ToList();
            change.Arrived.Clear();
            foreach (var id in arrived) AbsorbVaguerStubs(id);
            foreach (var citing in Waiting(arrived)) linked.AddRange(Relink(citing));
        }

        return linked;
    }

    /// <summary>Stubs of the same number whose key says less, and which the linker takes for this document.</summary>
    private void AbsorbVaguerStubs(long id)
    {
        if (context.Queries.ById(id) is not { Number: not null } row) return;
        var known = row.ToKnown();
        foreach (var stub in context.Query<DocumentRow>(
            $"SELECT {DocumentRow.Columns} FROM documents d WHERE d.number = @Number AND d.status = 0 AND d.id <> @id ORDER BY d.key",
            new { row.Number, id }))
        {
            if (context.Linker.IsSame(stub.ToKnown(), known, context.Queries)) Absorb(stub, id);
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
            if (context.Queries.ById(id) is not { } row) continue;
            if (Docket.TryParse(row.Number, out var docket))
            {
                waiting.UnionWith(context.Query<long>($"{Select} c.cited_number = @Number", row));
                waiting.UnionWith(context.Query<long>(
                    $"{Select} c.cited_type = @Type AND c.cited_sequence = @Sequence AND c.cited_number IS NULL",
                    new { row.Id, row.Type, docket.Sequence }));
            }

            if (row is { Type: not null, Title: not null })
            {
                waiting.UnionWith(context.Query<long>($"{Select} c.titled_type = @Type", row));
            }
        }

        return waiting;
    }

    private IEnumerable<LinkedCitation> Relink(long citing)
    {
        if (context.Queries.Record(context.Queries.ById(citing)!) is not { Document: { } document, SourceText: { } source }
            || context.Linker.Relink(document, source, context.Queries) is not { } after)
        {
            return [];
        }

        var before = context.Queries.CitationsOf(citing);
        if (before.Select(Form).SequenceEqual(after.Select(Form), StringComparer.Ordinal)) return [];
        counts.Touch(citing);
        var sourceId = context.Query<long>("SELECT id FROM sources WHERE document_id = @citing AND active = 1", new { citing })[0];
        context.Execute("DELETE FROM citations WHERE source_id = @sourceId", new { sourceId });
        citations.Write(sourceId, after);
        var targets = before.DistinctBy(citation => citation.Span)
            .ToDictionary(citation => citation.Span, citation => citation.Target?.Key);
        return after
            .Where(citation => citation.Target is { } target && !Equals(target.Key, targets.GetValueOrDefault(citation.Span)))
            .Select(citation => new LinkedCitation(document.Key, citation.Text, citation.Target!.Key));
    }

    /// <summary>All that is stored of a citation, to tell whether anything changed.</summary>
    private static string Form(Citation citation) =>
        $"{citation.Target?.Key} {citation.IsSelf} {StoreJson.Write(CitationPayload.From(citation))}";
}
