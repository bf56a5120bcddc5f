using Microsoft.Data.Sqlite;
using Search.Citations;
using Search.Documents;

namespace Search.Store.Sqlite;

/// <summary>A row of <c>documents</c> with the path of its active source.</summary>
internal sealed class DocumentRow
{
    /// <summary>The columns of this row; <c>d</c> is documents.</summary>
    public static readonly string Columns = $"""
        d.id, d.key, d.status, d.number, d.type, d.issuer, d.level, d.province, d.province_id AS ProvinceId, d.date,
        d.term, d.title, d.is_abstract AS IsAbstract, d.cited_by AS CitedBy, d.revision,
        (SELECT f.path FROM sources s JOIN files f ON f.id = s.file_id
         WHERE s.document_id = d.id AND s.active = 1) AS Source, {DigestedTables.IsSound("d", DigestedTables.Documents)} AS IsSound
        """;

    public long Id { get; set; }

    public string Key { get; set; } = "";

    public long Status { get; set; }

    public string? Number { get; set; }

    public string? Type { get; set; }

    public string? Issuer { get; set; }

    public string? Level { get; set; }

    public string? Province { get; set; }

    public string? ProvinceId { get; set; }

    public string? Date { get; set; }

    public string? Term { get; set; }

    public string? Title { get; set; }

    public long IsAbstract { get; set; }

    public long CitedBy { get; set; }

    public long Revision { get; set; }

    public string? Source { get; set; }

    /// <summary>Whether the row is what was written.</summary>
    public long IsSound { get; set; } = 1;

    /// <summary>How many citations there are; only where a query asks for it.</summary>
    public long Mentions { get; set; }

    /// <summary>Reads the columns by their places: mapping them by name took most of the time of a small query.</summary>
    public static DocumentRow Map(SqliteDataReader row) => new()
    {
        Id = row.GetInt64(0),
        Key = row.GetString(1),
        Status = row.GetInt64(2),
        Number = row.IsDBNull(3) ? null : row.GetString(3),
        Type = row.IsDBNull(4) ? null : row.GetString(4),
        Issuer = row.IsDBNull(5) ? null : row.GetString(5),
        Level = row.IsDBNull(6) ? null : row.GetString(6),
        Province = row.IsDBNull(7) ? null : row.GetString(7),
        ProvinceId = row.IsDBNull(8) ? null : row.GetString(8),
        Date = row.IsDBNull(9) ? null : row.GetString(9),
        Term = row.IsDBNull(10) ? null : row.GetString(10),
        Title = row.IsDBNull(11) ? null : row.GetString(11),
        IsAbstract = row.GetInt64(12),
        CitedBy = row.GetInt64(13),
        Revision = row.GetInt64(14),
        Source = row.IsDBNull(15) ? null : row.GetString(15),
        IsSound = row.GetInt64(16),
        Mentions = row.FieldCount > 17 ? row.GetInt64(17) : 0,
    };

    /// <summary>The row, when it is what was written.</summary>
    /// <exception cref="StoreDamagedException">It is not.</exception>
    public DocumentRow Checked() => IsSound != 0
        ? this
        : throw new StoreDamagedException(
            $"Bản ghi của văn bản '{Key}' trong kho bị hỏng; hãy chạy `search repair`. (The stored record of a document is damaged; run `search repair`.)");

    /// <summary>What lists show of it.</summary>
    /// <param name="known">Words that many documents have in common, each kept once in a long list; null to keep them as they were read.</param>
    public DocumentSummary ToSummary(Dictionary<string, string>? known = null) => new()
    {
        Key = StoreValues.Key(Key),
        Header = Header(known),
        Status = StoreValues.Status(Status, IsAbstract != 0),
        Source = Source,
        IsAbstract = IsAbstract != 0,
        CitedBy = (int)CitedBy,
    };

    public KnownDocument ToKnown() => new()
    {
        Key = StoreValues.Key(Key),
        Header = Header(),
        Status = StoreValues.Status(Status, IsAbstract != 0),
    };

    private DocumentHeader Header(Dictionary<string, string>? known = null) => DocumentHeader.OfNumber(Number) with
    {
        Type = Once(Type, known),
        Issuer = Once(Issuer, known),
        Level = Once(Level, known),
        Province = Once(Province, known),
        ProvinceId = Once(ProvinceId, known),
        Date = StoreValues.Day(Date),
        Term = Once(Term, known),
        Title = Title,
    };

    private static string? Once(string? word, Dictionary<string, string>? known)
    {
        if (word is null || known is null || known.TryAdd(word, word))
        {
            return word;
        }

        return known[word];
    }
}
