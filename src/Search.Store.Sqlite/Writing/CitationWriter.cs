using Search.Citations;

namespace Search.Store.Sqlite.Writing;

/// <summary>Rows of <c>citations</c>, and the stubs they call for.</summary>
internal sealed class CitationWriter(WriteContext context, StubWriter stubs)
{
    public void Write(long sourceId, IReadOnlyList<Citation> citations)
    {
        for (var i = 0; i < citations.Count; i++)
        {
            Write(sourceId, i, citations[i]);
        }
    }

    private void Write(long sourceId, int ordinal, Citation citation) => context.Execute(
        """
        INSERT INTO citations(source_id, ordinal, target_id, is_self, cited_number, cited_type, cited_sequence,
          titled_type, payload)
        VALUES (@sourceId, @ordinal, @target, @IsSelf, @number, @Type, @sequence, @titledType, @payload)
        """,
        new
        {
            sourceId,
            ordinal,
            target = Target(citation),
            citation.IsSelf,
            number = citation.Cited.Docket?.Canonical,
            citation.Cited.Type,
            sequence = citation.Cited.Sequence ?? citation.Cited.Docket?.Sequence,
            titledType = citation is { Form: CitationForm.Unnumbered, Cited.Title: not null } ? citation.Cited.Type : null,
            payload = StoreJson.Write(CitationPayload.From(citation)),
        });

    private long? Target(Citation citation)
    {
        if (citation.Target is not { } target)
        {
            return null;
        }

        var id = stubs.Ensure(target.Key);
        stubs.Enrich(id, context.Facts.Of(target, citation.Cited));
        return id;
    }
}
