using System.Net;
using System.Text.Json;
using Search.Application.UseCases;

namespace Search.Api.Tests;

[Collection("host")]
public sealed class SearchTests(ApiHostFixture host)
{
    [Theory]
    [InlineData("04-CT/TW")]
    [InlineData("số 04-CT/TW")]
    [InlineData("chi thi 04")]
    [InlineData("CT 04")]
    [InlineData("Chỉ thị số 04-CT/TW")]
    public async Task EveryWayToWriteANumberLeadsToTheDocument(string query)
    {
        var answer = await host.Client.JsonAsync("/api/search?q=" + Uri.EscapeDataString(query));
        Assert.Equal("04-CT/TW@2011-07-06", answer.Keys()[0]);
    }

    /// <summary>A document may be cited by nobody any more when it is found.</summary>
    [Fact]
    public void NobodyCitesADocumentIsNoSentence() =>
        Assert.Null(Passages.Citing([], new Engine.Highlighter(new Engine.WordsQuery("dân vận")), 100));

    /// <summary>A value that documents carry means itself, though it may also be another name of a body: what is counted is found.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("loai:chi-thi")]
    [InlineData("\"thường vụ\" nam:2000..2020")]
    [InlineData("coquan:\"Ban Thường vụ Tỉnh ủy\"")]
    public async Task EveryValueOfAFacetFindsWhatItCounts(string typed)
    {
        var query = "/api/search?q=" + Uri.EscapeDataString(typed);
        var facets = (await host.Client.JsonAsync(query + "&facets=true&limit=1")).GetProperty("facets");
        Assert.NotEqual(0, facets.GetProperty("issuer").GetArrayLength());
        foreach (var column in facets.EnumerateObject())
        {
            foreach (var value in column.Value.EnumerateArray())
            {
                var answer = await host.Client.JsonAsync($"{query}&limit=1&{column.Name}={Uri.EscapeDataString(value.GetProperty("value").GetString()!)}");
                Assert.True(
                    value.GetProperty("count").GetInt64() == answer.GetProperty("total").GetProperty("value").GetInt64(), $"{column.Name}: {value} against {answer.GetProperty("total")}");
            }
        }
    }

    [Fact]
    public async Task WordsAreFoundWithAndWithoutAccentsAndInBothToneStyles()
    {
        var bare = await host.Client.JsonAsync("/api/search?limit=100&q=doi%20ngoai%20nhan%20dan");
        var accented = await host.Client.JsonAsync("/api/search?limit=100&q=" + Uri.EscapeDataString("đối ngoại nhân dân"));
        Assert.Contains("04-CT/TW@2011-07-06", bare.Keys());
        Assert.Contains("04-CT/TW@2011-07-06", accented.Keys());
        Assert.Subset(bare.Keys().ToHashSet(StringComparer.Ordinal), accented.Keys().ToHashSet(StringComparer.Ordinal));
        var old = await host.Client.JsonAsync("/api/search?limit=100&q=" + Uri.EscapeDataString("khoá"));
        var current = await host.Client.JsonAsync("/api/search?limit=100&q=" + Uri.EscapeDataString("khóa"));
        Assert.NotEmpty(old.Keys());
        Assert.Equal(old.Keys(), current.Keys());
    }

    [Fact]
    public async Task SnippetMarksLieOnTheWordsAndSpansOnTheSource()
    {
        var answer = await host.Client.JsonAsync("/api/search?q=" + Uri.EscapeDataString("đối ngoại nhân dân"));
        var checkedMarks = 0;
        foreach (var hit in answer.GetProperty("hits").EnumerateArray())
        {
            var slug = hit.GetProperty("document").GetProperty("slug").GetString();
            foreach (var passage in hit.GetProperty("passages").EnumerateArray())
            {
                var snippet = passage.GetProperty("snippet");
                var text = snippet.GetProperty("text").GetString()!;
                foreach (var mark in snippet.GetProperty("marks").EnumerateArray())
                {
                    var word = text[mark.GetProperty("start").GetInt32()..mark.GetProperty("end").GetInt32()];
                    Assert.Contains(word.Split(' ')[0].ToLowerInvariant(), "đối ngoại nhân dân", StringComparison.OrdinalIgnoreCase);
                    checkedMarks++;
                }

                var whole = await host.Client.JsonAsync($"/api/documents/{slug}/text");
                var offset = whole.GetProperty("offset").GetInt32();
                var source = whole.GetProperty("text").GetString()![(snippet.GetProperty("start").GetInt32() - offset)..(snippet.GetProperty("end").GetInt32() - offset)];
                Assert.Equal(Letters(text.Trim('…')), Letters(source));
            }
        }

        Assert.True(checkedMarks > 5);
    }

    // What is read: without marks of emphasis, and whatever stands between words or cells.
    private static string Letters(string text) => string.Concat(text.Where(c => char.IsLetterOrDigit(c) || c is '/' or '-'));

    [Fact]
    public async Task CursorsWalkThroughEverythingOnce()
    {
        var all = (await host.Client.JsonAsync("/api/search?limit=100&sort=newest")).Keys();
        var walked = new List<string>();
        string? cursor = null;
        do
        {
            var page = await host.Client.JsonAsync("/api/search?limit=7&sort=newest" + (cursor is null ? "" : "&cursor=" + cursor));
            walked.AddRange(page.Keys());
            cursor = page.GetProperty("nextCursor").GetString();
        }
        while (cursor is not null);
        Assert.Equal(all, walked);
    }

    [Theory]
    [InlineData("rubbish")]
    [InlineData("AAAA")]
    [InlineData("%F0%9F%92%A5")]
    public async Task AGarbledCursorIsRefused(string cursor) =>
        await host.Client.ProblemAsync("/api/search?cursor=" + cursor, HttpStatusCode.BadRequest, "invalid-cursor");

    [Fact]
    public async Task ACursorOfAGenerationThatIsGoneIsAnsweredWithGone()
    {
        var cursor = PageCursor.Wrap("999999|nowhere");
        await host.Client.ProblemAsync("/api/search?cursor=" + cursor, HttpStatusCode.Gone, "cursor-gone");
    }

    [Fact]
    public async Task AFacetDoesNotFilterItself()
    {
        var open = await host.Client.JsonAsync("/api/search?facets=true");
        var filtered = await host.Client.JsonAsync("/api/search?facets=true&type=chi-thi");
        Assert.All(
            filtered.GetProperty("hits").EnumerateArray(),
            hit => Assert.Equal("chi-thi", hit.GetProperty("document").GetProperty("type").GetString()));
        Assert.Equal(Counts(open, "type"), Counts(filtered, "type"));
        Assert.NotEqual(Counts(open, "year"), Counts(filtered, "year"));
        var chosen = filtered.GetProperty("facets").GetProperty("type").EnumerateArray().Single(f => f.GetProperty("selected").GetBoolean());
        Assert.Equal("chi-thi", chosen.GetProperty("value").GetString());

        static Dictionary<string, long> Counts(JsonElement answer, string facet) =>
            answer.GetProperty("facets").GetProperty(facet).EnumerateArray()
                .ToDictionary(f => f.GetProperty("value").GetString()!, f => f.GetProperty("count").GetInt64(), StringComparer.Ordinal);
    }

    [Fact]
    public async Task HistoryGivesOneLineAYearInOrder()
    {
        var answer = await host.Client.JsonAsync("/api/search?mode=history&q=" + Uri.EscapeDataString("đối ngoại"));
        var years = answer.GetProperty("history").GetProperty("years").EnumerateArray().Select(y => y.GetProperty("year").GetInt32()).ToList();
        Assert.True(years.Count > 3);
        Assert.Equal(years.Order(), years);
        var first = answer.GetProperty("history").GetProperty("first").GetProperty("date").GetString();
        Assert.StartsWith($"{years[0]}-", first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DatesAndSortAreKept()
    {
        var answer = await host.Client.JsonAsync("/api/search?from=2011-01-01&to=2012-12-31&sort=oldest&limit=100");
        var dates = answer.GetProperty("hits").EnumerateArray().Select(h => h.GetProperty("document").GetProperty("date").GetString()!).ToList();
        Assert.NotEmpty(dates);
        Assert.All(dates, date => Assert.InRange(date, "2011-01-01", "2012-12-31"));
        Assert.Equal(dates.Order(StringComparer.Ordinal), dates);
    }

    [Theory]
    [InlineData("limit=0", "invalid-request")]
    [InlineData("limit=101", "invalid-request")]
    [InlineData("limit=x", "invalid-request")]
    [InlineData("sort=sideways", "invalid-request")]
    [InlineData("mode=nothing", "invalid-request")]
    [InlineData("from=yesterday", "invalid-request")]
    [InlineData("passages=11", "invalid-request")]
    public async Task WrongParametersAreNamed(string parameters, string type)
    {
        var problem = await host.Client.ProblemAsync("/api/search?" + parameters, HttpStatusCode.BadRequest, type);
        Assert.Contains(parameters.Split('=')[0], problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task QueriesOfDeathAreRefusedOrAnsweredSoon()
    {
        await host.Client.ProblemAsync("/api/search?q=" + new string('a', 4097), HttpStatusCode.BadRequest, "invalid-request");
        // A pasted page is searched by its most telling words.
        Assert.Equal(0, (await host.Client.JsonAsync("/api/search?q=" + string.Join('+', Enumerable.Range(0, 600).Select(i => "w" + i))))
            .GetProperty("total").GetProperty("value").GetInt32());
        foreach (var query in new[] { "a*", "((((((((((((((((((((((((", "\"", "-", "a~2", "loai:", "OR OR", "*", "nam:9999999999..0", "đ̣̣̣̣̣", "\0\u0001" })
        {
            using var response = await host.Client.GetAsync(new Uri("/api/search?q=" + Uri.EscapeDataString(query), UriKind.Relative));
            Assert.True((int)response.StatusCode is 200 or 400, $"{query}: {response.StatusCode}");
        }
    }

    [Fact]
    public async Task AnAnswerThatIsKnownIsNotSentAgain()
    {
        using var first = await host.Client.GetAsync(new Uri("/api/search?q=hoa", UriKind.Relative));
        var tag = first.Headers.ETag!.ToString();
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/search?q=hoa");
        again.Headers.TryAddWithoutValidation("If-None-Match", tag);
        using var second = await host.Client.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task ExplanationsComeWhenAskedFor()
    {
        var answer = await host.Client.JsonAsync("/api/search?explain=true&limit=1&q=doi");
        Assert.NotEmpty(answer.GetProperty("hits")[0].GetProperty("explanation").GetString()!);
    }

    /// <summary>Numbers in words lead to their document, which is told by title and year; titles stand before phrases and words are whole in their accents.</summary>
    [Fact]
    public async Task SuggestionsNameDocumentsFirstInFullAccents()
    {
        var number = (await host.Client.JsonAsync("/api/suggest?q=chi%20thi%2004")).GetProperty("suggestions")[0];
        Assert.Equal("04-CT/TW", number.GetProperty("text").GetString());
        Assert.Contains("đối ngoại nhân dân", number.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains("(2011)", number.GetProperty("detail").GetString(), StringComparison.Ordinal);

        var kinds = (await host.Client.JsonAsync("/api/suggest?limit=20&q=doi%20ngoai%20nh")).GetProperty("suggestions").EnumerateArray()
            .Select(s => (Kind: s.GetProperty("kind").GetString(), Text: s.GetProperty("text").GetString()!)).ToList();
        Assert.Equal(kinds.Select(s => s.Kind is "phrase").Order(), kinds.Select(s => s.Kind is "phrase"));
        Assert.Contains(kinds, s => s is { Kind: "phrase", Text: "đối ngoại nhân" });
        Assert.DoesNotContain(kinds, s => s.Kind is "phrase" && (s.Text.StartsWith("doi", StringComparison.Ordinal) || s.Text.Contains("ngoai", StringComparison.Ordinal)));
    }

    /// <summary>Snippets begin and end with whole words and say where they are cut.</summary>
    [Fact]
    public async Task SnippetsAreWholeWordsAndSayWhereTheyAreCut()
    {
        var cut = 0;
        foreach (var query in new[] { "đối ngoại nhân dân", "người Việt Nam ở nước ngoài", "thể thức văn bản" })
        {
            var answer = await host.Client.JsonAsync("/api/search?limit=20&passages=2&q=" + Uri.EscapeDataString(query));
            foreach (var hit in answer.GetProperty("hits").EnumerateArray())
            {
                var slug = hit.GetProperty("document").GetProperty("slug").GetString();
                var whole = await host.Client.JsonAsync($"/api/documents/{slug}/text");
                var source = whole.GetProperty("text").GetString() ?? "";
                var offset = whole.GetProperty("offset").GetInt32();
                foreach (var snippet in hit.GetProperty("passages").EnumerateArray().Select(passage => passage.GetProperty("snippet")))
                {
                    var text = snippet.GetProperty("text").GetString()!;
                    var (start, end) = (snippet.GetProperty("start").GetInt32() - offset, snippet.GetProperty("end").GetInt32() - offset);
                    Assert.True(start == 0 || !char.IsLetterOrDigit(source[start - 1]) || !char.IsLetterOrDigit(source[start]), text);
                    Assert.True(end == source.Length || !char.IsLetterOrDigit(source[end - 1]) || !char.IsLetterOrDigit(source[end]), text);
                    cut += text.EndsWith('…') ? 1 : 0;
                }
            }
        }

        Assert.True(cut > 3);
    }

    [Fact]
    public async Task ADocumentThatIsOnlyCitedShowsTheSentenceThatCitesIt()
    {
        var answer = await host.Client.JsonAsync("/api/search?limit=100&q=trangthai:stub");
        var shown = answer.GetProperty("hits").EnumerateArray().Where(hit => hit.GetProperty("document").GetProperty("citedBy").GetInt32() > 0).ToList();
        Assert.NotEmpty(shown);
        Assert.All(shown, hit => Assert.NotEmpty(hit.GetProperty("citedIn").GetProperty("text").GetString()!));
    }

    [Fact]
    public async Task SuggestionsComplete()
    {
        var answer = await host.Client.JsonAsync("/api/suggest?q=04-C");
        Assert.Contains(
            answer.GetProperty("suggestions").EnumerateArray(), s => s.GetProperty("text").GetString()!.Contains("04-CT/TW", StringComparison.Ordinal));
        await host.Client.ProblemAsync("/api/suggest?q=a&limit=99", HttpStatusCode.BadRequest, "limit-exceeded");
    }
}
