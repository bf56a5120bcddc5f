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
