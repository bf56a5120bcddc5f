using Search.Testing;
using Search.Text;

namespace Search.Engine.Tests;

/// <summary>Typing errors are read in the collection's own spelling.</summary>
public sealed class QueryCorrectorTests
{
    private static readonly SentenceWords Words = new(
        Enumerable.Repeat("tiếp tục đổi mới và nâng cao hiệu quả công tác đối ngoại nhân dân trong tình hình mới", 400)
            .Concat(Enumerable.Repeat("sắp xếp đơn vị hành chính cấp xã của tỉnh", 400))
            .Concat(Enumerable.Repeat("phòng cháy chữa cháy rừng và các phòng ban", 400))
            .Concat(Enumerable.Repeat("củng cố hòa bình hữu nghị với nhân dân các nước và bạn bè quốc tế", 400))
            .Concat(["đôi ngoại", "ông dan díu", "người đi dối", "sếp của phòng", "đối với đời sống", "doi dân"]));

    public static TheoryData<string, string, string> Cases => CaseTable.Theory("Search.Engine.Tests", "corrections");

    [Theory]
    [MemberData(nameof(Cases))]
    public void TypedWordsAreRead(string typed, string expected, string place)
    {
        var parsed = QueryParser.Parse(typed, QueryCatalogue.Empty, Words);

        Assert.True(
            string.Equals(expected, parsed.ReadAs ?? "", StringComparison.Ordinal), $"{place}: read as {parsed.ReadAs ?? "typed"}");
        Assert.Equal(expected.Length > 0, parsed.Repairs.Count > 0);
        Assert.All(parsed.Repairs, repair => Assert.InRange(repair.Position + repair.Length, 1, typed.Length));
    }

    [Fact]
    public void NumbersDatesAndFiltersAreNeverCorrected()
    {
        var parsed = QueryParser.Parse("chỉ thị 04-CTT/TWW 6/7/2011 loai:chi-thii tinh:lamdong \"đôi ngoại\"", QueryCatalogue.Empty, Words);

        Assert.Contains("04-CTT/TWW", parsed.Query.ToString(), StringComparison.Ordinal);
        Assert.Contains("\"đôi ngoại\"", parsed.Query.ToString(), StringComparison.Ordinal);
        Assert.Equal(["type:[chi-thii]", "province:[lamdong]"], parsed.Filters.Select(filter => filter.ToString()));
    }

    [Theory]
    [InlineData("ngoai", "ngaoi", 1, true)]
    [InlineData("ngoai", "ngoi", 1, true)]
    [InlineData("ngoai", "ngoaii", 1, true)]
    [InlineData("ngoai", "nhoai", 1, true)]
    [InlineData("ngoai", "nhaoi", 1, false)]
    [InlineData("ngoai", "nhaoi", 2, true)]
    [InlineData("ngoai", "doi", 2, false)]
    public void SlipsAreCounted(string first, string second, int most, bool within) =>
        Assert.Equal(within, TypingDistance.Within(first, second, most));

    /// <summary>The words of sentences, a passage each.</summary>
    private sealed class SentenceWords : ICollectionWords
    {
        private readonly Dictionary<string, Dictionary<string, long>> _spellings = new(StringComparer.Ordinal);
        private readonly Dictionary<(string First, string Second), long> _pairs = [];

        public SentenceWords(IEnumerable<string> sentences)
        {
            foreach (var sentence in sentences)
            {
                var tokens = FieldAnalyzer.Shared.Analyze(sentence);
                for (var i = 0; i < tokens.Count; i++)
                {
                    var spellings = _spellings.TryGetValue(tokens[i].Folded, out var own) ? own : _spellings[tokens[i].Folded] = new(StringComparer.Ordinal);
                    spellings[tokens[i].Exact] = spellings.GetValueOrDefault(tokens[i].Exact) + 1;
                    if (i > 0)
                    {
                        var pair = (tokens[i - 1].Exact, tokens[i].Exact);
                        _pairs[pair] = _pairs.GetValueOrDefault(pair) + 1;
                    }
                }
            }
        }

        public IReadOnlyList<WordCount> Spellings(string folded) => _spellings.TryGetValue(folded, out var spellings)
            ? [.. spellings.Select(spelling => new WordCount(spelling.Key, folded, spelling.Value))]
            : [];

        public long PairCount(WordCount first, WordCount second) => _pairs.GetValueOrDefault((first.Exact, second.Exact));

        public IReadOnlyList<WordCount> Find(Func<string, bool> fits) => [.. _spellings.Keys.Where(fits).SelectMany(Spellings)];
    }
}
