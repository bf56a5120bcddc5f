using System.Globalization;
using Search.Engine.LuceneNet;

namespace Search.Engine.Tests;

public sealed class RerankerTests : IDisposable
{
    private const string Question = "kiểm dịch viên y tế là gì";

    private readonly string _directory = Path.Combine(Path.GetTempPath(), "reranker-" + Guid.NewGuid().ToString("N"));

    public void Dispose()
    {
        if (Directory.Exists(_directory))
        {
            Directory.Delete(_directory, recursive: true);
        }
    }

    [Fact]
    public void FeaturesReadFromAnIndexAreThoseCountedFromTheTexts()
    {
        var random = new Random(20261122);
        string[] words = ["kiểm", "dịch", "viên", "y", "tế", "là", "cơ", "quan", "nhà", "nước"];
        string[] between = [" ", " ", " ", " ", ". ", "\n", "; ", ", "];
        var entries = new List<IndexEntry>();
        for (var i = 0; i < 300; i++)
        {
            entries.Add(Entry(
                string.Create(CultureInfo.InvariantCulture, $"p{i:D3}"), Text(6), Text(9), Text(random.Next(10) == 0 ? 1500 : 60)));
        }

        using var engine = Open(entries);
        using var snapshot = (Snapshot)engine.OpenSnapshot();
        foreach (var question in new[] { Question, "cơ quan nhà nước y tế nhà nước", "kiem dich vien y te" })
        {
            var flat = new FlatQueries(snapshot.Segments, snapshot.Terms, Abbreviations.None);
            var lists = flat.Compile(new WordsQuery(question));
            var heap = new TopHeap(snapshot.Segments, 50);
            for (var s = 0; s < snapshot.Segments.Count; s++)
            {
                new DisjunctionScorer().Run(snapshot.Segments[s].Segment, s, lists, [], heap, CancellationToken.None);
            }

            var best = heap.Sorted().ToArray();
            var features = new float[best.Length * PassageScan.Features];
            var reranker = new Reranker();
            reranker.Read(snapshot.Segments, flat.Profile!, best);
            reranker.Measure(flat.Profile!, flat.Profile!.Idf, flat.Profile!.PairIdf, best, features);
            for (var i = 0; i < best.Length; i += 5)
            {
                var id = snapshot.Segments[best[i].Segment].Segment.IdOf(best[i].Doc);
                var expected = NaiveFeatures.Of(question, entries.Single(e => string.Equals(e.Id, id, StringComparison.Ordinal)), entries);
                for (var f = (int)RerankFeature.Headings; f < PassageScan.Features; f++)
                {
                    Assert.True(
                        Math.Abs(expected[f] - features[(i * PassageScan.Features) + f]) < 1e-4f,
                        string.Create(CultureInfo.InvariantCulture, $"{question}: {(RerankFeature)f} of {id} is {features[(i * PassageScan.Features) + f]}, counted {expected[f]}"));
                }
            }
        }

        string Text(int length) => string.Concat(
            Enumerable.Range(0, random.Next(length)).Select(_ => words[random.Next(words.Length)] + between[random.Next(between.Length)]));
    }

    [Fact]
    public void ADefinitionComesBeforeAPassageThatOnlyUsesTheWords()
    {
        IndexEntry[] entries =
        [
            Entry("uses", "Nghị định về kiểm dịch", "Trách nhiệm", "Cơ quan y tế cử kiểm dịch viên y tế đến cửa khẩu. Kiểm dịch viên y tế mặc đồng phục."),
            Entry("defines", "Nghị định về kiểm dịch", "Giải thích từ ngữ", "1. Cửa khẩu là nơi qua lại.\n2. Kiểm dịch viên y tế là người làm công tác kiểm dịch.\n3. Tàu là phương tiện."),
            Entry("other", "Nghị định về cảng", "Phạm vi", "Nghị định này quy định về cảng là gì và ai quản lý."),
        ];
        using var engine = Open(entries);
        Assert.Equal("defines", Search(engine, Question, 10).Hits[0].Id);
    }

    [Fact]
    public void PagesOfAnySizeShowOneOrderAndFallingScores()
    {
        var entries = Enumerable.Range(0, 250).Select(i => Entry(
            string.Create(CultureInfo.InvariantCulture, $"p{i:D3}"),
            "Quyết định về công tác cán bộ",
            i % 7 == 0 ? "Trách nhiệm của cấp ủy" : "Tổ chức thực hiện",
            string.Concat(Enumerable.Repeat("cấp ủy lãnh đạo công tác. ", 1 + (i % 11))) + string.Concat(Enumerable.Repeat("khác ", i))));
        using var engine = Open(entries);
        const string Asked = "trách nhiệm của cấp ủy trong công tác cán bộ";
        var all = Search(engine, Asked, 250).Hits;
        Assert.Equal(250, all.Count);
        for (var i = 1; i < all.Count; i++)
        {
            Assert.True(all[i - 1].Score >= all[i].Score);
        }

        foreach (var limit in new[] { 1, 10, 99, 100, 101 })
        {
            Assert.Equal(all.Take(limit).Select(h => h.Id), Search(engine, Asked, limit).Hits.Select(h => h.Id));
        }
    }

    [Theory]
    [InlineData("quyền của UBND cấp xã trong quản lý đất đai", true)]
    [InlineData("quyền của ubnd cấp xã trong quản lý đất đai", true)]
    [InlineData("quyền của tp trong quản lý đất đai hiện nay", false)]
    public void AbbreviationsStandForTheirWords(string question, bool found)
    {
        using var engine = Open([Entry("a", "Luật", "Thẩm quyền", "Ủy ban nhân dân xã quản lý đất đai"), Entry("b", "Luật", "Khác", "Thành phố")]);
        var ids = Search(engine, question, 10).Hits.Select(h => h.Id).ToList();
        Assert.Equal("a", ids[0]);
        using var snapshot = (Snapshot)engine.OpenSnapshot();
        var explained = new FlatQueries(snapshot.Segments, snapshot.Terms, snapshot.Shared.Abbreviations)
            .Compile(new WordsQuery(question)).Select(l => l.Label.ToString());
        Assert.Equal(found, explained.Contains("nhân dân", StringComparer.Ordinal));
    }

    [Fact]
    public void TheLinesOfAnExplanationSumUpToTheScore()
    {
        using var engine = Open(
        [
            Entry("a", "Luật y tế", "Kiểm dịch", "Kiểm dịch viên y tế là người làm công tác kiểm dịch."),
            Entry("b", "Luật", "Y tế", "viên chức y tế là gì"),
        ]);
        using var snapshot = engine.OpenSnapshot();
        var page = snapshot.Search(new SearchRequest { Query = new WordsQuery(Question), Explain = true }, CancellationToken.None);
        foreach (var hit in page.Hits)
        {
            var lines = hit.Explanation!.Split('\n').Skip(1).Where(l => l[2] != ' ').ToList();
            Assert.Contains(lines, l => l.Contains("re-ranking", StringComparison.Ordinal));
            var sum = lines.Sum(l => double.Parse(l.Trim().Split(' ')[0], CultureInfo.InvariantCulture));
            Assert.Equal(hit.Score, sum, 0.001 * lines.Count);
        }
    }

    [Fact]
    public void WithoutRerankingScoresAreThoseOfTheLists()
    {
        var entries = new[] { Entry("a", "Luật", "Kiểm dịch", "kiểm dịch viên y tế"), Entry("b", "Luật", "Y tế", "viên chức y tế là gì") };
        using var engine = LuceneNetEngine.Open(_directory, new SearchEngineOptions { Rerank = false });
        Put(engine, entries);
        using var snapshot = (Snapshot)engine.OpenSnapshot();
        var page = snapshot.Search(new SearchRequest { Query = new WordsQuery(Question) }, CancellationToken.None);
        var lists = new FlatQueries(snapshot.Segments, snapshot.Terms, Abbreviations.None).Compile(new WordsQuery(Question));
        var scores = new float[2];
        ExhaustiveScorer.Run(snapshot.Segments[0].Segment, 0, lists, scores, new ulong[1]);
        Assert.Equal(scores.Max(), page.Hits[0].Score, 4);
    }

    private static IndexEntry Entry(string id, string title, string headings, string body) => new()
    {
        Id = id,
        Group = id,
        Text = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [IndexFields.Title] = title,
            [IndexFields.Headings] = headings,
            [IndexFields.Body] = body,
        },
    };

    private static SearchPage Search(ISearchEngine engine, string question, int limit)
    {
        using var snapshot = engine.OpenSnapshot();
        return snapshot.Search(new SearchRequest { Query = new WordsQuery(question), Limit = limit }, CancellationToken.None);
    }

    private static void Put(ISearchEngine engine, IEnumerable<IndexEntry> entries)
    {
        using var writer = engine.OpenWriter();
        foreach (var entry in entries)
        {
            writer.Put(entry);
        }

        writer.Commit(1);
    }

    private ISearchEngine Open(IEnumerable<IndexEntry> entries)
    {
        var engine = LuceneNetEngine.Open(_directory, new SearchEngineOptions { Abbreviations = [KeyValuePair.Create("UBND", "ủy ban nhân dân"), KeyValuePair.Create("TP", "thành phố")] });
        Put(engine, entries);
        ((IMaintainable)engine).Compact(CancellationToken.None);
        return engine;
    }
}
