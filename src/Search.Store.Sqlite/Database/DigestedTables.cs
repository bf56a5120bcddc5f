namespace Search.Store.Sqlite;

/// <summary>The tables whose rows carry a digest, with the columns that go into it, in the order of the schema.</summary>
internal static class DigestedTables
{
    public const string Documents = "id, key, slug, status, number, sequence, type, issuer, level, province, province_id, date, term, title, is_abstract, cited_by, revision";
    public const string Sources = "id, document_id, file_id, ordinal, active, is_abstract, span_start, span_end, text_sha256, payload";
    public const string Citations = "id, source_id, ordinal, target_id, is_self, cited_number, cited_type, cited_sequence, titled_type, payload";
    public const string Files = "id, path, sha256, size, modified, encoding, text_sha256, ingested_at";

    public const string Records = "kind, id, subject, version, payload";

    /// <summary>All of them, with the column that names a row to an operator.</summary>
    public static readonly (string Table, string Subject, string Columns)[] All =
    [
        ("meta", "name", "name, value"),
        ("roots", "name", "name, folder"),
        ("files", "path", Files),
        ("documents", "key", Documents),
        ("sources", "id", Sources),
        ("citations", "id", Citations),
        ("aliases", "key", "key, slug, document_id"),
        ("former_keys", "key", "key, slug, document_id"),
        ("tombstones", "key", "key, revision"),
        ("quarantine", "path", "path, sha256, size, modified, step, code, reason, reason_english, at, attempts"),
        ("records", "kind || '/' || id", Records),
    ];

    /// <summary>An expression that is 1 where a row is what was written.</summary>
    /// <param name="alias">Name of the table in the statement.</param>
    /// <param name="columns">Its columns.</param>
    public static string IsSound(string alias, string columns) =>
        $"({alias}.digest IS row_digest({string.Join(", ", columns.Split(", ").Select(column => $"{alias}.{column}"))}))";
}
