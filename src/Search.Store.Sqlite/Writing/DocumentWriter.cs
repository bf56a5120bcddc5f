using Search.Documents;

namespace Search.Store.Sqlite.Writing;

/// <summary>Rows of <c>documents</c> and <c>sources</c>: which documents there are, and which of its sources each is read
/// from.</summary>
internal sealed class DocumentWriter(WriteContext context, CitedByCounts counts, StubWriter stubs)
{
    /// <summary>Writes a document of a file as one of its key's sources.</summary>
    /// <returns>Id of the source.</returns>
    public long WriteSource(long fileId, int ordinal, string text, Document document)
    {
        var documentId = stubs.Ensure(document.Key);
        counts.Touch(documentId);
        var sourceId = context.Insert(
            """
            INSERT INTO sources(document_id, file_id, ordinal, active, is_abstract, span_start, span_end, text_sha256, payload)
            VALUES (@documentId, @fileId, @ordinal, NOT EXISTS (SELECT 1 FROM sources WHERE document_id = @documentId),
              @IsAbstract, @start, @end, @textSha256, @payload) RETURNING id
            """,
            new
            {
                documentId,
                fileId,
                ordinal,
                document.IsAbstract,
                start = document.Span.Start,
                end = document.Span.End,
                textSha256 = StoreValues.Sha256(document.Span.Slice(text)),
                payload = StoreJson.Write(document),
            });
        context.Change.Fresh[sourceId] = document;
        return sourceId;
    }

    /// <summary>Decides which of its sources a document is read from: the document before an abstract of it, the
    /// longer text before the shorter, then the first path, so that the order of arrival does not matter.</summary>
    public void Settle(long id)
    {
        var active = context.Statements.First<SourceRow>(
            $"""
            SELECT {SourceRow.Columns} FROM {SourceRow.From} WHERE s.document_id = @id
            ORDER BY s.is_abstract, s.span_end - s.span_start DESC, f.path, s.ordinal LIMIT 1
            """,
            new { id });
        if (active is null)
        {
            stubs.BecomeStub(id);
            return;
        }

        if (active.Active == 0)
        {
            context.Execute("UPDATE sources SET active = 0 WHERE document_id = @id AND active = 1", new { id });
            context.Execute("UPDATE sources SET active = 1 WHERE id = @Id", new { active.Id });
        }

        var document = context.Change.Fresh.GetValueOrDefault(active.Id) ?? StoreJson.Read<Document>(active.Payload);
        var before = context.Queries.ById(id)!;
        if (before.Status == 0 && context.Change.Arrived.Add(id))
        {
            // A row that is new in this change is in Arrived already: it was no stub before.
            context.Change.ArrivedStubs.Add(document.Key);
            context.Change.Renewed.Add(id);
        }

        context.Execute(
            """
            UPDATE documents SET status = 1, number = @number, sequence = @sequence, type = @Type, issuer = @Issuer,
              level = @Level, province = @Province, province_id = @ProvinceId, date = @date, term = @Term,
              title = @Title, is_abstract = @IsAbstract, revision = @Revision WHERE id = @id
            """,
            new
            {
                id,
                number = document.Docket?.Canonical,
                sequence = document.Docket?.Sequence,
                document.Type,
                document.Issuer,
                document.Level,
                document.Province,
                document.ProvinceId,
                date = StoreValues.Day(document.Date),
                document.Term,
                document.Title,
                document.IsAbstract,
                context.Revision,
            });
        stubs.WriteTitleWords(before, document.Type, document.Title);
    }
}
