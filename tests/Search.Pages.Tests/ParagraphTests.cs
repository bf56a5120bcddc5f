using Search.Application.Layout;
using Search.Testing;

namespace Search.Pages.Tests;

/// <summary>Which lines of a source are one paragraph, and what of Markdown is not shown.</summary>
public sealed class ParagraphTests
{
    public static TheoryData<string, string, string> Cases => CaseTable.Theory("Search.Pages.Tests", "paragraphs");

    [Theory]
    [MemberData(nameof(Cases))]
    public void LinesArePutTogether(string source, string expected, string place)
    {
        var shown = new List<string>();
        TextLine? before = null;
        foreach (var line in TextLine.Read(source, 0, source.Length))
        {
            var text = MarkdownSigns.Without(source.AsSpan(line.From, line.Length));
            if (before is { } last && ParagraphJoin.Continues(source, last, line, spansBoth: false))
            {
                shown[^1] += " " + text;
            }
            else
            {
                shown.Add(text);
            }

            before = line;
        }

        Assert.True(string.Equals(expected, string.Join(" | ", shown), StringComparison.Ordinal), $"{place}: {string.Join(" | ", shown)}");
    }

    [Fact]
    public void AMentionThatGoesOnIntoTheNextLineKeepsItsParagraphTogether()
    {
        const string source = "Hướng dẫn số 02-\n\nHD/BĐNTW của Ban Đối ngoại";
        var lines = TextLine.Read(source, 0, source.Length);
        Assert.False(ParagraphJoin.Continues(source, lines[0], lines[1], spansBoth: false));
        Assert.True(ParagraphJoin.Continues(source, lines[0], lines[1], spansBoth: true));
    }
}
