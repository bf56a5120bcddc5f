using Microsoft.Data.Sqlite;
using Search.Text;

namespace Search.Store.Sqlite;

/// <summary>A row of <c>sources</c> with the path of its file.</summary>
internal sealed class SourceRow
{
    /// <summary>The columns of this row; <c>s</c> is sources and <c>f</c> files.</summary>
    public static readonly string Columns = $"""
        s.id, s.document_id AS DocumentId, s.file_id AS FileId, s.ordinal, s.active, s.is_abstract AS IsAbstract,
        s.span_start AS SpanStart, s.span_end AS SpanEnd, s.text_sha256 AS TextSha256, s.payload,
        f.path, f.ingested_at AS IngestedAt, {DigestedTables.IsSound("s", DigestedTables.Sources)} AS IsSound
        """;

    /// <summary>What the columns come from.</summary>
    public const string From = "sources s JOIN files f ON f.id = s.file_id";

    public long Id { get; set; }

    public long DocumentId { get; set; }

    public long FileId { get; set; }

    public long Ordinal { get; set; }

    public long Active { get; set; }

    public long IsAbstract { get; set; }

    public long SpanStart { get; set; }

    public long SpanEnd { get; set; }

    public string TextSha256 { get; set; } = "";

    public string Payload { get; set; } = "";

    public string Path { get; set; } = "";

    public long IngestedAt { get; set; }

    /// <summary>Whether the row is what was written.</summary>
    public long IsSound { get; set; } = 1;

    /// <summary>Reads the columns by their places.</summary>
    public static SourceRow Map(SqliteDataReader row) => new()
    {
        Id = row.GetInt64(0),
        DocumentId = row.GetInt64(1),
        FileId = row.GetInt64(2),
        Ordinal = row.GetInt64(3),
        Active = row.GetInt64(4),
        IsAbstract = row.GetInt64(5),
        SpanStart = row.GetInt64(6),
        SpanEnd = row.GetInt64(7),
        TextSha256 = row.GetString(8),
        Payload = row.GetString(9),
        Path = row.GetString(10),
        IngestedAt = row.GetInt64(11),
        IsSound = row.GetInt64(12),
    };

    /// <summary>The row, when it is what was written.</summary>
    /// <exception cref="StoreDamagedException">It is not.</exception>
    public SourceRow Checked() => IsSound != 0
        ? this
        : throw new StoreDamagedException(
            $"Bản ghi của một văn bản trong '{Path}' bị hỏng; hãy chạy `search repair`. (The record of a document of this file is damaged; run `search repair`.)");

    public DocumentSource ToSource(SourceRow used, Func<SourceRow, string> text) => new(
        Path,
        IsAbstract != 0,
        new TextSpan((int)SpanStart, (int)SpanEnd),
        TextSha256,
        StoreValues.Instant(IngestedAt),
        SourceComparison.Of(this, used, text));
}
