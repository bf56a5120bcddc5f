namespace Search.Store.Sqlite.Writing;

/// <summary>
/// How many documents cite each document. What a document cites is noted when it is first touched and once more at the
/// end; the difference moves the counters of the cited documents, so that no change counts a popular document's
/// citations again. What a document cites as before counts as changed, too: it may be cited otherwise now, and whether it
/// is in force follows from how it is cited.
/// </summary>
internal sealed class CitedByCounts(WriteContext context)
{
    /// <summary>Notes what a document cites before anything about it changes.</summary>
    public void Touch(long id)
    {
        if (!context.Change.Before.ContainsKey(id))
        {
            context.Change.Before[id] = Targets(id);
        }
    }

    /// <summary>Moves the counters by what changed.</summary>
    /// <returns>The documents that somebody cites no more.</returns>
    public IReadOnlyCollection<long> Recount()
    {
        var left = new SortedSet<long>();
        var moved = new SortedDictionary<long, int>();
        foreach (var (citing, before) in context.Change.Before)
        {
            var after = Targets(citing);
            left.UnionWith(before.Except(after));
            foreach (var id in before)
            {
                moved[id] = moved.GetValueOrDefault(id) - 1;
            }

            foreach (var id in after)
            {
                moved[id] = moved.GetValueOrDefault(id) + 1;
            }
        }

        foreach (var (id, by) in moved)
        {
            context.Execute(
                "UPDATE documents SET cited_by = cited_by + @by, revision = @Revision WHERE id = @id",
                new { id, by, context.Revision });
        }

        return left;
    }

    private HashSet<long> Targets(long id) =>
    [
        .. context.Query<long>(
            """
            SELECT DISTINCT c.target_id FROM sources s JOIN citations c ON c.source_id = s.id
            WHERE s.document_id = @id AND s.active = 1 AND c.target_id IS NOT NULL AND c.target_id <> @id
            """,
            new { id }),
    ];
}
