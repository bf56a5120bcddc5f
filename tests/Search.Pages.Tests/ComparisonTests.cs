using System.Text.RegularExpressions;
using Search.Application.Comparison;

namespace Search.Pages.Tests;

/// <summary>Two texts side by side: nothing is lost, and what differs is found word by word.</summary>
[Collection("site")]
public sealed partial class ComparisonTests(Site site)
{
    private static readonly string[] Words = ["đối", "ngoại", "nhân", "dân", "chỉ", "thị", "Ban", "Bí", "thư", "năm", "2011,"];

    [Fact]
    public void WordsAreComparedAcrossTheBordersOfParagraphs()
    {
        var found = TextComparison.Of(
            ["Mở đầu.", "Các cấp ủy lãnh đạo, chỉ đạo công tác đối ngoại. Hằng năm báo cáo Ban Bí thư.", "Kết thúc."],
            ["Mở đầu.", "Các cấp ủy lãnh đạo công tác đối ngoại nhân dân.", "Hằng năm báo cáo Ban Bí thư.", "Kết thúc."]);
        Assert.Equal([true, false, true], found.Rows.Select(row => row.IsSame));
        var row = found.Rows[1];
        Assert.Equal(["đạo, chỉ", "ngoại."], row.Left.SelectMany(p => p).Where(run => run.IsOwn).Select(run => run.Text));
        Assert.Equal(["ngoại nhân dân."], row.Right.SelectMany(p => p).Where(run => run.IsOwn).Select(run => run.Text));
        Assert.Equal(2, row.Right.Count);
        Assert.False(found.IsCoarse);
    }

    [Fact]
    public void WhiteSpaceAndTheFormOfLettersDoNotCount()
    {
        var found = TextComparison.Of(["Đối  ngoại\tnhân dân".Normalize(System.Text.NormalizationForm.FormD), " "], ["Đối ngoại nhân dân"]);
        Assert.Equal(0, found.Differences);
        Assert.All(found.Rows, row => Assert.True(row.IsSame));
    }

    [Fact]
    public void NothingIsLostAndWhatIsCommonIsTheSameOnBothSides()
    {
        var random = new Random(21);
        for (var round = 0; round < 200; round++)
        {
            var left = Text(random, random.Next(1, 12));
            var right = left.SelectMany(p => random.Next(5) switch
            {
                0 => [],
                1 => [p, .. Text(random, 1)],
                2 => [string.Join(' ', p.Split(' ').Where(_ => random.Next(4) > 0))],
                _ => new[] { p },
            }).ToList();
            var found = TextComparison.Of(left, right);
            Assert.Equal(Flat(left), Flat(found.Rows.SelectMany(row => row.Left).SelectMany(p => p).Select(run => run.Text)));
            Assert.Equal(Flat(right), Flat(found.Rows.SelectMany(row => row.Right).SelectMany(p => p).Select(run => run.Text)));
            foreach (var row in found.Rows)
            {
                Assert.Equal(Common(row.Left), Common(row.Right));
            }
        }
    }

    [Fact]
    public void TextsWithoutACommonWordEndSoonAndSayThatTheyAreCompared()
    {
        var left = Enumerable.Range(0, 400).Select(p => string.Join(' ', Enumerable.Range(0, 60).Select(w => $"a{p}.{w}"))).ToList();
        var right = Enumerable.Range(0, 400).Select(p => string.Join(' ', Enumerable.Range(0, 60).Select(w => $"b{p}.{w}"))).ToList();
        var found = TextComparison.Of(left, right);
        Assert.True(found.IsCoarse);
        Assert.All(found.Rows, row => Assert.False(row.IsSame));
    }

    [Fact]
    public async Task TwoDocumentsStandSideBySide()
    {
        await using var reader = await site.ReaderAsync(Screen.NoScript);
        await reader.GoAsync("/van-ban/04-ct-tw-2011-07-06");
        await reader.Page.Locator(".actions a[href^='/so-sanh']").ClickAsync();
        // What may be compared with it is one click away.
        Assert.True(await reader.Page.Locator("main .related a").CountAsync() > 0);
        await reader.Page.Locator("input[name=b]").FillAsync("02-HD/BĐNTW");
        await reader.Page.Locator("main .filters button").ClickAsync();
        Assert.Equal(2, await reader.Page.Locator(".compare-head a").CountAsync());
        var differences = int.Parse(Figure().Match(await reader.Page.Locator("[role=status] strong").InnerTextAsync()).Value.Replace(".", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(differences > 1);
        Assert.True(await reader.Page.Locator(".compare del").CountAsync() > 0);
        Assert.True(await reader.Page.Locator(".compare ins").CountAsync() > 0);
        var left = (await reader.Page.Locator(".compare-row.other > div").Nth(0).BoundingBoxAsync())!;
        var right = (await reader.Page.Locator(".compare-row.other > div").Nth(1).BoundingBoxAsync())!;
        Assert.Equal(left.Y, right.Y);
        await reader.GoAsync("/so-sanh?a=04-ct-tw-2011-07-06&b=04-ct-tw-2011-07-06&ca=1");
        Assert.Equal(0, await reader.Page.Locator(".compare-row.other").CountAsync());
        Assert.True(await reader.Page.Locator(".compare-row").CountAsync() > 3);
    }

    [Theory]
    [InlineData("/so-sanh?a=36-NQ%2FTW&b=04-CT%2FTW", ".candidates-list a")]
    [InlineData("/so-sanh?a=kh%C3%B4ng+c%C3%B3&b=04-CT%2FTW", ".notice a")]
    public async Task WhatIsNotOneDocumentHasAWayOn(string path, string link)
    {
        await using var reader = await site.ReaderAsync(Screen.NoScript);
        await reader.GoAsync(path);
        Assert.True(await reader.Page.Locator(link).CountAsync() > 0);
    }

    private static List<string> Text(Random random, int paragraphs) =>
        [.. Enumerable.Range(0, paragraphs).Select(_ => string.Join(' ', Enumerable.Range(0, random.Next(1, 15)).Select(_ => Words[random.Next(Words.Length)])))];

    private static string Flat(IEnumerable<string> parts) => string.Join(' ', parts.Where(part => part.Length > 0));

    private static string Common(IEnumerable<IReadOnlyList<ComparedRun>> side) => Flat(side.SelectMany(p => p).Where(run => !run.IsOwn).Select(run => run.Text));

    [GeneratedRegex("[0-9.]+", RegexOptions.None, 1000)]
    private static partial Regex Figure();
}
