using System.IO.Compression;
using System.Net;
using Microsoft.Extensions.Time.Testing;
using Search.Testing;

namespace Search.Api.Tests;

/// <summary>What HTTP asks of a server: HEAD, conditional requests, encodings, limits.</summary>
[Collection("host")]
public sealed class HttpTests(ApiHostFixture host)
{
    private const string Path = "/api/documents/04-ct-tw-2011-07-06";

    [Theory]
    [InlineData(Path)]
    [InlineData("/api/search?q=chi+thi")]
    [InlineData("/healthz")]
    [InlineData("/")]
    public async Task HeadIsGetWithoutItsBody(string path)
    {
        using var get = await host.Client.GetAsync(new Uri(path, UriKind.Relative));
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var head = await host.Client.SendAsync(request);
        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("{0}", 304)]
    [InlineData("W/\"other\", {0}", 304)]
    [InlineData("\"a\", \"b\"", 200)]
    [InlineData("*", 304)]
    [InlineData("{strong}", 304)]
    public async Task ATagOfAListIsEnough(string tags, int status)
    {
        using var first = await host.Client.GetAsync(new Uri(Path, UriKind.Relative));
        var tag = first.Headers.ETag!.ToString();
        using var request = new HttpRequestMessage(HttpMethod.Get, Path);
        request.Headers.TryAddWithoutValidation(
            "If-None-Match", tags.Replace("{0}", tag, StringComparison.Ordinal).Replace("{strong}", tag[2..], StringComparison.Ordinal));
        using var again = await host.Client.SendAsync(request);
        Assert.Equal(status, (int)again.StatusCode);
        Assert.Equal(tag, again.Headers.ETag!.ToString());
    }

    [Fact]
    public async Task ATagBelongsToItsAddress()
    {
        using var first = await host.Client.GetAsync(new Uri(Path, UriKind.Relative));
        using var other = await host.Client.GetAsync(new Uri(Path + "/citations", UriKind.Relative));
        Assert.NotEqual(first.Headers.ETag, other.Headers.ETag);
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, br;q=0", "gzip")]
    [InlineData("identity", null)]
    public async Task AnswersComeInTheEncodingAskedForTheFirstTimeAndTheNext(string accepted, string? encoding)
    {
        const string Long = "/api/documents?limit=100&stubs=true";
        var plain = await host.Client.GetStringAsync(new Uri(Long, UriKind.Relative));
        for (var i = 0; i < 2; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Long);
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
            using var answer = await host.Client.SendAsync(request);
            Assert.Equal(encoding, answer.Content.Headers.ContentEncoding.SingleOrDefault());
            Assert.Contains("Accept-Encoding", answer.Headers.Vary);
            await using var body = await answer.Content.ReadAsStreamAsync();
            await using Stream unpacked = encoding switch
            {
                "br" => new BrotliStream(body, CompressionMode.Decompress),
                "gzip" => new GZipStream(body, CompressionMode.Decompress),
                _ => body,
            };
            using var reader = new StreamReader(unpacked);
            Assert.Equal(plain, await reader.ReadToEndAsync());
        }
    }

    [Fact]
    public async Task TooManyRequestsAreToldWhenToComeBack()
    {
        await using var small = await SearchHost.StartAsync(("Search:LocalRequestsPerSecond", "1"), ("Search:IngestOnStart", "false"));
        HttpResponseMessage? refused = null;
        for (var i = 0; i < 10 && refused is null; i++)
        {
            var answer = await small.Client.GetAsync(new Uri("/api/statistics", UriKind.Relative));
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
            {
                refused = answer;
            }
            else
            {
                answer.Dispose();
            }
        }

        Assert.NotNull(refused);
        await refused.ProblemAsync(HttpStatusCode.TooManyRequests, "too-many-requests");
        Assert.True(refused.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1));
        refused.Dispose();
    }

    [Fact]
    public async Task ACursorIsGoneWithItsGeneration()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var changing = await SearchHost.StartAsync(clock);
        var first = await changing.Client.JsonAsync("/api/search?q=chi+thi&limit=2");
        var next = "/api/search?q=chi+thi&limit=2&cursor=" + first.GetProperty("nextCursor").GetString();
        await changing.Client.JsonAsync(next);
        var file = System.IO.Path.Combine(changing.Folder, "moi.md");
        await File.WriteAllTextAsync(file, "# Thông báo mới\n\nMột thông báo về chỉ thị.\n");
        await ((Ingestion.KnowledgeBase)changing.Services.GetService(typeof(Ingestion.KnowledgeBase))!).IngestAsync([file]);
        clock.Advance(TimeSpan.FromSeconds(1)); // what requests see is a tenth of a second old at most
        await changing.Client.ProblemAsync(next, HttpStatusCode.Gone, "cursor-gone");
        await changing.Client.ProblemAsync(next[..^3], HttpStatusCode.BadRequest, "invalid-cursor");
    }

    public static TheoryData<string> QueriesOfDeath => new(
        "/api/search?q=" + string.Join('+', Enumerable.Range(0, 10_000).Select(i => "t" + i)),
        "/api/search?q=" + Uri.EscapeDataString(string.Join(' ', Enumerable.Repeat("a*", 32))),
        "/api/search?q=" + Uri.EscapeDataString(string.Join(' ', Enumerable.Repeat("a~2", 32))),
        "/api/search?q=" + new string('(', 500),
        "/api/search?q=" + Uri.EscapeDataString(string.Concat(Enumerable.Repeat("(a OR ", 80)) + "b" + new string(')', 80)),
        "/api/search?q=" + Uri.EscapeDataString(string.Join(' ', Enumerable.Repeat("-a", 32))),
        "/api/search?q=" + Uri.EscapeDataString("\"" + string.Join(' ', Enumerable.Repeat("chi", 31)) + "\""),
        "/api/search?q=" + new string('a', 512),
        "/api/search?q=a" + string.Concat(Enumerable.Repeat("%CC%81", 80)),
        "/api/search?limit=1000000000",
        "/api/search?limit=100&cursor=" + new string('A', 2000),
        "/api/documents?offset=1000000000",
        "/api/graph?key=04-CT/TW&depth=50",
        "/api/graph?key=04-CT/TW&limit=1000000000",
        "/api/search?q=chi+thi&mode=history&facets=true&explain=true&limit=100&passages=10",
        "/api/suggest?q=" + new string('a', 512));

    // One second on an idle machine; a busy one that runs other tests beside this gets the deadline of every search.
    [Theory]
    [MemberData(nameof(QueriesOfDeath))]
    public async Task AQueryOfDeathIsAnsweredOrRefused(string path)
    {
        using var answer = await host.Client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.True((int)answer.StatusCode is 200 or (>= 400 and < 500), $"{answer.StatusCode}");
    }
}
