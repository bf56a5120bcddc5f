using Microsoft.Data.Sqlite;
using Search.Citations;
using Search.Documents;
using Search.Store.Sqlite.Writing;

namespace Search.Store.Sqlite;

/// <summary>A row of <c>citations</c> joined with the citing document's key and the target.</summary>
internal sealed class CitationRow
{
    /// <summary>The columns of this row; <c>c</c> is citations, <c>d</c> the citing and <c>t</c> the cited document.</summary>
    public static readonly string Columns = $"""
        c.id, d.key AS Citing, c.is_self AS IsSelf, c.payload,
        t.key AS TargetKey, t.number AS TargetNumber, t.type AS TargetType, t.issuer AS TargetIssuer,
        t.date AS TargetDate, t.title AS TargetTitle, t.status AS TargetStatus,
        {DigestedTables.IsSound("c", DigestedTables.Citations)} AS IsSound, t.is_abstract AS TargetIsAbstract
        """;

    /// <summary>Citations of the sources that are read from.</summary>
    public const string From = """
        citations c
        JOIN sources s ON s.id = c.source_id AND s.active = 1
        JOIN documents d ON d.id = s.document_id
        LEFT JOIN documents t ON t.id = c.target_id
        """;

    public long Id { get; set; }

    public string Citing { get; set; } = "";

    public long IsSelf { get; set; }

    public string Payload { get; set; } = "";

    public string? TargetKey { get; set; }

    public string? TargetNumber { get; set; }

    public string? TargetType { get; set; }

    public string? TargetIssuer { get; set; }

    public string? TargetDate { get; set; }

    public string? TargetTitle { get; set; }

    public long? TargetStatus { get; set; }

    public long TargetIsAbstract { get; set; }

    /// <summary>Whether the row is what was written.</summary>
    public long IsSound { get; set; } = 1;

    /// <summary>File of the citing document; only where a query asks for it.</summary>
    public long FileId { get; set; }

    /// <summary>Reads the columns by their places.</summary>
    public static CitationRow Map(SqliteDataReader row) => new()
    {
        Id = row.GetInt64(0),
        Citing = row.GetString(1),
        IsSelf = row.GetInt64(2),
        Payload = row.GetString(3),
        TargetKey = row.IsDBNull(4) ? null : row.GetString(4),
        TargetNumber = row.IsDBNull(5) ? null : row.GetString(5),
        TargetType = row.IsDBNull(6) ? null : row.GetString(6),
        TargetIssuer = row.IsDBNull(7) ? null : row.GetString(7),
        TargetDate = row.IsDBNull(8) ? null : row.GetString(8),
        TargetTitle = row.IsDBNull(9) ? null : row.GetString(9),
        TargetStatus = row.IsDBNull(10) ? null : row.GetInt64(10),
        IsSound = row.GetInt64(11),
        TargetIsAbstract = row.IsDBNull(12) ? 0 : row.GetInt64(12),
        FileId = row.FieldCount > 13 ? row.GetInt64(13) : 0,
    };

    public Citation ToCitation() =>
        StoreJson.Read<CitationPayload>(Payload).ToCitation(StoreValues.Key(Citing), IsSelf == CitationWriter.Self, Target());

    private CitationTarget? Target() => TargetKey is null
        ? null
        : new CitationTarget
        {
            Key = StoreValues.Key(TargetKey),
            Header = DocumentHeader.OfNumber(TargetNumber) with
            {
                Type = TargetType,
                Issuer = TargetIssuer,
                Date = StoreValues.Day(TargetDate),
                Title = TargetTitle,
            },
            Status = StoreValues.Status(TargetStatus ?? 0, TargetIsAbstract != 0),
        };
}
