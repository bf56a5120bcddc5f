using Search.Api.Pages;
using Search.Application.Contracts;

namespace Search.Pages.Tests;

/// <summary>The boxes of the scheme of relations, and the lines of chains.</summary>
public sealed class RelationBoxesTests
{
    [Fact]
    public void EachDocumentStandsInTheBoxOfItsStrongestRelation()
    {
        var boxes = RelationBoxes.Of([Item("b", "dan-chieu"), Item("a", "thuc-hien"), Item("b", "thay-the"), Item("a", "can-cu"), Item("c", "can-cu"), Item("b", "dan-chieu")]);
        Assert.Equal(["thay-the", "can-cu"], boxes.Boxes.Select(box => box.Relation));
        Assert.Equal(3, boxes.Count);
        var replaced = Assert.Single(boxes.Boxes[0].Papers);
        Assert.Equal("b", replaced.Document.Key);
        Assert.Equal(["dan-chieu"], replaced.Others);
        Assert.Equal("thay-the", replaced.Items[0].Relation);
        Assert.Equal(["a", "c"], boxes.Boxes[1].Papers.Select(paper => paper.Document.Key));
    }

    [Fact]
    public void MentionsInOneSentenceAreOneLineWithTheirNumber()
    {
        var boxes = RelationBoxes.Of(
        [
            Item("a", "can-cu") with { Sentence = "Câu một.", Place = "#i" },
            Item("a", "dan-chieu") with { Sentence = "Câu một.", Place = "#i" },
            Item("a", "dan-chieu") with { Sentence = "Câu một.", Place = "#ii" },
            Item("b", "can-cu") with { Sentence = "Câu một.", Place = "#i" },
        ]);
        var box = Assert.Single(boxes.Boxes);
        Assert.Equal([("can-cu", 2), ("dan-chieu", 1)], box.Papers[0].Items.Select(item => (item.Relation, item.Mentions)));
        Assert.Equal(["dan-chieu"], box.Papers[0].Others);
        Assert.Equal(1, Assert.Single(box.Papers[1].Items).Mentions);
    }

    [Fact]
    public void AChainIsOneLineFromAboveToBelow()
    {
        // From the guideline: up to the directive it guides, down to the plan that carries it out.
        var lines = Chains.Card.Lines([new ChainLine("down", [Step("guide", null), Step("plan", "thuc-hien")]), new ChainLine("up", [Step("guide", null), Step("directive", "huong-dan")])]);
        var line = Assert.Single(lines);
        Assert.Equal([("directive", null), ("guide", "huong-dan"), ("plan", "thuc-hien")], line.Select(card => (card.Step.Key, card.Relation)));
    }

    [Fact]
    public void SeveralWaysUpAreLinesOfTheirOwn()
    {
        var lines = Chains.Card.Lines(
        [
            new ChainLine("up", [Step("plan", null), Step("guide", "thuc-hien"), Step("directive", "huong-dan")]),
            new ChainLine("up", [Step("plan", null), Step("resolution", "can-cu")]),
            new ChainLine("down", [Step("plan", null)]),
        ]);
        Assert.Equal(["directive guide plan", "resolution plan"], lines.Select(line => string.Join(' ', line.Select(card => card.Step.Key))));
    }

    private static RelationBoxes.Item Item(string key, string relation) =>
        new(new DocumentLine { Key = key, Slug = key, Status = "present", Url = "/van-ban/" + key }, relation, "…", "…", null);

    private static ChainStepLine Step(string key, string? relation) => new(key, "present", relation, null, null, null, null);
}
