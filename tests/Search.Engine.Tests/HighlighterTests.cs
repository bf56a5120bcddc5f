namespace Search.Engine.Tests;

public sealed class HighlighterTests
{
    private const string Text =
        "Phần mở đầu nói chuyện khác. Công tác đối ngoại nhân dân là bộ phận quan trọng của đối ngoại. Thực hiện Chỉ thị số 04-CT/TW của Ban Bí thư.";

    [Theory]
    [InlineData("đối ngoại nhân dân", "đối ngoại nhân dân|đối ngoại")]
    [InlineData("doi ngoai nhan dan", "đối ngoại nhân dân|đối ngoại")]
    [InlineData("quan trọng", "quan trọng")]
    [InlineData("bộ", "bộ")]
    [InlineData("không hề có", "")]
    public void MarksAreWhatMatches(string words, string marked)
    {
        var snippet = Highlighter.Snippet(Text, new WordsQuery(words), 500);
        Assert.Equal(marked, string.Join('|', snippet.Marks.Select(m => snippet.Text[m.Start..m.End])));
    }

    [Fact]
    public void ANumberIsMarkedAsAWhole()
    {
        var snippet = Highlighter.Snippet(Text, new NumberQuery("4.ct.tw"), 500);
        Assert.Equal("04-CT/TW", Assert.Single(snippet.Marks.Select(m => snippet.Text[m.Start..m.End])));
    }

    [Fact]
    public void TheFragmentIsWhereTheWordsAre()
    {
        var text = string.Concat(Enumerable.Repeat("Câu không liên quan gì cả. ", 200)) + "Ở đây có biển đảo quê hương. "
            + string.Concat(Enumerable.Repeat("Lại câu khác nữa. ", 200));
        var snippet = Highlighter.Snippet(text, new WordsQuery("biển đảo quê hương"), 120);
        Assert.Contains("biển đảo quê hương", snippet.Text, StringComparison.Ordinal);
        Assert.StartsWith("Ở đây", snippet.Text, StringComparison.Ordinal);
        Assert.True(snippet.Text.Length <= 120);
    }

    /// <summary>Numbers of documents, dates and sums that are written with spaces stay whole at both ends.</summary>
    [Theory]
    [InlineData("Kế hoạch số 118 - KH / TU")]
    [InlineData("ngày 27 / 10 / 2019")]
    [InlineData("3 450 000")]
    [InlineData("Quyết định 77\u2013QĐ/TU")]
    public void NumbersAreNeverCut(string number)
    {
        for (var before = 0; before < 160; before++)
        {
            var text = $"{Filler(before)} {number} {Filler(40)} bến cảng {Filler(30)} {number} {Filler(300)}";
            var shown = Highlighter.Snippet(text, new WordsQuery("bến cảng"), 60 + (before % 50)).Text;
            var rest = shown.Replace(number, "", StringComparison.Ordinal);

            Assert.DoesNotContain(rest.Split(' '), word => word.AsSpan().ContainsAny("0123456789/"));
        }
    }

    [Fact]
    public void ALineWithoutSpacesEndsWithAPartOfIt()
    {
        var text = "bến cảng " + string.Concat(Enumerable.Repeat("hangmuc|12.345|", 40));

        var shown = Highlighter.Snippet(text, new WordsQuery("bến cảng"), 77).Text;

        Assert.Matches("(hangmuc|12[.]345|[|])$", shown);
    }

    private static string Filler(int length) => string.Concat(Enumerable.Repeat("lời văn kể ", (length / 11) + 1))[..length].Trim();

    [Fact]
    public void OffsetsAreExactForRandomTexts()
    {
        var random = new Random(3);
        string[] words = ["đối", "ngoại", "nhân", "dân", "hoà", "hòa", "e\u0301", "\ud83d\ude00", ",", ".", "\n", "x"];
        for (var i = 0; i < 2000; i++)
        {
            var text = string.Join(random.Next(2) == 0 ? " " : "", Enumerable.Range(0, random.Next(80)).Select(_ => words[random.Next(words.Length)]));
            var snippet = Highlighter.Snippet(text, new WordsQuery("đối ngoại hòa"), 20 + random.Next(100));
            Assert.Equal(text[snippet.Start..snippet.End], snippet.Text);
            var last = 0;
            foreach (var mark in snippet.Marks)
            {
                Assert.True(mark.Start >= last && mark.End > mark.Start && mark.End <= snippet.Text.Length);
                last = mark.End;
            }
        }
    }
}
