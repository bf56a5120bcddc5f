using System.Text;
using Search.Testing;

namespace Search.Engine.Embedded.Tests;

/// <summary>
/// A committed segment of every format version: the current one reads as it was written, older ones are refused by
/// name, so that their owner rebuilds them. <c>UPDATE_GOLDEN=1 dotnet test</c> writes the sample of the current version
/// where it is missing; samples are never written again.
/// </summary>
public sealed class FormatSampleTests
{
    [Fact]
    public void TheSampleOfVersion1IsRefusedByName()
    {
        var refused = Assert.Throws<IndexDamagedException>(() => Segment.Open(Sample("v1.seg")));
        Assert.Contains("format version 1 is not known", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheSampleOfVersion2ReadsAsItWasWritten()
    {
        var path = Sample("v2.seg");
        if (!File.Exists(path) && string.Equals(Environment.GetEnvironmentVariable("UPDATE_GOLDEN"), "1", StringComparison.Ordinal))
        {
            Write(path);
        }

        using var segment = Segment.Open(path);
        Assert.Equal(300, segment.Docs);
        Assert.Equal("d007#0", segment.Ids[7]);
        Assert.Equal(7, segment.FindId("d007#0"));
        Assert.Equal(-1, segment.FindId("không có"));
        Assert.Equal("d007", segment.Groups[segment.GroupOf(7)]);
        Assert.Equal("7-CT/TW\nTiêu đề chung", segment.Labels[segment.LabelOf(7)]);
        Assert.Equal(20200108, segment.Number(0, 7));
        Assert.Equal(long.MinValue, segment.Number(1, 7));
        Assert.Equal("chi-thi", segment.Keyword(0)!.Values[segment.Keyword(0)!.Of(7)[0]]);

        var common = segment.Terms.Postings(segment.Terms.Find(TermKey.Of("noi", "nội")));
        Assert.Equal(300, common.Count);
        Assert.Equal(Enumerable.Range(0, 300), Docs(segment, common));
        var third = segment.Terms.Postings(segment.Terms.Find(TermKey.Of("ba", "ba")));
        Assert.Equal(Enumerable.Range(0, 300).Where(i => i % 3 == 0), Docs(segment, third));
        var pair = segment.Pairs.Find(segment.Terms.Find(TermKey.Of("noi", "nội")), segment.Terms.Find(TermKey.Of("dung", "dung")));
        Assert.Equal(300, pair.Count);
        Assert.Equal(1, segment.Terms.Postings(segment.Terms.Find(TermKey.OfNumber("7.ct.tw"))).Count);
        var words = Words(segment, 3);
        Assert.Equal(["3", "ct", "tw", "tiêu", "đề", "chung", "nội", "dung", "số", "3", "/ba"], words);
    }

    // The text of a passage, "/" where a line of the body begins.
    private static List<string> Words(Segment segment, int doc)
    {
        var terms = Enumerable.Range(0, segment.Terms.Count).ToDictionary(segment.CodeOf, o => TermKey.Split(segment.Terms.Key(o)).Exact);
        var words = new List<string>();
        var reader = new ForwardReader(segment.Text(doc));
        while (reader.MoveNext())
        {
            words.Add((reader.BeginsLine ? "/" : "") + terms[reader.Code]);
        }

        return words;
    }

    private static string Sample(string name) => RepositoryFiles.PathOf("tests", "Search.Engine.Embedded.Tests", "Samples", name);

    private static List<int> Docs(Segment segment, PostingRef list)
    {
        var cursor = new ListCursor(segment, list);
        var docs = new List<int>();
        for (var doc = cursor.Advance(0); doc != Matcher.NoMore; doc = cursor.Advance(doc + 1))
        {
            docs.Add(doc);
        }

        return docs;
    }

    private static void Write(string path)
    {
        var builder = new SegmentBuilder();
        for (var i = 0; i < 300; i++)
        {
            builder.Add(new IndexEntry
            {
                Id = $"d{i:D3}#0",
                Group = $"d{i:D3}",
                Text = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    [IndexFields.Number] = $"{i}-CT/TW",
                    [IndexFields.Title] = "Tiêu đề chung",
                    [IndexFields.Body] = new StringBuilder().Append("nội dung số ").Append(i).Append(i % 3 == 0 ? ". ba" : ", khác").ToString(),
                },
                Keywords = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [IndexFields.Type] = ["chi-thi"] },
                Numbers = new Dictionary<string, long>(StringComparer.Ordinal) { [IndexFields.Date] = 20200101 + i },
            });
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        builder.Write(DiskFileLayer.Instance, path);
    }
}
