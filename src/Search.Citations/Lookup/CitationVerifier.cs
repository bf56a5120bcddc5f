using System.Globalization;
using Search.Citations.Lookup;
using Search.Citations.Scanning;
using Search.Documents;
using Search.Documents.Catalogues;
using Search.Text;

namespace Search.Citations;

/// <summary>
/// Checks a citation field by field against what is known: right, wrong and in what, or unknown. For writers, people and
/// programs, who have a number, a date, an issuer and a title and want to know whether they belong together. Never accepts a
/// number that no known document bears.
/// </summary>
public sealed class CitationVerifier
{
    /// <summary>Share of the telling words two titles must have in common to be one.</summary>
    private const double SameTitle = 0.6;

    private readonly IDocumentRegistry _registry;
    private readonly LookupReader _reader;
    private readonly Catalogue _catalogue;

    /// <summary>A verifier over a registry.</summary>
    public CitationVerifier(Catalogue catalogue, IDocumentRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(registry);
        _catalogue = catalogue;
        _registry = registry;
        _reader = new LookupReader(LexiconCache.Of(catalogue));
    }

    /// <summary>Checks one citation.</summary>
    /// <param name="number">The number in any spelling, or a whole citation in words, whose date and issuer count where the other
    /// parameters give none.</param>
    /// <param name="date">Date of issue as people write it (06/7/2011, 2011-07-06); null or empty for none.</param>
    /// <param name="issuer">Who issued it; null or empty for none.</param>
    /// <param name="title">Its title; null or empty for none.</param>
    public CitationCheck Check(string? number, string? date = null, string? issuer = null, string? title = null)
    {
        var query = _reader.Read(VietnameseNormalizer.NormalizeText(number ?? "").Trim());
        if (query.Docket is not { } docket)
        {
            return new CitationCheck("unreadable", [], [], [], "Không đọc được số, ký hiệu.", "No number could be read.");
        }

        var day = Day(date) ?? query.Date;
        if (!string.IsNullOrWhiteSpace(date) && Day(date) is null)
        {
            return new CitationCheck("unreadable", [], [], [], "Không đọc được ngày ban hành.", "The date of issue could not be read.");
        }

        var who = string.IsNullOrWhiteSpace(issuer) ? query.Issuer : VietnameseNormalizer.NormalizeText(issuer).Trim();
        var about = string.IsNullOrWhiteSpace(title) ? null : VietnameseNormalizer.NormalizeText(title).Trim();
        var known = NumberSearch.Find(_registry, query, LexiconCache.Of(_catalogue));
        if (known.Count == 0)
        {
            return new CitationCheck("unknown", [], [], [], $"Chưa biết văn bản nào mang số {docket.Canonical}.", $"No document with the number {docket.Canonical} is known.");
        }

        var judged = known.Select(document => (Document: document, Wrong: Wrong(document, query, day, who, about))).OrderBy(pair => pair.Wrong.Count)
            .ThenByDescending(pair => pair.Document.Status == DocumentStatus.Present).ThenBy(pair => pair.Document.Key).ToList();
        var fitting = judged.Where(pair => pair.Wrong.Count == 0).Select(pair => pair.Document).ToList();
        return fitting.Count switch
        {
            1 when fitting[0].IsDoubtful => new CitationCheck("unknown", fitting, [], [], "Chỉ một nguồn cho biết có văn bản này.", "Only one source says that this document exists."),
            1 => new CitationCheck("right", fitting, [], Unconfirmed(fitting[0], day, who, about), "Trích dẫn đúng với điều đã biết.", "The citation agrees with what is known."),
            > 1 => new CitationCheck("ambiguous", fitting, [], [], "Nhiều văn bản mang số này; cần thêm ngày hoặc cơ quan ban hành.", "Several documents bear the number; a date or an issuer is needed."),
            _ => new CitationCheck("wrong", [judged[0].Document], judged[0].Wrong, [],
                "Số có thật nhưng sai " + string.Join(", ", judged[0].Wrong.Select(wrong => Vietnamese(wrong.Field))) + ".",
                "The number exists, but it is wrong in " + string.Join(", ", judged[0].Wrong.Select(wrong => wrong.Field)) + "."),
        };
    }

    private List<WrongField> Wrong(KnownDocument document, LookupQuery query, DateOnly? day, string? issuer, string? title)
    {
        var wrong = new List<WrongField>();
        if (day is { } said && document.Date is { } date && said != date)
        {
            wrong.Add(new WrongField("date", Iso(said), Iso(date)));
        }

        if (issuer is not null && document.Issuer is { } known && !Likeness.Issuers(issuer, known))
        {
            wrong.Add(new WrongField("issuer", issuer, known));
        }

        if (title is not null && document.Title is { } printed && Likeness.Titles(title, printed) < SameTitle)
        {
            wrong.Add(new WrongField("title", title, printed));
        }

        if (query.Type is { } type && document.Type is { } other && !string.Equals(type, other, StringComparison.Ordinal)
            && !(_catalogue.Type(type)?.SharedAbbreviations.Any(letters => _catalogue.Type(other)?.SharedAbbreviations.Contains(letters, StringComparer.Ordinal) is true) ?? false)
            && _catalogue.Type(type) is not { AttachedToDecision: true })
        {
            wrong.Add(new WrongField("type", _catalogue.Type(type)?.Name ?? type, _catalogue.Type(other)?.Name ?? other));
        }

        return wrong;
    }

    private static List<string> Unconfirmed(KnownDocument document, DateOnly? day, string? issuer, string? title)
    {
        var fields = new List<string>();
        if (day is not null && document.Date is null)
        {
            fields.Add("date");
        }

        if (issuer is not null && document.Issuer is null)
        {
            fields.Add("issuer");
        }

        if (title is not null && document.Title is null)
        {
            fields.Add("title");
        }

        return fields;
    }

    private DateOnly? Day(string? date)
    {
        if (string.IsNullOrWhiteSpace(date))
        {
            return null;
        }

        if (DateOnly.TryParseExact(date.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso))
        {
            return iso;
        }

        var written = VietnameseNormalizer.NormalizeText(date).Trim();
        var text = written.StartsWith("ngày", StringComparison.OrdinalIgnoreCase) ? written : $"ngày {written}";
        using var tokens = Tokenizer.Read(text, 0, text.Length, LexiconCache.Of(_catalogue).Vocabulary);
        return LexiconCache.Of(_catalogue).Dates.TryRead(tokens, 0, out var hit) && hit.End == tokens.Count ? hit.Date : null;
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Vietnamese(string field) => field switch
    {
        "date" => "ngày ban hành",
        "issuer" => "cơ quan ban hành",
        "title" => "trích yếu",
        _ => "loại văn bản",
    };
}
