using Search.Store.Rules;

namespace Search.Store.Sqlite;

/// <summary>Rows of <c>title_words</c>: the words by which a title is found among those of its type.</summary>
internal static class TitleWordRows
{
    /// <summary>Puts the words of a document's title in place of those it had. Most documents are written more than once and
    /// keep their title: then nothing is to be done.</summary>
    /// <param name="statements">Statements of the writer.</param>
    /// <param name="id">Row of the document.</param>
    /// <param name="before">Type and title that it had.</param>
    /// <param name="after">Type and title that it has now.</param>
    public static void Replace(
        PreparedStatements statements, long id, (string? Type, string? Title) before, (string? Type, string? Title) after)
    {
        if (string.Equals(before.Type, after.Type, StringComparison.Ordinal)
            && string.Equals(before.Title, after.Title, StringComparison.Ordinal))
        {
            return;
        }

        if (TitleWords.Of(before.Type, before.Title) is { Count: > 0 } gone)
        {
            statements.Execute(
                """
                DELETE FROM title_words
                WHERE type = @Type AND document_id = @id AND word IN (SELECT value FROM json_each(@words))
                """,
                new { before.Type, id, words = StoreJson.Write(gone) });
        }

        if (TitleWords.Of(after.Type, after.Title) is { Count: > 0 } come)
        {
            statements.Execute(
                "INSERT INTO title_words(type, word, document_id) SELECT @Type, value, @id FROM json_each(@words)",
                new { after.Type, id, words = StoreJson.Write(come) });
        }
    }
}
