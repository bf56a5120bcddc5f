using Search.Citations;
using Search.Documents;

namespace Search.Store.Sqlite.Writing;

/// <summary>What was waiting for a document that has arrived: stubs of vaguer keys that are the same document, and
/// citations that are open or linked to a stub.</summary>
internal sealed class WaitingCitations(
    WriteContext context, CitedByCounts counts, VaguerStubs stubs, CitationWriter citations)
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
            foreach (var id in arrived)
            {
                stubs.Meet(id);
            }

            foreach (var citing in Waiting(arrived))
            {
                linked.AddRange(Relink(citing));
            }
        }

        return linked;
    }

    /// <summary>Documents with a mention that could mean a newcomer: of its number, whatever it is linked to, since the
    /// newcomer may be what was lacking to see that two fit, or be there now for a link whose reason says that it is not;
    /// otherwise open, or linked to a stub.</summary>
    private SortedSet<long> Waiting(IReadOnlyList<long> arrived)
    {
        var Numbered = $"""
            SELECT DISTINCT s.document_id FROM citations c
            JOIN sources s ON s.id = c.source_id AND s.active = 1
            WHERE s.document_id <> @Id AND (@isRenewed OR c.target_id IS NOT @Id) AND c.is_self <> {CitationWriter.Self} AND c.cited_number = @Number
            """;
        const string Select = """
            SELECT DISTINCT s.document_id FROM citations c
            JOIN sources s ON s.id = c.source_id AND s.active = 1
            LEFT JOIN documents t ON t.id = c.target_id
            WHERE s.document_id <> @Id AND (t.id IS NULL OR (t.status = 0 AND t.id <> @Id)) AND
            """;
        const string Titles = $"SELECT DISTINCT {StoreSchema.NamedTitle} FROM citations WHERE titled_type = @type AND {StoreSchema.NamedTitle} IS NOT NULL";

        // A query of its own: the sources that the others join have a payload as well.
        const string Titled = $"{Select} c.id IN (SELECT id FROM citations WHERE titled_type = @type AND {StoreSchema.NamedTitle} = @named)";
        var waiting = new SortedSet<long>();
        foreach (var id in arrived)
        {
            if (context.Queries.ById(id) is not { } row)
            {
                continue;
            }

            if (Docket.TryParse(row.Number, out var docket))
            {
                waiting.UnionWith(context.Query<long>(Numbered, new { row.Id, row.Number, isRenewed = context.Change.Renewed.Contains(id) }));
                waiting.UnionWith(context.Query<long>(
                    $"{Select} c.cited_type = @Type AND c.cited_sequence = @Sequence AND c.cited_number IS NULL",
                    new { row.Id, row.Type, docket.Sequence }));
            }

            if (row is { Type: { } type, Title: { } title })
            {
                foreach (var named in context.Query<string>(Titles, new { type }).Where(named => context.Linker.MayName(named, title)))
                {
                    waiting.UnionWith(context.Query<long>(Titled, new { row.Id, type, named }));
                }
            }
        }

        return waiting;
    }

    private IEnumerable<LinkedCitation> Relink(long citing)
    {
        if (Stored(citing) is not (var (document, source), var before) || context.Linker.Relink(document, source, context.Queries) is not { } after)
        {
            return [];
        }

        if (before.Select(Form).SequenceEqual(after.Select(Form), StringComparer.Ordinal))
        {
            return [];
        }

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

    /// <summary>A citing document with its text and its citations; null where they are damaged: what is repaired is linked again as
    /// it is read, and until then it keeps nobody from coming in.</summary>
    private ((Document Document, string Source) Read, IReadOnlyList<Citation> Citations)? Stored(long citing)
    {
        try
        {
            return context.Queries.Record(context.Queries.ById(citing)!) is { Document: { } document, SourceText: { } source }
                ? ((document, source), context.Queries.CitationsOf(citing))
                : null;
        }
        catch (StoreDamagedException)
        {
            return null;
        }
    }

    /// <summary>All that is stored of a citation, to tell whether anything changed.</summary>
    private static string Form(Citation citation) =>
        $"{citation.Target?.Key} {citation.IsSelf} {StoreJson.Write(CitationPayload.From(citation))}";
}
