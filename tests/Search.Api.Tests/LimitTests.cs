using System.Net;
using System.Text;
using Search.Application.Contracts;

namespace Search.Api.Tests;

/// <summary>Values that can find nothing are refused or answered with what was meant; what would take the host is bounded.</summary>
[Collection("host")]
public sealed class LimitTests(ApiHostFixture host)
{
    [Theory]
    [InlineData("/api/search?q=a&type=xyz", "chi-thi")]
    [InlineData("/api/search?q=a&level=everywhere", "trung-uong")]
    [InlineData("/api/search?q=a&sort=best", "most-cited")]
    [InlineData("/api/graph?key=04-CT%2FTW&relation=likes", "thuc-hien")]
    [InlineData("/api/graph?key=04-CT%2FTW&level=99", "co-so")]
    [InlineData("/api/graph?key=04-CT%2FTW&direction=up", "both")]
    [InlineData("/api/timeline?level=nowhere", "trung-uong")]
    [InlineData("/api/timeline?type=novel", "chi-thi")]
    [InlineData("/api/search?status=nope", "con-hieu-luc")]
    public async Task AValueOutsideAClosedListIsRefusedWithTheList(string address, string allowed)
    {
        var problem = await host.Client.ProblemAsync(address, HttpStatusCode.BadRequest, "invalid-request");
        Assert.Contains(allowed, problem.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/search?type=chi-thi&level=trung-uong&sort=newest")]
    [InlineData("/api/search?type=Chỉ thị&level=&type=")]
    [InlineData("/api/timeline?level=tinh&type=ke-hoach")]
    public async Task AValueOfTheListIsTaken(string address) => await host.Client.JsonAsync(address);

    [Theory]
    [InlineData("issuer=Ban Bi thuw", "Ban Bí thư")]
    [InlineData("province=Quang Ngay", "quang-ngai")]
    [InlineData("place=Quang Ngay", "quang-ngai")]
    public async Task AnUnknownNameIsAnsweredWithTheNearest(string filter, string nearest)
    {
        var answer = await host.Client.JsonAsync("/api/search?" + filter);
        Assert.Equal(0, answer.GetProperty("total").GetProperty("value").GetInt64());
        Assert.Contains(
            nearest, answer.GetProperty("unknownValues")[0].GetProperty("nearest").EnumerateArray().Select(name => name.GetString()));
    }

    [Fact]
    public async Task AKnownNameIsNotCommentedOn()
    {
        var answer = await host.Client.JsonAsync("/api/search?issuer=Ban Bí thư&province=Lâm Đồng&place=Lâm Đồng");
        Assert.False(answer.TryGetProperty("unknownValues", out _));
    }

    [Theory]
    [InlineData("/api/search?q=a&page=1000000000")]
    [InlineData("/api/search?q=a&offset=1000000000000")]
    [InlineData("/api/stubs?per_page=10")]
    [InlineData("/api/search?q=doi&fromDate=2020-01-01")]
    [InlineData("/api/documents/04-ct-tw-2011-07-06/cited-by?relation=nope")]
    [InlineData("/api/documents?offset=1000000000")]
    [InlineData("/?page=1000000000")]
    [InlineData("/?q=doi&trang=1000000000")]
    [InlineData("/lich-su?q=doi&page=1000000000")]
    [InlineData("/danh-muc?trang=1000000000")]
    [InlineData("/danh-muc?page=2")]
    [InlineData("/con-thieu?trang=1000000000")]
    [InlineData("/tinh-trang?trang=1000000000")]
    [InlineData("/tinh-trang/tep?offset=10")]
    [InlineData("/so-sanh?page=1000000000")]
    [InlineData("/cach-tim?page=1000000000")]
    public async Task APageThatCannotBeTurnedToIsRefused(string address)
    {
        using var answer = await host.Client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task AWayBackWithControlCharactersIsRefused()
    {
        using var answer = await host.Client.GetAsync(new Uri("/ngon-ngu?ve=/%09/x", UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task LanguageAndAcceptAreNotTakenForEachOther()
    {
        var slug = (await host.Client.JsonAsync("/api/documents")).GetProperty("items")[0].GetProperty("slug").GetString();
        using var odd = await Ask("entext/html", cookie: null);
        using var english = await Ask("text/html", "lang=en");
        Assert.Contains("lang=\"en\"", await english.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        async Task<HttpResponseMessage> Ask(string accept, string? cookie)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/van-ban/{slug}", UriKind.Relative));
            request.Headers.TryAddWithoutValidation("Accept", accept);
            if (cookie is not null)
            {
                request.Headers.TryAddWithoutValidation("Cookie", cookie);
            }

            return await host.Client.SendAsync(request);
        }
    }

    [Fact]
    public async Task ATextOfMentionsAloneIsRefused()
    {
        var text = new StringBuilder();
        for (var i = 0; text.Length < ApiLimits.Mentions * 20; i++)
        {
            text.Append("Chỉ thị ").Append(i % 90 + 10).Append("-CT/TW, ");
        }

        using var answer = await host.Client.PostAsync(
            new Uri("/api/citations/extract", UriKind.Relative), new StringContent(text.ToString(), Encoding.UTF8, "text/plain"));
        await answer.ProblemAsync(HttpStatusCode.BadRequest, "limit-exceeded");
    }
}
