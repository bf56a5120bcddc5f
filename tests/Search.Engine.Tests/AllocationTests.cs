using System.Globalization;
using Search.Engine.LuceneNet;
using Search.Text;

namespace Search.Engine.Tests;

/// <summary>
/// What a question leaves for the collector. Bytes are counted and do not depend on the machine or its load; a question that
/// is asked again finds all it needs in the caches.
/// </summary>
public sealed class AllocationTests(AllocationTests.Collection collection) : IClassFixture<AllocationTests.Collection>
{
    private const int MostBytesOfAQuestion = 4096;
    private const int MostBytesOfASnippet = 2048;
    private const int Passages = 900;

    private static readonly string[] Words =
    [
        "công", "tác", "cán", "bộ", "đảng", "viên", "kiểm", "tra", "giám", "sát", "thực", "hiện", "nghị", "quyết", "trung", "ương",
        "tỉnh", "ủy", "ban", "bí", "thư", "lãnh", "đạo", "chỉ", "thị", "về", "của", "và", "trong", "nhân", "dân", "xã", "hội",
        "kinh", "tế", "phát", "triển", "tổ", "chức", "cơ", "sở", "nông", "thôn", "mới", "xây", "dựng", "chính", "quyền", "đoàn",
        "thể", "thanh", "niên", "phụ", "nữ", "giáo", "dục", "y", "khoa", "học", "môi", "trường", "đất", "đai", "ngân", "sách",
    ];

    [Theory]
    [InlineData(8, false)]
    [InlineData(27, false)]
    [InlineData(27, true)]
    [InlineData(60, false)]
    [InlineData(8, false, true)]
    [InlineData(8, true, true)]
    public void AQuestionAllocatesNoMoreThanItsAnswerNeeds(int length, bool bare, bool counted = false)
    {
        using var snapshot = (counted ? collection.Counting : collection.Engine).OpenSnapshot();
        var random = new Random(length);
        var questions = Enumerable.Range(0, 40).Select(_ => Text(random, length)).ToList();
        if (bare)
        {
            questions = questions.ConvertAll(question => string.Join(' ', FieldAnalyzer.Shared.Analyze(question).Select(token => token.Folded)));
        }

        var hits = 0;
        var bytes = BytesOf(questions, question =>
        {
            hits += snapshot.Search(QueryParser.Parse(question).ToRequest(), CancellationToken.None).Hits.Count;
        });
        Assert.True(hits >= questions.Count * 10);
        Assert.True(bytes <= MostBytesOfAQuestion, string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes a question of {length} syllables"));
    }

    [Fact]
    public void ASnippetAllocatesNoMoreThanItShows()
    {
        var random = new Random(5);
        var text = Text(random, 2000);
        var highlighter = new Highlighter(QueryParser.Parse(Text(random, 27)).Query);
        var bytes = BytesOf(Enumerable.Repeat(text, 20).ToList(), shown => Assert.NotEmpty(highlighter.Snippet(shown, 320).Marks));
        Assert.True(bytes <= MostBytesOfASnippet, string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes a snippet"));
    }

    // Of the third time: the first two fill the caches and make the working memory of this thread.
    private static long BytesOf(List<string> texts, Action<string> ask)
    {
        long bytes = 0;
        for (var round = 0; round < 3; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            foreach (var text in texts)
            {
                ask(text);
            }

            bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        return bytes / texts.Count;
    }

    private static string Text(Random random, int length) => string.Join(' ', Enumerable.Range(0, length).Select(_ => Words[random.Next(Words.Length)]));

    /// <summary>An index of passages in one segment, filled once.</summary>
    public sealed class Collection : IDisposable
    {
        private readonly string _directory = Path.Combine(Path.GetTempPath(), "allocation-" + Guid.NewGuid().ToString("N"));

        public Collection()
        {
            var random = new Random(20261129);
            Engine = LuceneNetEngine.Open(_directory, new SearchEngineOptions { ExactTotalPostings = 0 });
            using (var writer = Engine.OpenWriter())
            {
                for (var i = 0; i < Passages; i++)
                {
                    var id = string.Create(CultureInfo.InvariantCulture, $"p{i:D4}");
                    writer.Put(new IndexEntry
                    {
                        Id = id,
                        Group = id,
                        Text = new Dictionary<string, string>(StringComparer.Ordinal)
                        {
                            [IndexFields.Title] = Text(random, 6),
                            [IndexFields.Body] = Text(random, 30 + random.Next(300)),
                        },
                    });
                }

                writer.Commit(1);
            }

            ((IMaintainable)Engine).Compact(CancellationToken.None);
            Counting = LuceneNetEngine.Open(_directory, new SearchEngineOptions { ExactTotalPostings = int.MaxValue });
        }

        public ISearchEngine Engine { get; }

        /// <summary>The same index, of which every match is counted.</summary>
        public ISearchEngine Counting { get; }

        public void Dispose()
        {
            ((IDisposable)Counting).Dispose();
            ((IDisposable)Engine).Dispose();
            Directory.Delete(_directory, recursive: true);
        }
    }
}
