using System.Globalization;
using Search.Testing;

namespace Search.Engine.Tests;

public sealed class QueryParserTests
{
    private static readonly QueryCatalogue Names = new(
        [
            new QueryType("chi-thi", "Chỉ thị", ["CT"], []),
            new QueryType("nghi-dinh", "Nghị định", ["NĐ"], []),
        ],
        [new("bbt", "Ban Bí thư"), new("Ban Bí thư", "Ban Bí thư")],
        [new("Lâm Đồng", "lam-dong"), new("Hòa Bình", "hoa-binh")],
        [new("TW", null), new("BĐNTW", "Ban Đối ngoại Trung ương"), new("TTg", "Thủ tướng Chính phủ"), new("CP", "Chính phủ")])
    {
        Closed =
        [
            new(IndexFields.Validity, "con-hieu-luc", "Còn hiệu lực"),
            new(IndexFields.Validity, "bi-thay-the", "Bị thay thế"),
            new(IndexFields.Validity, "chua-ro", "Chưa rõ hiệu lực"),
        ],
    };

    public static TheoryData<string, string, string> Cases()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var line in CaseTable.Load("Search.Engine.Tests", "queries"))
        {
            data.Add(line.Input, line.Expected, line.Place);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void QueriesReadAsWritten(string text, string expected, string place)
    {
        var parsed = QueryParser.Parse(text, Names);
        var printed = parsed.Query.ToString();
        foreach (var filter in parsed.Filters)
        {
            printed += $" & {filter}";
        }

        foreach (var wish in parsed.Wishes)
        {
            printed += $" ~ {wish.Condition}";
        }

        if (parsed.Repairs.Count > 0)
        {
            printed += string.Create(CultureInfo.InvariantCulture, $"; repairs: {parsed.Repairs.Count}");
        }

        if (parsed.Errors.Count > 0)
        {
            printed += string.Create(CultureInfo.InvariantCulture, $"; errors: {parsed.Errors.Count}");
        }

        Assert.True(string.Equals(expected, printed, StringComparison.Ordinal), $"{place}: expected {expected}\n found {printed}");
    }

    [Fact]
    public void RandomTextNeverThrowsAndProblemsLieInsideTheText()
    {
        const string Alphabet = "ab đốiORNT\"“”()-*~^:.|&0123456789/\\ \t\n\ud800\u0301#nam:loai:so:";
        var random = new Random(5);
        for (var i = 0; i < 20_000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(60)).Select(_ => Alphabet[random.Next(Alphabet.Length)])]);
            var parsed = QueryParser.Parse(text, Names);
            Assert.NotNull(parsed.Query.ToString());
            foreach (var repair in parsed.Repairs)
            {
                Assert.InRange(repair.Position + repair.Length, 0, text.Length);
            }

            foreach (var error in parsed.Errors)
            {
                Assert.InRange(error.Position + error.Length, 0, text.Length);
            }
        }
    }

    [Fact]
    public void DeepAndLongQueriesAreRefusedWithAPosition()
    {
        Assert.Single(QueryParser.Parse(new string('(', 2000) + "a").Errors);
        Assert.Equal(QueryParser.MaxLength, Assert.Single(QueryParser.Parse(new string('a', 5000)).Errors).Position);
    }
}
