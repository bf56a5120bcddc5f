using Search.Application.Contracts;
using Search.Application.Errors;
using Search.Documents;

namespace Search.Api.Tests;

/// <summary>Wanted documents that people merged, one after the other: every address leads to the last one.</summary>
public sealed class MergeTests : CorrectedStore
{
    private const string First = "04-CT/TW@2011-06-07";
    private const string Second = "04-CT/TW@2011-06-08";
    private const string Third = "05-CT/TW@2011-06-09";
    private const string Last = "06-CT/TW@2011-07-06";

    [Theory]
    [InlineData("123")]
    [InlineData("321")]
    [InlineData("213")]
    public async Task ChainsOfMergesLeadToTheEndInWhateverOrderTheyAreMade(string order)
    {
        await IngestFourAsync();
        var before = Digest();
        (string From, string To)[] steps = [(First, Second), (Second, Third), (Third, Last)];
        var made = new List<CorrectionLine>();
        foreach (var step in order)
        {
            var (from, to) = steps[step - '1'];
            made.Add(await CorrectAsync(new CorrectionRequest { Kind = "merge", Document = from, Value = to }));
        }

        Assert.All(made, line => Assert.Equal("applied", line.State));
        Assert.Equal((Last, 4L), (Assert.Single(Opened.System.Store.Stubs(10)).Summary.Key.Value, (long)Opened.System.Store.Stubs(10)[0].Demand));
        foreach (var key in new[] { First, Second, Third, Last })
        {
            Assert.Equal(Last, Opened.Documents.Record(key).Summary.Key.Value);
            Assert.Equal(Last, Opened.Documents.Record(DocumentKey.Parse(key).Slug).Summary.Key.Value);
            Assert.Equal(Last, Assert.Single(Opened.Lookups.One(key).Candidates).Key);
        }

        Assert.Equal(3, Opened.Corrections.List(Last, null).Count);
        foreach (var line in made)
        {
            Opened.Corrections.Undo(line.Id, "an");
            await Opened.Corrections.ApplyAsync();
        }

        Assert.Equal(before, Digest());
        Assert.True(Opened.System.Verify().IsSound);
    }

    [Fact]
    public async Task AMergeThatWouldLeadInACircleIsRefused()
    {
        await IngestFourAsync();
        await CorrectAsync(new CorrectionRequest { Kind = "merge", Document = First, Value = Second });
        var middle = await CorrectAsync(new CorrectionRequest { Kind = "merge", Document = Second, Value = Third });
        foreach (var value in new[] { First, Second })
        {
            var refused = Assert.Throws<SearchException>(() => Opened.Corrections.Add(new CorrectionRequest { Kind = "merge", Document = Third, Value = value }, "ha", null));
            Assert.Contains("vòng", refused.Message, StringComparison.Ordinal);
        }

        Assert.Throws<SearchException>(() => Opened.Corrections.Add(new CorrectionRequest { Kind = "merge", Document = First, Value = Last }, "ha", null));

        // Two halves of a circle, made in two stores: neither leads anywhere, and both say so.
        var lines = Opened.Corrections.Export().ToList();
        Opened.Corrections.Undo(middle.Id, "an");
        await CorrectAsync(new CorrectionRequest { Kind = "merge", Document = Third, Value = Second });
        Opened.Corrections.Import([lines.Single(line => line.Contains(middle.Id, StringComparison.Ordinal)).Replace(middle.Id, "0123456789abcdef", StringComparison.Ordinal)], "operator");
        await Opened.Corrections.ApplyAsync();
        Assert.All(Opened.Corrections.List(null, null).Where(line => line.State is not "undone"), line => Assert.Equal("conflict", line.State));
    }

    [Fact]
    public async Task TheMergedDocumentArrivesLaterAndThePersonsWordStaysInConflict()
    {
        await IngestFourAsync();
        var made = await CorrectAsync(new CorrectionRequest { Kind = "merge", Document = Third, Value = Last });
        Paper("5.txt", "05-CT/TW", "CHỈ THỊ", new DateOnly(2011, 6, 9), "Nội dung chỉ thị.");
        File.WriteAllText(Path.Combine(Sources, "5.txt"), (await File.ReadAllTextAsync(Path.Combine(Sources, "5.txt"))).Replace("TỈNH ỦY LÂM ĐỒNG", "BAN CHẤP HÀNH TRUNG ƯƠNG", StringComparison.Ordinal).Replace("Đà Lạt", "Hà Nội", StringComparison.Ordinal));
        await IngestAsync();
        Assert.Equal("conflict", Opened.Corrections.Get(made.Id).State);
        Assert.Equal(2, Opened.System.Store.Stubs(10).Single(stub => string.Equals(stub.Summary.Key.Value, Last, StringComparison.Ordinal)).Demand);
        Opened.Corrections.Undo(made.Id, "an");
        await Opened.Corrections.ApplyAsync();
        Assert.Equal(1, Opened.System.Store.Summary(DocumentKey.Parse(Third))!.CitedBy);
    }

    private async Task IngestFourAsync()
    {
        foreach (var (number, cited) in new[] { (77, "04-CT/TW ngày 07/6/2011"), (78, "04-CT/TW ngày 08/6/2011"), (79, "05-CT/TW ngày 09/6/2011"), (80, "06-CT/TW ngày 06/7/2011") })
        {
            Plan($"{number}.txt", number, new DateOnly(2018, 3, 2), $"Thực hiện Chỉ thị số {cited} của Ban Bí thư.");
        }

        await IngestAsync();
    }
}
