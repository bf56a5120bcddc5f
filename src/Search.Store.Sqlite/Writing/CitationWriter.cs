using Search.Citations;
using Search.Documents;

namespace Search.Store.Sqlite.Writing;

/// <summary>Rows of <c>citations</c>, and the stubs they call for.</summary>
internal sealed class CitationWriter(WriteContext context, StubWriter stubs)
{
    /// <summary>Value of <c>is_self</c> for a document that speaks of itself; 0 is a citation.</summary>
    public const long Self = 1;

    /// <summary>Value of <c>is_self</c> for an editor's note, which is no citation.</summary>
    public const long Note = 2;

    public void Write(long sourceId, IReadOnlyList<Citation> citations)
    {
        for (var i = 0; i < citations.Count; i++)
        {
            Write(sourceId, i, citations[i]);
        }
    }

    /// <summary>Opens the links of a file to stubs.</summary>
    public void OpenLinks(string path, CitedByCounts counts)
    {
        var links = context.Query<(long Id, long Citing)>(
            """
            SELECT c.id, s.document_id FROM files f JOIN sources s ON s.file_id = f.id JOIN citations c ON c.source_id = s.id
            JOIN documents t ON t.id = c.target_id WHERE f.path = @path AND t.status = 0 ORDER BY c.id
            """,
            new { path });
        foreach (var (id, citing) in links)
        {
            counts.Touch(citing);
            context.Execute("UPDATE citations SET target_id = NULL WHERE id = @id", new { id });
        }
    }

    private void Write(long sourceId, int ordinal, Citation citation) => context.Execute(
        """
        INSERT INTO citations(source_id, ordinal, target_id, is_self, cited_number, cited_type, cited_sequence,
          titled_type, payload)
        VALUES (@sourceId, @ordinal, @target, @isSelf, @number, @type, @sequence, @titledType, @payload)
        """,
        new
        {
            sourceId,
            ordinal,
            target = Target(citation),
            isSelf = citation.IsNote ? Note : citation.IsSelf ? Self : 0,
            number = citation.Cited.Docket?.Canonical,
            type = citation.Cited.Type,
            sequence = citation.Cited.Sequence ?? citation.Cited.Docket?.Sequence,
            titledType = citation is { Form: CitationForm.Unnumbered, Cited.Title: not null } ? citation.Cited.Type : null,
            payload = StoreJson.Write(CitationPayload.From(citation)),
        });

    private long? Target(Citation citation)
    {
        if (citation.IsNote || citation.Target is not { } target)
        {
            return null;
        }

        var id = stubs.Ensure(target.Key);
        stubs.Enrich(id, context.Facts.Of(target, citation.Cited));
        return id;
    }
}
