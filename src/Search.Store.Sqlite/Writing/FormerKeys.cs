using Search.Documents;
using Search.Text;

namespace Search.Store.Sqlite.Writing;

/// <summary>
/// Rows of <c>former_keys</c>: the keys that documents had before a better reading of the same file gave them another.
/// They are addresses for readers and mean nothing to citations: a former key may be the number of another document that
/// was taken for the file's own.
/// </summary>
internal sealed class FormerKeys(WriteContext context)
{
    /// <summary>A document that a file held.</summary>
    public sealed record Held(long Id, string Key, long Start, long End)
    {
        public TextSpan Span => new((int)Start, (int)End);
    }

    /// <summary>The documents of a file whose bytes are the same now; none when it is another file.</summary>
    public IReadOnlyList<Held> Of(SourceRecord file) =>
    [
        .. context.Query<(long Id, string Key, long Start, long End)>(
            """
            SELECT d.id, d.key, s.span_start, s.span_end FROM files f JOIN sources s ON s.file_id = f.id
            JOIN documents d ON d.id = s.document_id WHERE f.path = @Path AND f.sha256 = @Sha256 ORDER BY s.ordinal
            """,
            new { file.Path, file.Sha256 }).Select(row => new Held(row.Id, row.Key, row.Start, row.End)),
    ];

    /// <summary>Notes which document each of the former ones is now; one that none is for sure leaves nothing.</summary>
    public void Note(IReadOnlyList<Held> before, IReadOnlyList<AnalyzedDocument> after)
    {
        if (before.Count == 0)
        {
            return;
        }

        var keys = after.Select(document => document.Document.Key.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var old in before)
        {
            if (keys.Contains(old.Key) || Successor(old, before, after) is not { } successor)
            {
                continue;
            }

            var id = context.Statements.Scalar<long>("SELECT id FROM documents WHERE key = @Value UNION ALL SELECT document_id FROM aliases WHERE key = @Value LIMIT 1", new { successor.Value });
            context.Execute("UPDATE former_keys SET document_id = @id WHERE document_id = @Id", new { id, old.Id });
            context.Execute(
                "INSERT OR REPLACE INTO former_keys(key, slug, document_id) VALUES (@Value, @Slug, @id)",
                new { DocumentKey.Parse(old.Key).Value, DocumentKey.Parse(old.Key).Slug, id });
        }
    }

    // The only one before is the only one now; else the one that has more than half of both texts in common with it.
    private static DocumentKey? Successor(Held old, IReadOnlyList<Held> before, IReadOnlyList<AnalyzedDocument> after) =>
        before.Count == 1 && after.Count == 1
            ? after[0].Document.Key
            : after.FirstOrDefault(document => 2 * Common(old.Span, document.Document.Span) > Math.Max(old.Span.Length, document.Document.Span.Length))
                ?.Document.Key;

    private static int Common(TextSpan one, TextSpan other) =>
        Math.Max(0, Math.Min(one.End, other.End) - Math.Max(one.Start, other.Start));
}
