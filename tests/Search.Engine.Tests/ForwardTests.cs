using System.Globalization;
using System.Text;
using Search.Text;

namespace Search.Engine.Tests;

/// <summary>The texts of passages in codes of one byte, two bytes, and letter by letter, written and read back.</summary>
public sealed class ForwardTests
{
    [Fact]
    public void TextsReadAsTheyWereWritten()
    {
        var random = new Random(7);
        var analyzer = new PassageAnalyzer();
        for (var round = 0; round < 200; round++)
        {
            var words = new List<string>();
            for (var i = 0; i < 300; i++)
            {
                words.Add((i > 0 && random.Next(9) == 0 ? "/" : "") + Word(random));
            }

            var passage = analyzer.Analyze(new IndexEntry
            {
                Id = "p",
                Group = "g",
                Text = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    [IndexFields.Title] = "một hai",
                    [IndexFields.Body] = string.Join(' ', words).Replace(" /", ". ", StringComparison.Ordinal),
                },
            });
            var lengths = new int[ForwardText.Fields];
            var stored = ForwardText.Open(passage.Text.Span, lengths);
            Assert.Equal([0, 2, 0, words.Count], lengths);
            Check(stored, ["một", "hai", .. words]);
        }
    }

    [Fact]
    public void EveryCodeIsOfOneWordAndBack()
    {
        for (var code = 0; code < SyllableCode.Count; code++)
        {
            var word = SyllableCode.Word(code);
            Assert.Equal(code, SyllableCode.Of(word));
            Assert.Equal(word, Assert.Single(FieldAnalyzer.Shared.Analyze(word)).Exact);
        }

        Assert.True(SyllableCode.Count <= SyllableCode.Limit);
        Assert.Equal(SyllableCode.None, SyllableCode.Of("không-có"));
    }

    [Fact]
    public void MostWordsOfAVietnameseTextTakeTwoBytesAtMost()
    {
        const string Text = "Điều 1. Phạm vi điều chỉnh: Nghị định này quy định chi tiết một số điều của Luật Đất đai năm 2024 về bồi thường, "
            + "hỗ trợ, tái định cư khi Nhà nước thu hồi đất; khoản 2 Điều 87 và Quyết định số 295/QĐ-UBND.";
        var passage = new PassageAnalyzer().Analyze(new IndexEntry
        {
            Id = "p",
            Group = "g",
            Text = new Dictionary<string, string>(StringComparer.Ordinal) { [IndexFields.Body] = Text },
        });
        Assert.True(passage.Text.Length < FieldAnalyzer.Shared.Analyze(Text).Count * 1.7, $"{passage.Text.Length} bytes");
    }

    private static string Word(Random random) => random.Next(6) switch
    {
        0 => string.Create(CultureInfo.InvariantCulture, $"w{random.Next(100_000)}"),
        1 => random.Next(100_000).ToString(CultureInfo.InvariantCulture),
        2 => CommonWords.Frequent[random.Next(CommonWords.Frequent.Length)],
        _ => SyllableCode.Word(random.Next(SyllableCode.Count)),
    };

    private static void Check(ReadOnlySpan<byte> stored, List<string> words)
    {
        var table = new WordTable();
        foreach (var word in words)
        {
            table.Add(word.TrimStart('/'), (byte)(1 + (word.TrimStart('/').Length % 100)));
        }

        var found = new List<string>();
        var reader = new ForwardReader(stored);
        while (reader.MoveNext())
        {
            var word = reader.Code == SyllableCode.None ? Encoding.UTF8.GetString(reader.Foreign) : SyllableCode.Word(reader.Code);
            found.Add((reader.BeginsLine ? "/" : "") + word);
        }

        Assert.Equal(words, found);
        var values = new byte[found.Count];
        new ForwardReader(stored).LookUp(table, 0x80, values);
        Assert.Equal(found.Select(w => (byte)((1 + (w.TrimStart('/').Length % 100)) | (w[0] == '/' ? 0x80 : 0))), values);
    }
}
