namespace Search.Engine;

/// <summary>The names of fields and columns. An engine ignores text fields it does not know.</summary>
public static class IndexFields
{
    /// <summary>Text: the document's number as written, <c>04-CT/TW</c>.</summary>
    public const string Number = "number";

    /// <summary>Text: the document's title (trích yếu) or name.</summary>
    public const string Title = "title";

    /// <summary>Text: the path of headings above the passage, or the title of the article.</summary>
    public const string Headings = "headings";

    /// <summary>Text: the passage itself.</summary>
    public const string Body = "body";

    /// <summary>
    /// What a document says outside its passages: its letterhead, its recipients, its signature, stretches apart by form feeds.
    /// Nothing is found or ranked by it; a document is struck out by it where a query excludes what stands there. It goes with
    /// one passage of a document.
    /// </summary>
    public const string Around = "around";

    /// <summary>Between the stretches of <see cref="Around"/>: what stands before it is no neighbor of what follows.</summary>
    public const char Apart = '\f';

    /// <summary>Keyword: document type, as a slug: <c>chi-thi</c>.</summary>
    public const string Type = "type";

    /// <summary>Keyword: issuing body.</summary>
    public const string Issuer = "issuer";

    /// <summary>Keyword: level of the issuer.</summary>
    public const string Level = "level";

    /// <summary>Keyword: province, as a slug.</summary>
    public const string Province = "province";

    /// <summary>Keyword: term (khóa).</summary>
    public const string Term = "term";

    /// <summary>Keyword: status of the document.</summary>
    public const string Status = "status";

    /// <summary>Keyword: year of the date, four digits.</summary>
    public const string Year = "year";

    /// <summary>Keyword: whether the document is in force, as an id: <c>bi-thay-the</c>.</summary>
    public const string Validity = "validity";

    /// <summary>Keyword: name of the signer.</summary>
    public const string Signer = "signer";

    /// <summary>Keyword: each recipient (nơi nhận) and addressee (kính gửi).</summary>
    public const string Recipient = "recipient";

    /// <summary>Number: date as <c>yyyymmdd</c>.</summary>
    public const string Date = "date";

    /// <summary>Number: how many present documents cite this one.</summary>
    public const string CitedBy = "citedBy";

    /// <summary>Number: weight of the document's type, 0 (a letter) to 100 (a directive, a resolution).</summary>
    public const string Authority = "authority";

    /// <summary>Number: the next day on which <see cref="Validity"/> may be another though the document does not change, as
    /// <c>yyyymmdd</c>.</summary>
    public const string ChangesOn = "changesOn";

    /// <summary>Number: 1 for a passage of an annex.</summary>
    public const string Annex = "annex";

    /// <summary>Every text field, in the order of ranking weight tables and of the on-disk field number.</summary>
    public static IReadOnlyList<string> TextFields { get; } = [Number, Title, Headings, Body];

    /// <summary>Every keyword column.</summary>
    public static IReadOnlyList<string> KeywordColumns { get; } =
        [Type, Issuer, Level, Province, Term, Status, Year, Validity, Signer, Recipient];

    /// <summary>Every number column.</summary>
    public static IReadOnlyList<string> NumberColumns { get; } = [Date, CitedBy, Authority, ChangesOn, Annex];
}
