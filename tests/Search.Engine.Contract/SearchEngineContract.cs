using Xunit;

namespace Search.Engine.Contract;

// Longer than most files: an engine takes on the whole contract by inheriting one class.

/// <summary>What every engine does, whatever it is made of. An engine's tests inherit this class.</summary>
public abstract class SearchEngineContract : IDisposable
{
    private readonly string _directory = Path.Combine(Path.GetTempPath(), "engine-contract-" + Guid.NewGuid().ToString("N"));
    private ISearchEngine? _engine;

    protected abstract ISearchEngine Open(string directory);

    protected string Folder => _directory;

    protected ISearchEngine Engine => _engine ??= Open(_directory);

    public void Dispose()
    {
        _engine?.Dispose();
        if (Directory.Exists(_directory))
        {
            Directory.Delete(_directory, recursive: true);
        }

        GC.SuppressFinalize(this);
    }

    protected static IndexEntry Entry(
        string id, string body, string title = "", string number = "", string headings = "",
        string type = "", string province = "", long date = 0, long citedBy = -1)
    {
        var keywords = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (type.Length > 0)
        {
            keywords[IndexFields.Type] = [type];
        }

        if (province.Length > 0)
        {
            keywords[IndexFields.Province] = [province];
        }

        var numbers = new Dictionary<string, long>(StringComparer.Ordinal);
        if (date > 0)
        {
            numbers[IndexFields.Date] = date;
        }

        if (citedBy >= 0)
        {
            numbers[IndexFields.CitedBy] = citedBy;
        }

        return new IndexEntry
        {
            Id = id,
            Group = id.Split('#')[0],
            Text = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [IndexFields.Number] = number, [IndexFields.Title] = title,
                [IndexFields.Headings] = headings, [IndexFields.Body] = body,
            },
            Keywords = keywords,
            Numbers = numbers,
        };
    }

    protected void Index(params IndexEntry[] entries) => IndexAt(1, entries);

    protected void IndexAt(long revision, params IndexEntry[] entries)
    {
        using var writer = Engine.OpenWriter();
        foreach (var entry in entries)
        {
            writer.Put(entry);
        }

        writer.Commit(revision);
    }

    protected SearchPage Find(Query query, Func<SearchRequest, SearchRequest>? change = null)
    {
        using var snapshot = Engine.OpenSnapshot();
        var request = new SearchRequest { Query = query };
        return snapshot.Search(change?.Invoke(request) ?? request, CancellationToken.None);
    }

    protected string[] Ids(Query query, Func<SearchRequest, SearchRequest>? change = null) =>
        [.. Find(query, change).Hits.Select(hit => hit.Id)];

    protected string[] Words(string words) => Ids(new WordsQuery(words));

    [Fact]
    public void ANewIndexIsEmptyAndSaysSo()
    {
        Assert.Equal(-1, Engine.Revision);
        using var snapshot = Engine.OpenSnapshot();
        Assert.Equal(0, snapshot.Statistics.Entries);
        Assert.Empty(snapshot.Search(new SearchRequest { Query = new WordsQuery("chỉ thị") }, CancellationToken.None).Hits);
        Assert.True(Engine.Verify(CancellationToken.None).IsSound);
    }

    [Fact]
    public void WordsTypedWithAccentsPreferTheExactFormAndStillFindThePlainOne()
    {
        Index(
            Entry("plain#1", "cong tac doi ngoai nhan dan trong tinh hinh moi"),
            Entry("exact#1", "công tác đối ngoại nhân dân trong tình hình mới"),
            Entry("other#1", "xây dựng nông thôn"));
        Assert.Equal(["exact#1", "plain#1"], Words("đối ngoại nhân dân"));
    }

    [Fact]
    public void WordsTypedWithoutAccentsFindBothForms()
    {
        Index(Entry("plain#1", "doi ngoai nhan dan"), Entry("exact#1", "đối ngoại nhân dân"), Entry("other#1", "xây dựng"));
        Assert.Equal(["exact#1", "plain#1"], Words("doi ngoai nhan dan").Order());
    }

    [Theory]
    [InlineData("hoà bình", "hòa bình")]
    [InlineData("hòa bình", "hoà bình")]
    [InlineData("uỷ ban", "ủy ban")]
    [InlineData("HÒA BÌNH", "hoà bình")]
    public void SpellingStylesAreOneWord(string query, string text)
    {
        Index(Entry("a#1", text), Entry("b#1", "khác hẳn"));
        Assert.Equal(["a#1"], Words(query));
        Assert.Equal(["a#1"], Ids(new PhraseQuery(query)));
    }

    [Fact]
    public void CompoundsBeatScatteredSyllables()
    {
        Index(Entry("apart#1", "nhân viên bảo vệ người dân"), Entry("together#1", "quyền lợi của nhân dân"));
        Assert.Equal("together#1", Words("nhân dân")[0]);
    }

    [Fact]
    public void TitlesAndHeadingsWeighMoreThanBody()
    {
        Index(
            Entry("body#1", "kinh tế tập thể", "báo cáo", headings: "chung"),
            Entry("title#1", "báo cáo", "kinh tế tập thể", headings: "chung"));
        Assert.Equal("title#1", Words("kinh tế tập thể")[0]);
    }

    [Theory]
    [InlineData("04-CT/TW")]
    [InlineData("04 CT/TW")]
    [InlineData("số 04-CT/TW")]
    [InlineData("4-ct/tw")]
    [InlineData("Chỉ thị 04")]
    [InlineData("chi thi 04")]
    [InlineData("CT 04")]
    public void ADocumentNumberInAnySpellingLeadsToItsDocument(string typed)
    {
        var names = new QueryCatalogue([new QueryType("chi-thi", "Chỉ thị", ["CT"], [])], [], []);
        Index(
            Entry("cites#1", "Thực hiện Chỉ thị 04-CT/TW, Chỉ thị số 04-CT/TW và CT 04", "Kế hoạch thực hiện Chỉ thị 04-CT/TW", "25-KH/TU"),
            Entry("bears#1", "Về đối ngoại nhân dân", "Chỉ thị", "04-CT/TW"),
            Entry("near#1", "Về việc khác", "Chỉ thị", "40-CT/TW"));
        Assert.Equal("bears#1", Ids(QueryParser.Parse(typed, names).Query)[0]);
    }

    [Fact]
    public void APhraseMatchesWordsSideBySideWithinOneField()
    {
        Index(
            Entry("yes#1", "bảo vệ tổ quốc Việt Nam"),
            Entry("gap#1", "bảo vệ vững chắc tổ quốc"),
            Entry("fields#1", "tổ quốc", "bảo vệ"));
        Assert.Equal(["yes#1"], Ids(new PhraseQuery("bảo vệ tổ quốc")));
        Assert.Equal(["gap#1", "yes#1"], Ids(new NearQuery("bảo vệ tổ quốc", 2)).Order());
    }

    [Fact]
    public void AndOrNotAndOptionalFollowLogic()
    {
        Index(Entry("a#1", "biển đảo"), Entry("b#1", "biển đảo quê hương"), Entry("c#1", "quê hương"));
        Assert.Equal(["b#1"], Ids(new AndQuery([new TermQuery("biển"), new TermQuery("quê")])));
        Assert.Equal(["a#1"], Ids(new AndQuery([new TermQuery("biển"), new NotQuery(new TermQuery("quê"))])));
        Assert.Equal(["a#1", "b#1", "c#1"], Ids(new OrQuery([new TermQuery("biển"), new TermQuery("quê")])).Order());
        Assert.Equal(["b#1", "a#1"], Ids(new AndQuery([new PhraseQuery("biển đảo"), new OptionalQuery(new WordsQuery("quê hương"))])));
        Assert.Equal(3, Ids(new AllQuery()).Length);
    }

    [Fact]
    public void PrefixAndFuzzyExpand()
    {
        Index(Entry("a#1", "nghiệp vụ"), Entry("b#1", "nghị quyết"), Entry("c#1", "thông tư"));
        Assert.Equal(["a#1", "b#1"], Ids(new PrefixQuery("ngh")).Order());
        Assert.Equal(["c#1"], Ids(new FuzzyQuery("thonh", 1)));
    }

    [Fact]
    public void AFieldQueryLooksIntoOneField()
    {
        Index(Entry("a#1", "đất đai", "tài nguyên"), Entry("b#1", "tài nguyên", "đất đai"));
        Assert.Equal(["b#1"], Ids(new FieldQuery(IndexFields.Title, new TermQuery("đất đai"))));
        Assert.Equal(["a#1"], Ids(new FieldQuery(IndexFields.Body, new PhraseQuery("đất đai"))));
    }

    [Fact]
    public void BoostChangesTheOrder()
    {
        Index(Entry("a#1", "rừng"), Entry("b#1", "biển"));
        Assert.Equal("a#1", Ids(new OrQuery([new BoostQuery(new TermQuery("rừng"), 5), new TermQuery("biển")]))[0]);
        Assert.Equal("b#1", Ids(new OrQuery([new TermQuery("rừng"), new BoostQuery(new TermQuery("biển"), 5)]))[0]);
    }

    [Fact]
    public void FiltersFacetsAndSortingWorkOnColumns()
    {
        Index(
            Entry("a#1", "văn bản", type: "chi-thi", province: "lam-dong", date: 20110706, citedBy: 3),
            Entry("b#1", "văn bản", type: "ke-hoach", province: "quang-ngai", date: 20170116, citedBy: 9),
            Entry("c#1", "văn bản", type: "ke-hoach", date: 20220105));
        var query = new WordsQuery("văn bản");
        Assert.Equal(["b#1", "c#1"], Ids(query, r => r with { Filters = [new KeywordFilter(IndexFields.Type, ["Kế hoạch"])] }).Order());
        Assert.Equal(["a#1", "b#1"], Ids(query, r => r with { Filters = [new RangeFilter(IndexFields.Date, 20110101, 20171231)] }).Order());
        Assert.Equal(["a#1", "c#1"], Ids(query, r => r with { Filters = [new NotFilter(new KeywordFilter(IndexFields.Province, ["quang-ngai"]))] }).Order());
        Assert.Equal(["c#1", "b#1", "a#1"], Ids(query, r => r with { Sort = SortOrder.Newest }));
        Assert.Equal(["a#1", "b#1", "c#1"], Ids(query, r => r with { Sort = SortOrder.Oldest }));
        Assert.Equal(["b#1", "a#1", "c#1"], Ids(query, r => r with { Sort = SortOrder.MostCited }));
        var facets = Find(query, r => r with { Facets = [IndexFields.Type, IndexFields.Province] }).Facets;
        Assert.Equal([new FacetValue("ke-hoach", 2), new FacetValue("chi-thi", 1)], facets[IndexFields.Type]);
        Assert.Equal(2, facets[IndexFields.Province].Count);
    }

    [Fact]
    public void PassagesRollUpToDocumentsWithTheBestOneFirst()
    {
        Index(
            Entry("x#1", "giới thiệu chung"),
            Entry("x#2", "an ninh mạng quốc gia"),
            Entry("x#3", "mạng lưới"),
            Entry("y#1", "an ninh"));
        var page = Find(new WordsQuery("an ninh mạng"));
        Assert.Equal(["x", "y"], page.Hits.Select(h => h.Group));
        Assert.Equal("x#2", page.Hits[0].Id);
        Assert.Equal(["x#2", "x#3"], page.Hits[0].Passages.Select(p => p.Id));
        Assert.Equal(3, Ids(new WordsQuery("an ninh mạng"), r => r with { GroupByDocument = false }).Length);
    }

    [Fact]
    public void PagesFollowOneAnotherWithoutGapOrOverlap()
    {
        Index([.. Enumerable.Range(0, 57).Select(i => Entry($"d{i:D2}#1", "nông thôn mới " + new string('x', i % 7)))]);
        using var snapshot = Engine.OpenSnapshot();
        var request = new SearchRequest { Query = new WordsQuery("nông thôn"), Limit = 10 };
        var all = snapshot.Search(request with { Limit = 100 }, CancellationToken.None);
        var paged = new List<string>();
        SearchPage page;
        do
        {
            page = snapshot.Search(request, CancellationToken.None);
            paged.AddRange(page.Hits.Select(h => h.Id));
            request = request with { Cursor = page.NextCursor };
        }
        while (page.NextCursor is not null);
        Assert.Equal(all.Hits.Select(h => h.Id), paged);
        Assert.Equal(57, paged.Distinct().Count());
        Assert.Equal(new TotalHits(57, TotalRelation.Equal), page.Total);
    }

    [Fact]
    public void ACursorIsBoundToItsGenerationAndRequest()
    {
        Index([.. Enumerable.Range(0, 20).Select(i => Entry($"d{i:D2}#1", "nông thôn"))]);
        var request = new SearchRequest { Query = new WordsQuery("nông thôn"), Limit = 5 };
        string cursor;
        using (var snapshot = Engine.OpenSnapshot())
        {
            cursor = snapshot.Search(request, CancellationToken.None).NextCursor!;
        }

        IndexAt(2, Entry("new#1", "nông thôn"));
        using var later = Engine.OpenSnapshot();
        Assert.Throws<InvalidCursorException>(() => later.Search(request with { Cursor = cursor }, CancellationToken.None));
        Assert.Throws<InvalidCursorException>(() => later.Search(request with { Cursor = "không phải" }, CancellationToken.None));
    }

    [Fact]
    public void PutReplacesByIdAndDeletesTakeEffectAtCommit()
    {
        Index(Entry("a#1", "cũ kỹ"), Entry("a#2", "thứ hai"), Entry("b#1", "thứ ba"));
        using (var writer = Engine.OpenWriter())
        {
            writer.Put(Entry("a#1", "mới mẻ"));
            writer.Delete("b#1");
            Assert.Single(Words("cũ"));
            writer.Commit(2);
        }

        Assert.Empty(Words("cũ"));
        Assert.Equal(["a#1"], Words("mới"));
        Assert.Empty(Words("ba"));
        Assert.Equal(2, Engine.Revision);
        using (var writer = Engine.OpenWriter())
        {
            writer.DeleteGroup("a");
            writer.Put(Entry("a#9", "sau cùng"));
            writer.Commit(3);
        }

        using var snapshot = Engine.OpenSnapshot();
        Assert.Equal(1, snapshot.Statistics.Entries);
        Assert.Equal(["a#9"], Words("cùng"));
    }

    [Fact]
    public void WithinOneCommitTheLastPutWins()
    {
        using (var writer = Engine.OpenWriter())
        {
            writer.Put(Entry("a#1", "một"));
            writer.Put(Entry("a#1", "hai"));
            writer.Put(Entry("b#1", "ba"));
            writer.DeleteGroup("b");
            writer.Commit(1);
        }

        Assert.Empty(Words("một"));
        Assert.Equal(["a#1"], Words("hai"));
        Assert.Empty(Words("ba"));
    }

    [Fact]
    public void WithoutCommitNothingChanges()
    {
        Index(Entry("a#1", "giữ lại"));
        using (var writer = Engine.OpenWriter())
        {
            writer.Clear();
            writer.Put(Entry("b#1", "bỏ đi"));
        }

        Assert.Equal(["a#1"], Words("giữ lại"));
        Assert.Empty(Words("bỏ đi"));
    }

    [Fact]
    public void ClearBeginsAnew()
    {
        Index(Entry("a#1", "cũ"));
        using (var writer = Engine.OpenWriter())
        {
            writer.Clear();
            writer.Put(Entry("b#1", "mới"));
            writer.Commit(7);
        }

        Assert.Empty(Words("cũ"));
        Assert.Equal(["b#1"], Words("mới"));
    }

    [Fact]
    public void ThereIsOneWriterAtATime()
    {
        using (Engine.OpenWriter())
        {
            Assert.Throws<IndexBusyException>(() => Engine.OpenWriter());
        }

        using var next = Engine.OpenWriter();
    }

    [Fact]
    public void ASnapshotDoesNotChangeUnderItsReader()
    {
        Index(Entry("a#1", "ổn định"));
        using var before = Engine.OpenSnapshot();
        IndexAt(2, Entry("b#1", "ổn định"));
        var request = new SearchRequest { Query = new WordsQuery("ổn định") };
        Assert.Single(before.Search(request, CancellationToken.None).Hits);
        Assert.Equal(1, before.Revision);
        using var after = Engine.OpenSnapshot();
        Assert.Equal(2, after.Search(request, CancellationToken.None).Hits.Count);
        Assert.True(after.Generation > before.Generation);
    }

    [Fact]
    public void WhatWasCommittedIsThereAfterReopening()
    {
        IndexAt(42, Entry("a#1", "bền vững", date: 20200101));
        string digest;
        using (var snapshot = Engine.OpenSnapshot())
        {
            digest = snapshot.Digest;
        }

        _engine!.Dispose();
        _engine = null;
        Assert.Equal(42, Engine.Revision);
        Assert.Equal(["a#1"], Words("bền vững"));
        using var reopened = Engine.OpenSnapshot();
        Assert.Equal(digest, reopened.Digest);
        Assert.True(Engine.Verify(CancellationToken.None).IsSound);
    }

    [Fact]
    public void TheDigestTellsContentAndNothingElse()
    {
        Index(Entry("a#1", "một"), Entry("b#1", "hai"));
        string digest;
        using (var snapshot = Engine.OpenSnapshot())
        {
            digest = snapshot.Digest;
        }

        IndexAt(2, Entry("c#1", "ba"));
        using (var snapshot = Engine.OpenSnapshot())
        {
            Assert.NotEqual(digest, snapshot.Digest);
        }

        using (var writer = Engine.OpenWriter())
        {
            writer.DeleteGroup("c");
            writer.Put(Entry("b#1", "hai"));
            writer.Commit(3);
        }

        using (var snapshot = Engine.OpenSnapshot())
        {
            Assert.Equal(digest, snapshot.Digest);
        }
    }

    [Fact]
    public void SuggestionsComeWithAndWithoutAccents()
    {
        Index(
            Entry("a#1", "nội dung", "Về công tác đối ngoại nhân dân", "04-CT/TW"),
            Entry("b#1", "nội dung", "Về xây dựng nông thôn mới", "25-KH/TU"));
        using var snapshot = Engine.OpenSnapshot();
        Assert.Contains(snapshot.Suggest("doi ngo", 5), s => s.Text.Contains("đối ngoại", StringComparison.Ordinal));
        Assert.Contains(snapshot.Suggest("nông th", 5), s => s.Text.Contains("nông thôn", StringComparison.Ordinal));
        Assert.Contains(snapshot.Suggest("04-c", 5), s => s is { Text: "04-CT/TW", Kind: SuggestionKind.Number, Group: "a" });
        Assert.Empty(snapshot.Suggest("zzz", 5));
    }

    [Fact]
    public void MisspeltWordsAreCorrectedFromTheCollection()
    {
        Index([.. Enumerable.Range(0, 5).Select(i => Entry($"d{i}#1", "phòng chống tham nhũng tiêu cực"))]);
        using var snapshot = Engine.OpenSnapshot();
        Assert.Equal("tham nhũng", snapshot.DidYouMean("tham nhungx"));
        Assert.Equal("tham nhũng", snapshot.DidYouMean("tham nhung"));
        Assert.Null(snapshot.DidYouMean("tham nhũng"));
    }

    [Fact]
    public void SimilarDocumentsShareVocabularyAndLeaveTheDocumentOut()
    {
        Index(
            Entry("a#1", "bảo hiểm xã hội bắt buộc đối với người lao động"),
            Entry("b#1", "mức đóng bảo hiểm xã hội của người lao động"),
            Entry("c#1", "trồng rừng phòng hộ ven biển"),
            Entry("d#1", "khai thác khoáng sản"));
        using var snapshot = Engine.OpenSnapshot();
        var similar = snapshot.Similar("a", 3);
        Assert.Equal("b", similar.Hits[0].Group);
        Assert.DoesNotContain(similar.Hits, h => string.Equals(h.Group, "a", StringComparison.Ordinal));
        Assert.Empty(snapshot.Similar("không có", 3).Hits);
    }

    [Fact]
    public void HostileTextIsIndexedAndSearchedWithoutFailing()
    {
        Index(Entry("a#1", "\ud800 lẻ \0 NUL " + new string('a', 10_000) + " e" + new string('\u0301', 500) + " cuối"));
        Assert.Equal(["a#1"], Words("cuối"));
        foreach (var text in new[] { "\ud800", "\"", "(((", "-", "*", "a:b:c", "nam:", "~", "OR OR", new string('(', 3000), "\0" })
        {
            Find(QueryParser.Parse(text).Query);
        }
    }
}
