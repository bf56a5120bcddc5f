using System.Globalization;
using Search.Citations.Tests.Support;
using Search.Documents;
using Search.Documents.Catalogues;
using Search.Testing;
using Search.Text;

namespace Search.Citations.Tests;

/// <summary>
/// Chains of documents that say something of one: from their sentences through extraction, resolution and events to the
/// state on a day. A line: day of issue | day and number of a document: its sentence | … @ day asked for ⇶ state, since, by.
/// </summary>
public sealed class ValidityTests
{
    private static readonly DateOnly Today = new(2026, 11, 28);
    private static readonly ValidityEvents Events = new(Catalogue.Default);

    public static TheoryData<string, string, string> Cases => CaseTable.Theory("Search.Citations.Tests", "validity");

    [Theory]
    [MemberData(nameof(Cases))]
    public void DerivesTheState(string input, string expected, string place)
    {
        var (chain, asked) = input.Split(" @ ") is [var before, var after] ? (before, after) : (input, "");
        var parts = chain.Split(" | ");
        var key = DocumentKey.Parse("11-QĐ/TW@2012-03-05");
        var (events, effective) = Read(parts, key);
        var answer = ValidityTimeline.At(key, Day(parts[0]), events, Day(asked)!.Value, Today, effective);
        var by = answer.By.Count == 0 ? "-" : string.Join(' ', answer.By.Select(document => document.Number));
        var printed = $"{ValidityNames.Id(answer.State)} {answer.Since?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-"} {by}";
        Assert.True(string.Equals(expected, printed, StringComparison.Ordinal), $"{place}: {input}\nexpected '{expected}'\n     got '{printed}'");
    }

    [Fact]
    public void TheTableIsLargeEnough() => Assert.True(Cases.Count >= 100, $"{Cases.Count} chains");

    [Fact]
    public void TheOrderOfEventsChangesNothing()
    {
        var key = DocumentKey.Parse("11-QĐ/TW@2012-03-05");
        var random = new Random(20260101);
        foreach (var row in Cases)
        {
            var input = row.Data.Item1;
            var parts = input.Split(" @ ")[0].Split(" | ");
            var (events, effective) = Read(parts, key);
            var asked = Day(input.Split(" @ ")[1])!.Value;
            var first = ValidityTimeline.At(key, Day(parts[0]), events, asked, Today, effective);
            random.Shuffle(events);
            var second = ValidityTimeline.At(key, Day(parts[0]), events, asked, Today, effective);
            Assert.Equal((first.State, first.Since), (second.State, second.Since));
            Assert.Equal(first.By, second.By);
        }
    }

    private static (ValidityEvent[] Events, DateOnly? Effective) Read(string[] parts, DocumentKey about)
    {
        var read = parts.Skip(1).Select(part => Read(part, about)).ToList();
        return ([.. read.SelectMany(part => part.Citations.SelectMany(citation => Events.Of(citation, part.Date, part.Text)))],
            ValidityEvents.EffectiveDay(read.SelectMany(part => part.Citations)));
    }

    private static (List<Citation> Citations, DateOnly? Date, string Text) Read(string part, DocumentKey about)
    {
        var space = part.IndexOf(' ', StringComparison.Ordinal);
        var colon = part.IndexOf(": ", StringComparison.Ordinal);
        var (date, number, text) = (Day(part[..space]), part[(space + 1)..colon], part[(colon + 2)..]);
        Assert.True(Docket.TryParse(number, out var docket));
        var type = Catalogue.Default.TypesByAbbreviation(docket.Type!)[0].Id;
        var host = new Document
        {
            Key = DocumentKey.ForNumber(docket.Canonical, null, date),
            Header = new DocumentHeader
            {
                Docket = docket,
                // "Quy định này": the letters QĐ are Quy định's as well.
                Type = text.StartsWith("Quy định này", StringComparison.Ordinal) || text.EndsWith("Quy định này.", StringComparison.Ordinal) ? "quy-dinh" : type,
                Date = date,
            },
            Span = new TextSpan(0, text.Length),
        };
        var source = new SourceText { Name = "case", Text = text, Encoding = "utf-8", Blocks = [] };
        return ([.. Pipeline.Cite(source, host, new MemoryRegistry([])).Where(citation => about.Equals(citation.Target?.Key))], date, text);
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
