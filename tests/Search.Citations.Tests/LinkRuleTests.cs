using System.Globalization;
using Search.Citations.Resolution;
using Search.Citations.Tests.Support;
using Search.Documents;
using Search.Testing;
using Search.Text;

namespace Search.Citations.Tests;

/// <summary>The decision table of links, row by row. A line: row: sentence | day of the citing document | known documents
/// (key; issuer; term; title), separated by " | " ⇶ key and confidence of the link, or "?" and the candidates.</summary>
public sealed class LinkRuleTests
{
    public static TheoryData<string, string, string> Cases => CaseTable.Theory("Search.Citations.Tests", "links");

    [Theory]
    [MemberData(nameof(Cases))]
    public void DecidesByTheRow(string input, string expected, string place)
    {
        var parts = input[(input.IndexOf(": ", StringComparison.Ordinal) + 2)..].Split(" | ");
        DateOnly? day = DateOnly.TryParseExact(parts[1], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
        var host = new Document { Key = DocumentKey.ForUnnumbered("?", null, "case", day), Header = new DocumentHeader { Type = "ke-hoach", Date = day }, Span = new TextSpan(0, parts[0].Length) };
        var citation = Assert.Single(
            Pipeline.Cite(DocumentReaders.FromText("a.txt", parts[0]), host, new MemoryRegistry(parts.Skip(2).Select(Known))), citation => citation.Cited.Docket is not null);
        var printed = citation.Target is { } target
            ? string.Create(CultureInfo.InvariantCulture, $"{target.Key} {citation.Confidence:0.##}")
            : "? " + string.Join(' ', citation.Candidates);
        Assert.True(string.Equals(expected, printed.Trim(), StringComparison.Ordinal), $"{place}: expected '{expected}', got '{printed}' ({citation.Reason})");
        if (LinkRule.Table.FirstOrDefault(rule => input.StartsWith(rule.Id + ": ", StringComparison.Ordinal)) is { } row && !input.Contains(" (", StringComparison.Ordinal))
        {
            Assert.Equal(row.Reason, citation.Reason);
        }
    }

    /// <summary>A number without its sign is whole where type and issuer have one sign each and the day is named.</summary>
    [Theory]
    [InlineData("theo Chỉ thị 44 ngày 03/7/2017 của Ban Bí thư.", "44-CT/TW@2017-07-03")]
    [InlineData("theo Kết luận số 77 ngày 05/5/2020 của Bộ Chính trị.", "77-KL/TW@2020-05-05")]
    [InlineData("theo Hướng dẫn 19 ngày 20 tháng 9 năm 2019 của Ban Tổ chức Trung ương.", "19-HD/BTCTW@2019-09-20")]
    [InlineData("theo Quy định 47 ngày 01/11/2011 của Ban Chấp hành Trung ương.", null)]
    [InlineData("theo Chỉ thị 44 của Ban Bí thư.", null)]
    [InlineData("theo Nghị quyết 15 ngày 02/02/2019 của Chính phủ.", null)]
    [InlineData("theo Kết luận 15 ngày 02/02/2019 của Ban Thường vụ Tỉnh ủy.", "15-KL/TU~?@2019-02-02")]
    public void ANumberWithoutItsSignIsMadeWholeOrLeftOpen(string text, string? key)
    {
        var host = new Document { Key = DocumentKey.ForUnnumbered("?", null, "case", null), Header = new DocumentHeader { Type = "ke-hoach" }, Span = new TextSpan(0, text.Length) };
        var citation = Assert.Single(Pipeline.Cite(DocumentReaders.FromText("a.txt", text), host, new MemoryRegistry([])));
        Assert.Equal(key, citation.Target?.Key.ToString());
        Assert.Equal(key is null ? null : DocumentStatus.Stub, citation.Target?.Status);
    }

    [Fact]
    public void EveryRowHasItsCasesAndItsLineInTheReadme()
    {
        var readme = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "src", "Search.Citations", "README.md"));
        Assert.All(LinkRule.Table, rule =>
        {
            Assert.Contains(Cases, row => row.Data.Item1.StartsWith(rule.Id + ": ", StringComparison.Ordinal));
            Assert.Contains($"| `{rule.Id}` |", readme, StringComparison.Ordinal);
        });
    }

    private static KnownDocument Known(string text)
    {
        var fields = text.Split("; ");
        var key = DocumentKey.Parse(fields[0]);
        string? Field(int index) => fields.Length > index && fields[index] is { Length: > 0 } and not "-" ? fields[index] : null;
        return new KnownDocument
        {
            Key = key,
            Header = DocumentHeader.Of(key) with { Issuer = Field(1), Term = Field(2), Title = Field(3), ProvinceId = key.Place is "?" ? null : key.Place },
            Status = DocumentStatus.Present,
        };
    }
}
