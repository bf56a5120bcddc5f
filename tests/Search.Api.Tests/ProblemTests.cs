using System.Net;
using System.Text;
using Search.Api.Problems;

namespace Search.Api.Tests;

[Collection("host")]
public sealed class ProblemTests(ApiHostFixture host)
{
    [Fact]
    public async Task AnUnknownRouteIsAProblem() =>
        await host.Client.ProblemAsync("/api/nothing/here", HttpStatusCode.NotFound, "not-found");

    [Fact]
    public async Task AWrongMethodIsAProblem()
    {
        using var response = await host.Client.DeleteAsync(new Uri("/api/search", UriKind.Relative));
        await response.ProblemAsync(HttpStatusCode.MethodNotAllowed, "method-not-allowed");
        Assert.Contains("GET", response.Content.Headers.Allow);
    }

    [Fact]
    public async Task AWrongMediaTypeIsAProblem()
    {
        using var body = new StringContent("text", Encoding.UTF8, "image/png");
        using var lookup = await host.Client.PostAsync(new Uri("/api/citations/lookup", UriKind.Relative), body);
        await lookup.ProblemAsync(HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
    }

    [Theory]
    [InlineData("/api/citations/lookup", "x-nobody")]
    [InlineData("/api/follows", "utf-7")]
    public async Task AnUnknownCharacterSetIsAProblem(string path, string charset)
    {
        using var body = new ByteArrayContent("{}"u8.ToArray());
        body.Headers.TryAddWithoutValidation("Content-Type", $"application/json; charset={charset}");
        using var response = await host.Client.PostAsync(new Uri(path, UriKind.Relative), body);
        Assert.NotEqual(HttpStatusCode.InternalServerError, response.StatusCode);
        if (path.Contains("lookup", StringComparison.Ordinal))
        {
            await response.ProblemAsync(HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
        }
    }

    [Theory]
    [InlineData("en", true)]
    [InlineData("vi;q=0.5, en-GB;q=0.9", true)]
    [InlineData("vi, en;q=0.8", false)]
    [InlineData("en;q=0", false)]
    [InlineData(";;;", false)]
    public async Task AProblemIsToldInTheLanguageThatIsPreferred(string languages, bool isEnglish)
    {
        foreach (var path in (string[])["/api/documents/khong-co", "/api/search?q=a&limit=x", "/api/search?q=a&validity=x"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
            request.Headers.TryAddWithoutValidation("Accept-Language", languages);
            using var response = await host.Client.SendAsync(request);
            var told = await response.Content.ReadAsStringAsync();

            Assert.Equal(isEnglish, !told.Contains("Không", StringComparison.Ordinal) && !told.Contains("không", StringComparison.Ordinal));
            Assert.Contains("Accept-Language", response.Headers.Vary);
        }
    }

    [Fact]
    public async Task ABodyThatIsTooLargeIsAProblem()
    {
        using var body = new StringContent(new string('a', (1 << 20) + 1), Encoding.UTF8, "text/plain");
        using var response = await host.Client.PostAsync(new Uri("/api/citations/extract", UriKind.Relative), body);
        await response.ProblemAsync(HttpStatusCode.RequestEntityTooLarge, "body-too-large");
    }

    [Fact]
    public async Task ARefusedBodySpoilsNoLaterRequest()
    {
        for (var round = 0; round < 20; round++)
        {
            using var large = new StringContent(new string('a', 2 << 20), Encoding.UTF8, "image/png");
            using var refused = await host.Client.PostAsync(new Uri("/api/citations/" + (round % 2 == 0 ? "extract" : "lookup"), UriKind.Relative), large);
            Assert.True(refused.Headers.ConnectionClose);
            using var small = new StringContent("Chỉ thị 04-CT/TW", Encoding.UTF8, "text/plain");
            using var next = await host.Client.PostAsync(new Uri("/api/citations/extract", UriKind.Relative), small);
            Assert.Equal(HttpStatusCode.OK, next.StatusCode);
        }
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"text\":7}")]
    [InlineData("")]
    [InlineData("{}")]
    public async Task ABrokenBodyIsAProblem(string json)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await host.Client.PostAsync(new Uri("/api/citations/lookup", UriKind.Relative), body);
        await response.ProblemAsync(HttpStatusCode.BadRequest, "invalid-request");
    }

    [Fact]
    public async Task EveryTypeIsExplainedOnThisHostAndInTheReadme()
    {
        var readme = await File.ReadAllTextAsync(Testing.RepositoryFiles.PathOf("src", "Search.Api", "README.md"));
        foreach (var kind in ProblemKinds.All)
        {
            var page = await host.Client.GetStringAsync(new Uri(kind.Type, UriKind.Relative));
            Assert.Contains(kind.Type, page, StringComparison.Ordinal);
            Assert.Contains($"`{kind.Type}`", readme, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task ABrowserGetsAPageForAWrongAddress()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/khong-co");
        request.Headers.Accept.ParseAdd("text/html");
        using var response = await host.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Không tìm thấy", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/search?q=a")]
    [InlineData("/api/nothing")]
    [InlineData("/api/search?limit=x")]
    [InlineData("/healthz")]
    public async Task EveryAnswerCarriesTheSecurityHeaders(string path)
    {
        using var response = await host.Client.GetAsync(new Uri(path, UriKind.Relative));
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.False(response.Headers.Contains("Server"));
    }
}
