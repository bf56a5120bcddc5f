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
            .Concat(["đôi ngoại", "ông dan díu", "người đi dối", "sếp của phòng", "đối với đời sống", "doi dân", "đổ ông"])
            .Concat(Enumerable.Repeat("giao ban do sở ký", 40)),
        ["tran-don-vi", "trần-đơn-vi"]);

    public static TheoryData<string, string, string> Cases => CaseTable.Theory("Search.Engine.Tests", "corrections");

    [Theory]
    [MemberData(nameof(Cases))]
    public void TypedWordsAreRead(string typed, string expected, string place)
    {
        var parsed = QueryParser.Parse(typed, QueryCatalogue.Empty, Words);

        Assert.True(
            string.Equals(expected, parsed.ReadAs ?? "", StringComparison.Ordinal), $"{place}: read as {parsed.ReadAs ?? "typed"}");
        Assert.Equal(expected.Length > 0, parsed.Repairs.Any(repair => repair.Message.StartsWith("Đã hiểu", StringComparison.Ordinal)));
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

    /// <summary>What is in quotes, in a field or behind a minus is meant as typed; another reading of the whole query is offered.</summary>
    [Theory]
    [InlineData("\"đối ngaoij nhân dân\" loai:ke-hoach", "\"đối ngoại nhân dân\" loai:ke-hoach")]
    [InlineData("tieude:\"sắp sếp đơn vị\" -\"hòa bình hưữ nghị\"", "tieude:\"sắp xếp đơn vị\" -\"hòa bình hữu nghị\"")]
    [InlineData("(\"phòng chya chữa cháy\"~4 OR doois ngoaij) nam:2011", "(\"phòng cháy chữa cháy\"~4 OR đối ngoại) nam:2011")]
    [InlineData("doan:(\"sắp sếp đơn vị\")", "doan:(\"sắp xếp đơn vị\")")]
    [InlineData("\"đối ngoại nhân dân\" loai:ke-hoachh", null)]
    [InlineData("đối ngaoij nhân dân", null)]
    public void OtherReadingsOfMustsAreOffered(string typed, string? offered)
    {
        var parsed = QueryParser.Parse(typed, QueryCatalogue.Empty, Words);

        Assert.Equal(offered, parsed.Offer);
        Assert.Equal(QueryParser.Parse(typed).Filters.Select(filter => filter.ToString()), parsed.Filters.Select(filter => filter.ToString()));
    }

    [Theory]
    [InlineData("sắp xếp đơn vị do Trần Đơn Vi ký", "Trần Đơn Vi")]
    [InlineData("tran don vi hanh chinh", "tran don vi")]
    public void WhoSignedIsAWish(string typed, string name)
    {
        var parsed = QueryParser.Parse(typed, QueryCatalogue.Empty, Words);

        Assert.Contains(parsed.Wishes, wish => string.Equals(wish.Condition.ToString(), $"signer:[{name}]", StringComparison.Ordinal));
    }

    [Fact]
    public void AVerbatimQueryIsTakenAsTypedAndItsReadingOffered()
    {
        var parsed = QueryParser.Parse("doois ngoaij nhaan daan loai:chi-thi", QueryCatalogue.Empty, Words, isVerbatim: true);

        Assert.Equal("đối ngoại nhân dân loai:chi-thi", parsed.Offer);
        Assert.Null(parsed.ReadAs);
        Assert.Equal(new WordsQuery("doois ngoaij nhaan daan"), parsed.Query);
    }

    [Fact]
    public void AWordThatIsNowhereIsNamed()
    {
        var parsed = QueryParser.Parse("hòa bình qwrtzplm nhân dân", QueryCatalogue.Empty, Words);

        var repair = Assert.Single(parsed.Repairs);
        Assert.Equal("qwrtzplm", "hòa bình qwrtzplm nhân dân".Substring(repair.Position, repair.Length));
    }

    /// <summary>Of a pasted paragraph the rare words stay, neighbors where they were, and the rest becomes an ellipsis.</summary>
    [Fact]
    public void OfALongTextTheWordsThatTellMostAreScored()
    {
        var rare = Enumerable.Range(0, 60).Select(i => $"mục{(char)('a' + (i / 26))}{(char)('a' + (i % 26))}").ToList();
        string[] frequent = ["tiếp", "tục", "đổi", "mới", "nâng", "cao", "hiệu", "quả", "công", "tác"];
        var words = new SentenceWords([.. Enumerable.Repeat(string.Join(' ', frequent), 50), .. rare]);
        var text = string.Join(' ', rare.Take(30).Concat(frequent).Concat(rare.Skip(30)));

        var parsed = QueryParser.Parse(text, QueryCatalogue.Empty, words);
        var scored = Assert.IsType<WordsQuery>(parsed.Query).Text;

        Assert.Equal(QueryParser.ScoredWords, FieldAnalyzer.Shared.Analyze(scored).Count);
        Assert.All(rare, word => Assert.Contains(word, scored, StringComparison.Ordinal));
        Assert.Contains(string.Join(' ', rare.Take(30)), scored, StringComparison.Ordinal);
        Assert.Contains(" … ", scored, StringComparison.Ordinal);
        Assert.Contains(parsed.Repairs, repair => repair.Position == 0 && repair.Length == text.Length);
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

        private readonly HashSet<string> _signers;

        public SentenceWords(IEnumerable<string> sentences, params string[] signers)
        {
            _signers = [.. signers];
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

        public bool IsSigner(string name) => _signers.Contains(name);

        public IReadOnlyList<WordCount> Spellings(string folded) => _spellings.TryGetValue(folded, out var spellings)
            ? [.. spellings.Select(spelling => new WordCount(spelling.Key, folded, spelling.Value))]
            : [];

        public long PairCount(WordCount first, WordCount second) => _pairs.GetValueOrDefault((first.Exact, second.Exact));

        public IReadOnlyList<WordCount> Find(Func<string, bool> fits) => [.. _spellings.Keys.Where(fits).SelectMany(Spellings)];
    }
}
