using System.Globalization;
using Search.Engine.LuceneNet;

namespace Search.Engine.Tests;

/// <summary>What is found is documents: one result set whatever is asked of it, operators that look at whole documents.</summary>
public sealed class DocumentSearchTests : IDisposable
{
    private const int Documents = 120;
    private const int Queries = 250;

    private static readonly string[] Words = ["đối", "ngoại", "nhân", "dân", "phòng", "cháy", "rừng", "kế", "hoạch", "hòa", "bình", "tỉnh"];
    private static readonly string[] Types = ["chi-thi", "ke-hoach", "cong-van"];

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "document-search-" + Guid.NewGuid().ToString("N"));

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Fact]
    public void OneResultSetWhateverTheSortLimitFacetsAndFilters()
    {
        using var engine = Make(out _);
        using var snapshot = engine.OpenSnapshot();
        var random = new Random(3);
        for (var i = 0; i < Queries; i++)
        {
            var request = new SearchRequest { Query = RandomQuery(random), Limit = SearchRequest.MaxLimit, Facets = [IndexFields.Type] };
            var page = snapshot.Search(request, CancellationToken.None);
            var matches = page.Hits.Where(hit => !hit.IsWeak).Select(hit => hit.Group).Order(StringComparer.Ordinal).ToList();

            Assert.Equal(matches.Count, page.Total.Value);
            Assert.Equal(page.Hits.Count - matches.Count, page.Weak);
            Assert.True(page.Hits.SkipWhile(hit => !hit.IsWeak).All(hit => hit.IsWeak), request.Query.ToString());
            foreach (var sort in Enum.GetValues<SortOrder>())
            {
                var other = snapshot.Search(request with { Sort = sort, Facets = [], IncludeWeak = false }, CancellationToken.None);
                Assert.Equal(matches, other.Hits.Select(hit => hit.Group).Order(StringComparer.Ordinal));
                Assert.Equal(page.Total, snapshot.Search(request with { Sort = sort, Limit = 1 }, CancellationToken.None).Total);
            }

            foreach (var facet in page.Facets[IndexFields.Type])
            {
                var filtered = snapshot.Search(request with { Filters = [new KeywordFilter(IndexFields.Type, [facet.Value])] }, CancellationToken.None);
                Assert.Equal(facet.Count, filtered.Total.Value);
            }
        }
    }

    [Fact]
    public void MinusAndQuotesHoldForTheWholeDocument()
    {
        using var engine = Make(out var texts);
        using var snapshot = engine.OpenSnapshot();
        var random = new Random(5);
        for (var i = 0; i < Queries; i++)
        {
            var phrase = $"{Word(random)} {Word(random)}";
            var without = Word(random);
            var query = new AndQuery([new PhraseQuery(phrase), new NotQuery(new TermQuery(without))]);
            var page = snapshot.Search(new SearchRequest { Query = query, Limit = SearchRequest.MaxLimit, IncludeWeak = false }, CancellationToken.None);
            var expected = texts.Where(text => text.Value.Exists(passage => Holds(passage, phrase)) && !text.Value.Exists(passage => Holds(passage, without)))
                .Select(text => text.Key).Order(StringComparer.Ordinal);

            Assert.Equal(expected, page.Hits.Select(hit => hit.Group).Order(StringComparer.Ordinal));
        }
    }

    /// <summary>What stands outside the passages strikes a document out, in whatever order, and finds none; what is struck out is no
    /// weak hit either.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void WhatStandsAroundThePassagesStrikesOut(bool isOnePassageEach)
    {
        var random = new Random(11);
        var (inside, around) = (new Dictionary<string, List<string>>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal));
        var entries = new List<IndexEntry>();
        for (var d = 0; d < Documents; d++)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"d{d}");
            inside[key] = [.. Enumerable.Range(0, isOnePassageEach ? 1 : 1 + random.Next(3)).Select(_ => Some(3))];
            around[key] = random.Next(3) == 0 ? "" : $"{Some(2)}\f{Some(2)}";
            entries.AddRange(inside[key].Select((body, p) => p == 0 ? Around(Entry(key, p, body), around[key]) : Entry(key, p, body)));
        }

        using var engine = LuceneNetEngine.Open(_folder);
        Put(engine, [.. entries]);
        using var snapshot = engine.OpenSnapshot();
        var byAround = 0;
        for (var i = 0; i < Queries; i++)
        {
            var phrase = Word(random);
            var without = random.Next(2) == 0 ? Word(random) : $"{Word(random)} {Word(random)}";
            Query excluded = random.Next(2) == 0 ? new PhraseQuery(without) : new OrQuery([new PhraseQuery(without), new NumberQuery("4.ct")]);
            var holders = inside.Where(text => text.Value.Exists(passage => Holds(passage, phrase)));
            var expected = holders.Where(text => !text.Value.Exists(passage => Holds(passage, without)))
                .Where(text => !around[text.Key].Split('\f').Any(stretch => Holds(stretch, without)))
                .Select(text => text.Key).Order(StringComparer.Ordinal).ToList();
            byAround += holders.Count(text => !text.Value.Exists(passage => Holds(passage, without))) - expected.Count;

            Assert.Equal(expected, Hits(new AndQuery([new PhraseQuery(phrase), new NotQuery(excluded)])));
            Assert.Equal(
                [.. holders.Where(text => text.Value.Exists(passage => Holds(passage, phrase) && !Holds(passage, without))).Select(text => text.Key).Order(StringComparer.Ordinal)],
                Hits(new PassageQuery(new AndQuery([new PhraseQuery(phrase), new NotQuery(excluded)]), phrase)));
        }

        Assert.True(byAround > Queries / 10);

        string Some(int most) => string.Join(' ', Enumerable.Range(0, 1 + random.Next(most)).Select(_ => Word(random)));

        List<string> Hits(Query query) =>
            [.. snapshot.Search(new SearchRequest { Query = query, Limit = SearchRequest.MaxLimit }, CancellationToken.None).Hits.Select(hit => hit.Group).Order(StringComparer.Ordinal)];

        static IndexEntry Around(IndexEntry entry, string around) => entry with
        {
            Text = new Dictionary<string, string>(entry.Text, StringComparer.Ordinal) { [IndexFields.Around] = around },
        };
    }

    [Theory]
    [InlineData("kế -bình", "a,b")]
    [InlineData("kế -binh", "a")]
    [InlineData("kế -(hòa OR rừng)", "b")]
    [InlineData("kế -rừ*", "b")]
    [InlineData("kế -\"đỉnh núi\"", "a,b")]
    [InlineData("kế -\"núi rừng\"", "b")]
    [InlineData("núi", "")]
    public void WordsAroundAreReadAsThoseOfPassages(string typed, string expected)
    {
        using var engine = LuceneNetEngine.Open(_folder);
        var (a, b) = (Entry("a", 1, "kế hoạch"), Entry("b", 1, "kế hoạch"));
        Put(
            engine,
            a with { Text = new Dictionary<string, string>(a.Text, StringComparer.Ordinal) { [IndexFields.Around] = "hòa\fđỉnh\fnúi rừng" } },
            b with { Text = new Dictionary<string, string>(b.Text, StringComparer.Ordinal) { [IndexFields.Around] = "bính" } },
            Entry("b", 2, "kế toán"));
        using var snapshot = engine.OpenSnapshot();

        var page = snapshot.Search(QueryParser.Parse(typed).ToRequest(), CancellationToken.None);

        Assert.Equal(expected, string.Join(',', page.Hits.Select(hit => hit.Group).Order(StringComparer.Ordinal)));
    }

    /// <summary>What one document alone says, however often, is no phrase of the collection; nor are words that meet by chance.</summary>
    [Fact]
    public void SuggestedPhrasesAreThoseOfSeveralDocuments()
    {
        var entries = new List<IndexEntry>();
        for (var d = 0; d < 40; d++)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"d{d}");
            entries.Add(Entry(key, 0, "thanh tra viên"));
            entries.Add(Entry(key, 1, d < 3 ? "người thanh trong" : "trong sạch của thanh niên"));
            entries.Add(Entry(key, 2, "thanh niên"));
            entries.Add(Entry(key, 3, "trong xã"));
            entries.Add(Entry(key, 4, "trả vịt"));
        }

        entries.AddRange(Enumerable.Range(0, 30).Select(p => Entry("table", p, "thánh tra thành trải")));
        using var engine = LuceneNetEngine.Open(_folder);
        Put(engine, [.. entries]);
        using var snapshot = engine.OpenSnapshot();

        Assert.Equal(["thanh tra"], snapshot.Suggest("thanh tr", 20).Select(suggestion => suggestion.Text));
        Assert.Equal(["thanh tra viên"], snapshot.Suggest("thanh tra v", 20).Select(suggestion => suggestion.Text));
    }

    /// <summary>Of equal words those of the running text are the better evidence: an annex and a sentence that cites come behind.</summary>
    [Fact]
    public void RunningTextLeadsBeforeAnnexesAndCitingSentences()
    {
        using var engine = LuceneNetEngine.Open(_folder);
        var annex = Entry("a", 1, "trồng rừng phòng hộ");
        Put(
            engine,
            annex with { Numbers = new Dictionary<string, long>(annex.Numbers, StringComparer.Ordinal) { [IndexFields.Annex] = 1 } },
            Entry("a", 2, "kế hoạch của tỉnh"),
            Entry("b", 1, "trồng rừng phòng hộ"),
            Entry("c", 1, "trồng rừng phòng hộ", present: false));
        using var snapshot = engine.OpenSnapshot();

        var page = snapshot.Search(new SearchRequest { Query = new WordsQuery("trồng rừng"), Explain = true }, CancellationToken.None);

        Assert.Equal(["b", "a", "c"], page.Hits.Select(hit => hit.Group));
        Assert.All(page.Hits, hit => Assert.Contains(
            string.Equals(hit.Group, "b", StringComparison.Ordinal) ? "1.0000 Best" : "0.8000 Best", hit.Explanation, StringComparison.Ordinal));
    }

    /// <summary>A name chosen of a facet is that name where documents carry it, and a part of names where none does.</summary>
    [Theory]
    [InlineData("Lê Văn Mẫu", true, "a")]
    [InlineData("Lê Văn Mẫu", false, "a,b")]
    [InlineData("le van mau (phó trưởng ban)", true, "b")]
    [InlineData("Văn Mẫu", true, "a,b")]
    [InlineData("Mẫu Văn", true, "")]
    public void ANameThatIsCarriedMeansItself(string name, bool isWholeFirst, string expected)
    {
        using var engine = LuceneNetEngine.Open(_folder);
        Put(engine, Signed("a", "Lê Văn Mẫu"));
        Put(engine, Signed("b", "Lê Văn Mẫu (Phó Trưởng ban)"), Entry("c", 1, "kế hoạch"));
        using var snapshot = engine.OpenSnapshot();
        var filter = new KeywordFilter(IndexFields.Signer, [name]) { IsPart = true, IsWholeFirst = isWholeFirst };

        var hits = snapshot.Search(new SearchRequest { Query = new AllQuery(), Filters = [filter] }, CancellationToken.None).Hits;

        Assert.Equal(expected, string.Join(',', hits.Select(hit => hit.Group).Order(StringComparer.Ordinal)));

        static IndexEntry Signed(string key, string signer)
        {
            var entry = Entry(key, 1, "kế hoạch");
            return entry with
            {
                Keywords = new Dictionary<string, IReadOnlyList<string>>(entry.Keywords, StringComparer.Ordinal) { [IndexFields.Signer] = [signer] },
            };
        }
    }

    /// <summary>Spellings that a filter does not tell apart are counted as one value: what is counted is found.</summary>
    [Fact]
    public void SpellingsOfOneValueAreCountedAsOne()
    {
        using var engine = LuceneNetEngine.Open(_folder);
        Put(engine, Entry("a", 1, "kế hoạch", type: "Sở Mẫu - Phòng Hai"));
        Put(engine, Entry("b", 1, "kế hoạch", type: "sở mẫu, phòng hai"), Entry("c", 1, "kế hoạch", type: "sở mẫu, phòng hai"), Entry("d", 1, "kế hoạch", type: "Sở Mẫu"));
        using var snapshot = engine.OpenSnapshot();
        var request = new SearchRequest { Query = new WordsQuery("kế hoạch"), Facets = [IndexFields.Type] };

        var values = snapshot.Search(request, CancellationToken.None).Facets[IndexFields.Type];

        Assert.Equal([new FacetValue("sở mẫu, phòng hai", 3), new FacetValue("Sở Mẫu", 1)], values);
        Assert.All(values, value => Assert.Equal(
            value.Count, snapshot.Search(request with { Filters = [new KeywordFilter(IndexFields.Type, [value.Value])] }, CancellationToken.None).Total.Value));
    }

    [Fact]
    public void WhatAMinusStrikesOutIsNoWeakHit()
    {
        using var engine = Make(out var texts);
        using var snapshot = engine.OpenSnapshot();
        var random = new Random(13);
        var weak = 0L;
        for (var i = 0; i < Queries; i++)
        {
            var without = Word(random);
            var query = new AndQuery([new WordsQuery($"{Word(random)} {Word(random)} {Word(random)}"), new NotQuery(new TermQuery(without))]);
            var page = snapshot.Search(new SearchRequest { Query = query, Limit = SearchRequest.MaxLimit }, CancellationToken.None);

            Assert.DoesNotContain(page.Hits, hit => texts[hit.Group].Exists(passage => Holds(passage, without)));
            Assert.Equal(page.Hits.Count(hit => hit.IsWeak), page.Weak);
            weak += page.Weak;
        }

        Assert.True(weak > 0);
    }

    [Fact]
    public void APassageHoldsByItselfWhatItsOperatorAsks()
    {
        using var engine = Make(out var texts);
        using var snapshot = engine.OpenSnapshot();
        var random = new Random(7);
        var found = 0;
        for (var i = 0; i < Queries; i++)
        {
            var (first, second, without) = (Word(random), $"{Word(random)} {Word(random)}", Word(random));
            var query = QueryParser.Parse($"doan:({first} \"{second}\" -{without})").Query;
            var page = snapshot.Search(new SearchRequest { Query = query, Limit = SearchRequest.MaxLimit, IncludeWeak = false }, CancellationToken.None);
            var expected = texts.Where(text => text.Value.Exists(passage => Holds(passage, first) && Holds(passage, second) && !Holds(passage, without)))
                .Select(text => text.Key).Order(StringComparer.Ordinal).ToList();

            Assert.Equal(expected, page.Hits.Select(hit => hit.Group).Order(StringComparer.Ordinal));
            found += expected.Count;
        }

        Assert.True(found > Queries / 10);
    }

    [Fact]
    public void AnAbbreviationAfterMinusIsItsWordsTogether()
    {
        using var engine = LuceneNetEngine.Open(_folder, new SearchEngineOptions
        {
            Abbreviations = [new("BĐR", "bảo vệ đất rừng")],
        });
        Put(engine, Entry("short", 1, "BĐR của huyện"), Entry("long", 1, "về bảo vệ đất rừng"), Entry("part", 1, "đất rừng của huyện"));
        using var snapshot = engine.OpenSnapshot();

        var page = snapshot.Search(QueryParser.Parse("rừng -BĐR").ToRequest() with { IncludeWeak = false }, CancellationToken.None);

        Assert.Equal(["part"], page.Hits.Select(hit => hit.Group));
    }

    /// <summary>Where nothing holds all that is asked, less is searched for, it is said, and a verbatim query takes no less.</summary>
    [Theory]
    [InlineData("suối đèo", "one,two")]
    [InlineData("\"suối bến\"", "one")]
    [InlineData("tieude:\"suối\"", "one")]
    [InlineData("doan:(bến đèo)", "one,two")]
    [InlineData("rừng suối", null)]
    public void LessIsSearchedForWhereNothingFitsAndSaid(string typed, string? relaxed)
    {
        using var engine = LuceneNetEngine.Open(_folder);
        Put(engine, Entry("one", 1, "rừng suối và bến"), Entry("two", 1, "đèo cao"), Entry("two", 2, "thêm"));
        using var snapshot = engine.OpenSnapshot();
        string[] keys = ["one", "two"];

        foreach (var isVerbatim in new[] { false, true })
        {
            var parsed = QueryParser.Parse(typed, words: snapshot.Words, isVerbatim: isVerbatim);
            var request = new SearchRequest { Query = parsed.Query, IncludeWeak = false };
            var answer = QueryAnswer.Of(snapshot, parsed, request, CancellationToken.None);
            var found = answer.Page.Hits.Select(hit => hit.Group).Order(StringComparer.Ordinal).ToList();

            Assert.Equal(relaxed is null ? "one" : isVerbatim ? "" : relaxed, string.Join(',', found));
            Assert.Equal(relaxed is not null && !isVerbatim, answer.IsRelaxed);
            Assert.Equal(answer.IsRelaxed, answer.Parsed.Repairs.Count > parsed.Repairs.Count);
            Assert.Equal(found, QueryAnswer.Matching(snapshot, parsed, request, keys, CancellationToken.None).Order(StringComparer.Ordinal));
        }
    }

    /// <summary>The words in whose spelling slips are read are those of live passages, most frequent first, however many are gone.</summary>
    [Fact]
    public void WordsAreCountedInLivePassages()
    {
        using var engine = Make(out var texts);
        using (var writer = engine.OpenWriter())
        {
            foreach (var key in texts.Keys.Where((_, i) => i % 3 > 0).ToList())
            {
                writer.DeleteGroup(key);
                texts.Remove(key);
            }

            writer.Commit(2);
        }

        using var snapshot = engine.OpenSnapshot();
        var found = snapshot.Words.Find(_ => true);
        var passages = texts.Values.SelectMany(own => own).Select(passage => passage.Split(' ').Distinct(StringComparer.Ordinal)).ToList();

        Assert.All(found, word => Assert.Equal(passages.Count(words => words.Contains(word.Exact, StringComparer.Ordinal)), word.Count));
        Assert.Equal(Words.Length, found.Count);
        Assert.Equal(found.Select(word => word.Count).OrderDescending(), found.Select(word => word.Count));
    }

    [Fact]
    public void OverAnEllipsisWordsAreNoNeighbors()
    {
        using var engine = LuceneNetEngine.Open(_folder);
        Put(engine, Entry("near", 1, "rừng suối"), Entry("far", 1, "suối bên này rừng"), Entry("far", 2, "thêm"));
        using var snapshot = engine.OpenSnapshot();

        Assert.Equal(1, snapshot.Search(new SearchRequest { Query = new WordsQuery("rừng suối") }, CancellationToken.None).Total.Value);
        Assert.Equal(2, snapshot.Search(new SearchRequest { Query = new WordsQuery("rừng … suối") }, CancellationToken.None).Total.Value);
    }

    [Fact]
    public void APastedParagraphFindsItsDocument()
    {
        var random = new Random(17);
        var vocabulary = Enumerable.Range(0, 900).Select(i => string.Create(CultureInfo.InvariantCulture, $"từ{(char)('a' + (i / 30))}{(char)('a' + (i % 26))}{i % 7}")).ToList();
        var texts = Enumerable.Range(0, 40)
            .Select(_ => Enumerable.Range(0, 300).Select(_ => vocabulary[(int)(vocabulary.Count * random.NextDouble() * random.NextDouble())]).ToList()).ToList();
        using var engine = LuceneNetEngine.Open(_folder);
        Put(engine, [.. texts.Select((text, i) => Entry(string.Create(CultureInfo.InvariantCulture, $"d{i}"), 1, string.Join(' ', text)))]);
        using var snapshot = engine.OpenSnapshot();
        for (var i = 0; i < texts.Count; i++)
        {
            var typed = string.Join(' ', texts[i].Skip(40).Take(200));
            var page = snapshot.Search(QueryParser.Parse(typed, words: snapshot.Words).ToRequest(), CancellationToken.None);

            Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"d{i}"), page.Hits[0].Group);
        }
    }

    [Fact]
    public void WordsOfOneQueryMayStandInDifferentPassages()
    {
        using var engine = LuceneNetEngine.Open(_folder);
        Put(engine, Entry("a", 1, "đối ngoại nhân dân"), Entry("a", 2, "phòng cháy rừng"), Entry("b", 1, "phòng cháy"), Entry("b", 2, "khác"));
        using var snapshot = engine.OpenSnapshot();

        var page = snapshot.Search(new SearchRequest { Query = new AndQuery([new PhraseQuery("đối ngoại"), new PhraseQuery("phòng cháy")]) }, CancellationToken.None);

        Assert.Equal(["a"], page.Hits.Where(hit => !hit.IsWeak).Select(hit => hit.Group));
    }

    [Fact]
    public void FiltersAloneBringThePresentTheCitedAndTheNewFirst()
    {
        using var engine = LuceneNetEngine.Open(_folder);
        Put(engine,
            Entry("stub", 1, "", cited: 9, present: false, year: 1982), Entry("old", 1, "một", year: 2001), Entry("old", 2, "hai", year: 2001),
            Entry("new", 1, "ba", year: 2020), Entry("cited", 1, "bốn", cited: 5, year: 1990));
        using var snapshot = engine.OpenSnapshot();

        var page = snapshot.Search(new SearchRequest { Query = new AllQuery(), Filters = [new KeywordFilter(IndexFields.Type, ["chi-thi"])] }, CancellationToken.None);

        Assert.Equal(["cited", "new", "old", "stub"], page.Hits.Select(hit => hit.Group));
    }

    /// <summary>A type in plain words is met by a document of it that does not name it; one that follows other words is their object.</summary>
    [Fact]
    public void WordsThatMeanATypeAreMetByDocumentsOfIt()
    {
        using var engine = LuceneNetEngine.Open(_folder);
        Put(engine,
            Entry("letter", 1, "phòng cháy rừng", type: "cong-van"), Entry("plan", 1, "phòng cháy rừng theo công văn", type: "ke-hoach"),
            Entry("other", 1, "hòa bình", type: "cong-van"));
        using var snapshot = engine.OpenSnapshot();
        var names = new QueryCatalogue([new QueryType("cong-van", "Công văn", ["CV"], []), new QueryType("ke-hoach", "Kế hoạch", ["KH"], [])], [], []);

        var first = snapshot.Search(QueryParser.Parse("công văn phòng cháy rừng", names).ToRequest(), CancellationToken.None);
        var subject = QueryParser.Parse("phòng cháy theo công văn", names);

        Assert.Equal(["letter", "plan"], first.Hits.Where(hit => !hit.IsWeak).Select(hit => hit.Group).Order(StringComparer.Ordinal));
        Assert.Empty(subject.Wishes);
    }

    [Fact]
    public void APartOfANameFindsItAndAPartOfAWordDoesNot()
    {
        using var engine = LuceneNetEngine.Open(_folder);
        var signed = Entry("a", 1, "một");
        Put(engine, Entry("b", 1, "hai"), signed with
        {
            Keywords = new Dictionary<string, IReadOnlyList<string>>(signed.Keywords, StringComparer.Ordinal)
            {
                [IndexFields.Signer] = ["Lê Thị Hoa"], [IndexFields.Recipient] = ["Các tỉnh ủy, thành ủy", "Lưu Văn phòng"],
            },
        });
        using var snapshot = engine.OpenSnapshot();

        Assert.Equal(1, Count(IndexFields.Signer, "thi hoa", isPart: true));
        Assert.Equal(0, Count(IndexFields.Signer, "thi hoa", isPart: false));
        Assert.Equal(0, Count(IndexFields.Signer, "Ho", isPart: true));
        Assert.Equal(1, Count(IndexFields.Recipient, "văn phòng", isPart: true));
        Assert.Equal(1, Count(IndexFields.Recipient, "Các tỉnh ủy, thành ủy", isPart: false));

        long Count(string column, string value, bool isPart) => snapshot.Search(
            new SearchRequest { Query = new AllQuery(), Filters = [new KeywordFilter(column, [value]) { IsPart = isPart }] },
            CancellationToken.None).Total.Value;
    }

    [Fact]
    public void WishesRaiseAndLeaveNobodyOut()
    {
        using var engine = LuceneNetEngine.Open(_folder);
        Put(engine, Entry("a", 1, "phòng cháy rừng", year: 2001), Entry("a", 2, "thêm", year: 2001), Entry("b", 1, "phòng cháy rừng", year: 2011));
        using var snapshot = engine.OpenSnapshot();
        var request = new SearchRequest { Query = new WordsQuery("phòng cháy rừng") };

        var liked = snapshot.Search(request with { Wishes = [new RangeFilter(IndexFields.Date, 20010000, 20019999)] }, CancellationToken.None);
        var other = snapshot.Search(request with { Wishes = [new RangeFilter(IndexFields.Date, 20110000, 20119999)] }, CancellationToken.None);

        Assert.Equal("a", liked.Hits[0].Group);
        Assert.Equal("b", other.Hits[0].Group);
        Assert.Equal(2, liked.Total.Value);
        Assert.Equal(2, other.Total.Value);
    }

    [Fact]
    public void AShortPageIsTheBeginningOfALongOne()
    {
        using var engine = Make(out _);
        using var snapshot = engine.OpenSnapshot();
        var random = new Random(7);
        var cut = 0;
        for (var i = 0; i < 200; i++)
        {
            var request = new SearchRequest
            {
                Query = i % 20 == 0 ? new AllQuery() : RandomQuery(random),
                Limit = 50,
                Sort = Enum.GetValues<SortOrder>()[random.Next(Enum.GetValues<SortOrder>().Length)],
                IncludeWeak = random.Next(4) > 0,
                Facets = [IndexFields.Type, IndexFields.Status],
            };
            var limit = 1 + random.Next(12);

            var all = snapshot.Search(request, CancellationToken.None);
            var first = snapshot.Search(request with { Limit = limit }, CancellationToken.None);
            var hits = first.Hits.ToList();
            for (var next = first.NextCursor; next is not null && hits.Count < all.Hits.Count;)
            {
                var page = snapshot.Search(request with { Limit = limit, Cursor = next }, CancellationToken.None);
                hits.AddRange(page.Hits);
                next = page.NextCursor;
            }

            Assert.Equal(all.Hits.Take(limit).Select(Told), first.Hits.Select(Told));
            Assert.Equal(all.Hits.Select(Told), hits.Take(50).Select(Told));
            Assert.Equal((all.Total, all.Weak, all.Rule), (first.Total, first.Weak, first.Rule));
            Assert.Equal(all.Facets[IndexFields.Type], first.Facets[IndexFields.Type]);
            Assert.Equal(all.Total.Value, all.Facets[IndexFields.Status].Sum(facet => facet.Count));
            cut += all.Hits.Count > limit ? 1 : 0;
        }

        Assert.True(cut > 50, "Few answers were longer than a short page.");

        static (string Group, double Score, bool IsWeak, string Passages) Told(SearchHit hit) =>
            (hit.Group, hit.Score, hit.IsWeak, string.Join(' ', hit.Passages.Select(passage => passage.Id)));
    }

    [Fact]
    public void TitlesOfSignsOrNoneAreToldApartFromTitlesOfWords()
    {
        using var engine = LuceneNetEngine.Open(_folder);
        Put(engine, Titled("a", null), Titled("b", "***"), Titled("c", "Chăm sóc rừng phòng hộ"), Titled("d", "Việc khác"), Entry("a", 2, "thêm"));
        using var snapshot = engine.OpenSnapshot();

        // The second time titles are known by their numbers.
        for (var time = 0; time < 2; time++)
        {
            var page = snapshot.Search(new SearchRequest { Query = new WordsQuery("rừng phòng hộ"), Explain = true }, CancellationToken.None);

            Assert.Equal("c", page.Hits[0].Group);
            Assert.Contains("1.0000 TitleCoverage", Explanation("c"), StringComparison.Ordinal);
            Assert.Contains("1.0000 TitleRun", Explanation("c"), StringComparison.Ordinal);
            Assert.DoesNotContain("HasTitle", Explanation("a"), StringComparison.Ordinal);
            Assert.Contains("1.0000 HasTitle", Explanation("b"), StringComparison.Ordinal);
            Assert.Contains("1.0000 HasTitle", Explanation("d"), StringComparison.Ordinal);
            Assert.DoesNotContain("TitleCoverage", Explanation("d"), StringComparison.Ordinal);

            string Explanation(string group) => page.Hits.First(hit => string.Equals(hit.Group, group, StringComparison.Ordinal)).Explanation!;
        }

        static IndexEntry Titled(string key, string? title)
        {
            var entry = Entry(key, 1, "trồng rừng phòng hộ ven biển");
            return title is null ? entry : entry with
            {
                Text = new Dictionary<string, string>(entry.Text, StringComparer.Ordinal) { [IndexFields.Title] = title },
            };
        }
    }

    private static bool Holds(string passage, string words) => $" {passage} ".Contains($" {words} ", StringComparison.Ordinal);

    private static string Word(Random random) => Words[random.Next(Words.Length)];

    private static Query RandomQuery(Random random) => random.Next(6) switch
    {
        0 => new PhraseQuery($"{Word(random)} {Word(random)}"),
        1 => new AndQuery([new TermQuery(Word(random)), new NotQuery(new TermQuery(Word(random)))]),
        2 => new OrQuery([new WordsQuery(Word(random)), new WordsQuery($"{Word(random)} {Word(random)}")]),
        3 => new AndQuery([new PhraseQuery($"{Word(random)} {Word(random)}"), new OptionalQuery(new WordsQuery(Word(random)))]),
        _ => new WordsQuery(string.Join(' ', Enumerable.Range(0, 1 + random.Next(9)).Select(_ => Word(random)))),
    };

    private ISearchEngine Make(out Dictionary<string, List<string>> texts)
    {
        var random = new Random(1);
        var engine = LuceneNetEngine.Open(_folder);
        texts = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var entries = new List<IndexEntry>();
        for (var d = 0; d < Documents; d++)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"d{d}");
            var own = texts[key] = [];
            for (var p = 0; p < 1 + random.Next(4); p++)
            {
                own.Add(string.Join(' ', Enumerable.Range(0, 1 + random.Next(12)).Select(_ => Word(random))));
                entries.Add(Entry(key, p, own[^1], random.Next(4), random.Next(3) > 0, 2000 + (d % 20), Types[d % Types.Length]));
            }
        }

        Put(engine, [.. entries]);
        return engine;
    }

    private static void Put(ISearchEngine engine, params IndexEntry[] entries)
    {
        using var writer = engine.OpenWriter();
        foreach (var entry in entries)
        {
            writer.Put(entry);
        }

        writer.Commit(1);
    }

    private static IndexEntry Entry(string key, int passage, string body, int cited = 0, bool present = true, int year = 2000, string type = "chi-thi") => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"{key}#{passage}"),
        Group = key,
        Text = new Dictionary<string, string>(StringComparer.Ordinal) { [IndexFields.Body] = body },
        Keywords = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            [IndexFields.Type] = [type], [IndexFields.Status] = [present ? "present" : "stub"],
        },
        Numbers = new Dictionary<string, long>(StringComparer.Ordinal) { [IndexFields.CitedBy] = cited, [IndexFields.Date] = (year * 10_000) + 101 },
    };
}
