using Search.Application.Contracts;
using Search.Application.Errors;
using Search.Documents;

namespace Search.Api.Tests;

/// <summary>A wanted document that is several: mentions go where a person says, and come together again.</summary>
public sealed class SplitTests : CorrectedStore
{
    private const string Stub = "15-NQ/TU~lam-dong@2017";
    private const string Older = "15-NQ/TU~lam-dong@2017-05-06";
    private const string Newer = "15-NQ/TU~lam-dong@2017-01-09";

    [Fact]
    public async Task MentionsGoWhereAPersonSaysAndUndoJoinsThemAgain()
    {
        foreach (var number in new[] { 77, 78, 79 })
        {
            Plan($"{number}.txt", number, new DateOnly(2018, 3, 2), "Thực hiện Nghị quyết số 15-NQ/TU năm 2017 về du lịch, theo tình hình của địa phương.");
        }

        await IngestAsync();
        var before = Digest();
        var made = await CorrectAsync(Split((77, Older), (78, Newer)));

        Assert.Equal("applied", made.State);
        Check((77, Older), (78, Newer), (79, Stub));
        Plan("78.txt", 78, new DateOnly(2018, 3, 2), "Một câu mới ở đầu. Thực hiện Nghị quyết số 15-NQ/TU năm 2017 về du lịch, theo tình hình của địa phương.");
        await IngestAsync();
        Check((77, Older), (78, Newer), (79, Stub));
        Assert.Equal(made.Id, Assert.Single(Opened.Corrections.List(Newer, null)).Id);

        Plan("78.txt", 78, new DateOnly(2018, 3, 2), "Thực hiện Nghị quyết số 15-NQ/TU năm 2017 về du lịch, theo tình hình của địa phương.");
        await IngestAsync();
        Opened.Corrections.Undo(made.Id, "an");
        await Opened.Corrections.ApplyAsync();
        Assert.Equal(before, Digest());

        // All of it to others: the address of the stub leads to a choice between them.
        made = await CorrectAsync(Split((77, Older), (78, Newer), (79, Newer)));
        Assert.Equal("applied", made.State);
        var choice = Assert.Throws<SearchException>(() => Opened.Documents.Record(Stub));
        Assert.Equal([Newer, Older], choice.Candidates.Order(StringComparer.Ordinal));
        Assert.True(Opened.System.Verify().IsSound);
    }

    [Fact]
    public async Task WhatIsNoMentionOfTheStubIsRefused()
    {
        Plan("77.txt", 77, new DateOnly(2018, 3, 2), "Thực hiện Nghị quyết số 15-NQ/TU năm 2017 và Chỉ thị số 04-CT/TW ngày 06/7/2011 của Ban Bí thư.");
        await IngestAsync();
        var (key, other) = ("77-KH/TU~lam-dong@2018-03-02", Opened.System.Store.CitationsOf(DocumentKey.Parse("77-KH/TU~lam-dong@2018-03-02")).Single(c => c.Text.Contains("04-CT", StringComparison.Ordinal)));
        foreach (var mentions in new CorrectionMention[][] { [], [new() { Document = key, Start = other.Span.Start, Value = Older }], [new() { Document = key, Start = 0, Value = Older }], [Split((77, Stub)).Mentions![0]] })
        {
            Assert.Throws<SearchException>(() => Opened.Corrections.Add(new CorrectionRequest { Kind = "split", Document = Stub, Mentions = mentions }, "ha", null));
        }
    }

    private void Check(params (int Number, string Target)[] expected) =>
        Assert.All(expected, one => Assert.Equal(one.Target, Cited(one.Number).Target!.Key.Value));

    private CorrectionRequest Split(params (int Number, string Target)[] mentions) => new()
    {
        Kind = "split",
        Document = Stub,
        Mentions = [.. mentions.Select(mention => new CorrectionMention { Document = $"{mention.Number}-KH/TU~lam-dong@2018-03-02", Start = Cited(mention.Number).Span.Start, Value = mention.Target })],
    };

    private Citations.Citation Cited(int number) =>
        Opened.System.Store.CitationsOf(DocumentKey.Parse($"{number}-KH/TU~lam-dong@2018-03-02")).Single(citation => citation.Text.Contains("15-NQ/TU", StringComparison.Ordinal));
}
