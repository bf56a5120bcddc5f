using Search.Citations;
using Search.Documents;
using Search.Text;

namespace Search.Store.Contract;

/// <summary>Small documents with the few fields the store looks at.</summary>
public static class Samples
{
    public static readonly DateTimeOffset Morning = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static SourceRecord File(string path, string text, string? sha256 = null) => new()
    {
        Path = path,
        Sha256 = sha256 ?? new string('a', 64),
        Size = text.Length,
        Modified = Morning,
        Encoding = "utf-8",
        Text = text,
        IngestedAt = Morning,
    };

    public static AnalyzedDocument Document(string key, string text, params Citation[] citations)
    {
        var parsed = DocumentKey.Parse(key);
        _ = Docket.TryParse(parsed.Number, out var docket);
        return new AnalyzedDocument(
            new Document
            {
                Key = parsed,
                Header = new DocumentHeader
                {
                    Docket = docket,
                    Type = docket?.Type switch { "CT" => "chi-thi", "HD" => "huong-dan", "KH" => "ke-hoach", _ => "cong-van" },
                    Issuer = "Ban Bí thư",
                    Date = parsed.Date,
                    Title = "Về " + key,
                },
                Span = new TextSpan(0, text.Length),
                Outline = [new Section("i", null, 1, "I", "Mục đích", new TextSpan(0, text.Length))],
                Passages = [new Passage("p1", ["Mục đích"], new TextSpan(0, text.Length))],
            },
            [.. citations.Select(citation => citation with { Document = parsed })]);
    }

    /// <summary>A citation of the first place where <paramref name="mention"/> stands in the text.</summary>
    public static Citation Cites(string text, string mention, string? target)
    {
        var start = text.IndexOf(mention, StringComparison.Ordinal);
        var key = target is null ? null : DocumentKey.Parse(target);
        _ = Docket.TryParse(mention.Split(' ')[^1], out var docket);
        return new Citation
        {
            Document = DocumentKey.Parse("x@?"),
            Span = new TextSpan(start, start + mention.Length),
            Core = new TextSpan(start, start + mention.Length),
            Text = mention,
            Form = CitationForm.Number,
            Cited = new CitedDescription { Header = new DocumentHeader { Docket = docket, Type = "chi-thi", Title = target is null ? null : "Về đối ngoại nhân dân" } },
            Target = key is null
                ? null
                : new CitationTarget { Key = key, Header = DocumentHeader.OfNumber(key.Number) with { Type = "chi-thi" }, Status = DocumentStatus.Stub },
            Relation = "thuc-hien",
            Evidence = new TextSpan(0, text.Length),
            Reason = "Số và ngày.",
            Confidence = 1,
        };
    }
}
