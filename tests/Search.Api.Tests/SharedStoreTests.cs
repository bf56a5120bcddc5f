using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Search.Application.Accounts;
using Search.Testing;

namespace Search.Api.Tests;

/// <summary>Two hosts of one store in PostgreSQL, each with a folder of its own.</summary>
public sealed partial class SharedStoreTests
{
    private static readonly string[] Questions =
    [
        "/api/search?q=khuy%E1%BA%BFn%20h%E1%BB%8Dc", "/api/search?q=ch%E1%BB%89%20th%E1%BB%8B&facets=true", "/api/documents/29-ct-tw-2013-09-18",
        "/api/documents/29-ct-tw-2013-09-18/text", "/api/graph?key=29-CT/TW@2013-09-18", "/api/stubs", "/api/timeline",
    ];

    [Fact]
    public async Task WhatOneHostIngestsTheOtherAnswersAndGoesOnWithoutTheServer()
    {
        using var link = new LinkToServer(PostgresServer.Get().Port);
        var schema = PostgresServer.Get().NewSchema();
        var store = $"{PostgresServer.Connection(link.Port)};Search Path={schema[(schema.LastIndexOf('=') + 1)..]};Host Recheck Seconds=1";
        var shared = Directory.CreateTempSubdirectory("search-shared-").FullName;
        var corpus = Directory.CreateDirectory(Path.Combine(shared, "corpus")).FullName;
        await File.WriteAllTextAsync(Path.Combine(corpus, "a.txt"), SampleDirective.Of("29-CT/TW", "18 tháng 9 năm 2013"), TestContext.Current.CancellationToken);
        await using (var one = await StartAsync("one"))
        {
            Assert.True((await ReadyAsync(one, revision: 1)).GetProperty("leads").GetBoolean());
            await using (var other = await StartAsync("other"))
            {
                var ready = await ReadyAsync(other, revision: 1);
                Assert.False(ready.GetProperty("leads").GetBoolean());
                Assert.Equal(0, ready.GetProperty("lagRevisions").GetInt64());

                using var calls = new DatabaseCalls();
                var answers = new List<string>();
                foreach (var question in Questions)
                {
                    answers.Add(await AnswerAsync(one, question));
                    Assert.Equal(answers[^1], await AnswerAsync(other, question + (question.Contains('?', StringComparison.Ordinal) ? '&' : '?') + "min-revision=1"));
                }

                // Both hosts ask the server by themselves four times a second: what counts sees them.
                while (calls.All == 0)
                {
                    await Task.Delay(20, TestContext.Current.CancellationToken);
                }

                Assert.Equal(0, calls.InRequests);
                link.Cut();
                for (var i = 0; i < Questions.Length; i++)
                {
                    Assert.Equal(answers[i], await AnswerAsync(other, Questions[i]));
                }

                link.Mend();
            }
        }

        Directory.Delete(shared, recursive: true);

        Task<SearchHost> StartAsync(string name) => SearchHost.StartAsync(
            ("Search:Store", store), ("Search:Uploads", Path.Combine(shared, "uploads")), ("Search:Node", name), ("Search:Corpus", corpus), ("Search:Watch", "false"));
    }

    [Fact]
    public async Task APageOfOneHostIsGoneOnWithByAnother()
    {
        var schema = PostgresServer.Get().NewSchema();
        var shared = Directory.CreateTempSubdirectory("search-shared-").FullName;
        var corpus = Directory.CreateDirectory(Path.Combine(shared, "corpus")).FullName;
        for (var i = 1; i <= 6; i++)
        {
            await File.WriteAllTextAsync(
                Path.Combine(corpus, $"{i}.txt"), SampleDirective.Of($"{20 + i}-CT/TW", $"{i} tháng 9 năm 2013"), TestContext.Current.CancellationToken);
        }

        await using (var one = await StartAsync("one"))
        {
            var revision = (await ReadyAsync(one, revision: 1)).GetProperty("revision").GetInt64();
            await using var other = await StartAsync("other");
            await ReadyAsync(other, revision);
            var first = await one.Client.JsonAsync("/api/search?q=khuy%E1%BA%BFn%20h%E1%BB%8Dc&limit=2");
            var next = "/api/search?q=khuy%E1%BA%BFn%20h%E1%BB%8Dc&limit=2&cursor=" + first.GetProperty("nextCursor").GetString();
            Assert.Equal(await AnswerAsync(one, next), await AnswerAsync(other, next));
            Assert.Equal(revision, first.GetProperty("generation").GetInt64());
        }

        Directory.Delete(shared, recursive: true);

        Task<SearchHost> StartAsync(string name) => SearchHost.StartAsync(
            ("Search:Store", schema), ("Search:Uploads", Path.Combine(shared, "uploads")), ("Search:Node", name), ("Search:Corpus", corpus), ("Search:Watch", "false"));
    }

    [Fact]
    public async Task AKeyThatCannotBeCheckedAnyMoreStillReadsWhatIsOpenAndNothingElse()
    {
        using var link = new LinkToServer(PostgresServer.Get().Port);
        var schema = PostgresServer.Get().NewSchema();
        var store = $"{PostgresServer.Connection(link.Port)};Search Path={schema[(schema.LastIndexOf('=') + 1)..]};Host Recheck Seconds=1";
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var host = await SearchHost.StartAsync(
            clock, ("Search:Store", store), ("Search:Uploads", "{folder}/uploads"), ("Search:Node", "one"), ("Search:Watch", "false"), ("Search:IngestOnStart", "false"));
        var key = host.Services.GetRequiredService<ApiKeyStore>().Create("tool", [Scopes.Search, Scopes.Read, Scopes.Admin], lifetime: null).Text;
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(HttpMethod.Post, "/api/ingest/quarantine/0/retry"));

        link.Cut();
        clock.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(HttpMethod.Post, "/api/ingest/quarantine/0/retry"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(HttpMethod.Get, "/api/stubs"));
        Assert.True(await SecondsBehindAsync() > 30);
        Assert.Equal("stale", (await host.Client.JsonAsync("/readyz")).GetProperty("status").GetString());

        // It decides anew whenever it has tried to follow, beside the requests.
        async Task<int> SecondsBehindAsync()
        {
            using var hung = new CancellationTokenSource(TimeSpan.FromMinutes(5));
            while (true)
            {
                using var answer = await host.Client.GetAsync(new Uri("/api/stubs", UriKind.Relative), hung.Token);
                if (answer.Headers.TryGetValues("X-Stale", out var stale))
                {
                    return int.Parse(stale.Single(), System.Globalization.CultureInfo.InvariantCulture);
                }

                clock.Advance(TimeSpan.FromMilliseconds(250));
                await Task.Delay(20, hung.Token);
            }
        }

        async Task<HttpStatusCode> StatusAsync(HttpMethod method, string path)
        {
            using var request = new HttpRequestMessage(method, path);
            request.Headers.Authorization = new("Bearer", key);
            using var answer = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task AHostThatStillCopiesLivesAndIsNotReady()
    {
        var url = $"http://127.0.0.1:{PostgresServer.FreePort()}";
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("urls", url)]).Build();
        var options = new Settings.SearchOptions { Data = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N")), Store = "Host=nowhere" };
        using var client = new HttpClient { BaseAddress = new Uri(url) };
        await using (await Hosting.SeedingHost.StartAsync(configuration, options, TestContext.Current.CancellationToken))
        {
            using var alive = await client.GetAsync(new Uri("/healthz", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
            foreach (var path in (string[])["/readyz", "/api/search?q=x", "/"])
            {
                using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
                await answer.ProblemAsync(HttpStatusCode.ServiceUnavailable, "unavailable");
                Assert.Contains("\"seeding\":true", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            }
        }

        Assert.Null(await Hosting.SeedingHost.StartAsync(configuration, new Settings.SearchOptions { Data = options.Data }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task AnAnswerSaysItsRevisionAndANewerOneIsWaitedFor()
    {
        await using var host = await SearchHost.StartAsync(("Search:Watch", "false"));
        using var answer = await host.Client.GetAsync(new Uri("/api/stubs", UriKind.Relative), TestContext.Current.CancellationToken);
        var revision = long.Parse(answer.Headers.GetValues("X-Revision").Single(), System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(revision > 0);
        await host.Client.JsonAsync($"/api/stubs?min-revision={revision}");

        using var early = await host.Client.GetAsync(new Uri($"/api/stubs?min-revision={revision + 1}", UriKind.Relative), TestContext.Current.CancellationToken);
        await early.ProblemAsync(HttpStatusCode.ServiceUnavailable, "unavailable");
        Assert.NotNull(early.Headers.RetryAfter);
        await host.Client.ProblemAsync("/api/stubs?min-revision=-1", HttpStatusCode.BadRequest, "invalid-request");
    }

    [Theory]
    [InlineData("0 5 31 20 14 3", "+ + - - + +")]
    [InlineData("31 14 31", "- + -")]
    public void AHostLeavesAtTheLimitAndReturnsAtHalfOfIt(string seconds, string expected)
    {
        var readiness = new Collections.Readiness(TimeSpan.FromSeconds(30));
        Assert.Equal(expected, string.Join(' ', seconds.Split(' ').Select(behind =>
        {
            readiness.Update(TimeSpan.FromSeconds(int.Parse(behind, System.Globalization.CultureInfo.InvariantCulture)), isAnotherReady: true);
            return readiness.IsReady ? '+' : '-';
        })));
    }

    [Fact]
    public void TheLastHostStaysAndCallsItsAnswersStale()
    {
        var readiness = new Collections.Readiness(TimeSpan.FromSeconds(30));
        readiness.Update(TimeSpan.FromSeconds(90), isAnotherReady: false);
        Assert.Equal((true, true), (readiness.IsReady, readiness.IsStale));
        readiness.Update(TimeSpan.FromSeconds(90), isAnotherReady: true);
        Assert.Equal((false, false), (readiness.IsReady, readiness.IsStale));
    }

    /// <summary>Counts the commands that go to PostgreSQL, and those of them that a request waits for.</summary>
    private sealed class DatabaseCalls : IDisposable
    {
        private readonly ActivityListener _listener;
        private int _all;
        private int _inRequests;

        public DatabaseCalls()
        {
            _listener = new ActivityListener
            {
                ShouldListenTo = source => source.Name is "Npgsql" or "Microsoft.AspNetCore",
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
                ActivityStarted = activity =>
                {
                    if (activity.Source.Name is "Npgsql")
                    {
                        Interlocked.Increment(ref _all);
                        if (activity.Parent is not null)
                        {
                            Interlocked.Increment(ref _inRequests);
                        }
                    }
                },
            };
            ActivitySource.AddActivityListener(_listener);
        }

        public int All => Volatile.Read(ref _all);

        public int InRequests => Volatile.Read(ref _inRequests);

        public void Dispose() => _listener.Dispose();
    }

    private static async Task<System.Text.Json.JsonElement> ReadyAsync(SearchHost host, long revision)
    {
        using var hung = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (true)
        {
            var ready = await host.Client.JsonAsync("/readyz");
            if (ready.GetProperty("applied").GetInt64() >= revision)
            {
                return ready;
            }

            await Task.Delay(50, hung.Token);
        }
    }

    private static async Task<string> AnswerAsync(SearchHost host, string question)
    {
        using var answer = await host.Client.GetAsync(new Uri(question, UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{question}: {text}");
        // How long it took is no part of the answer.
        return $"{answer.Headers.GetValues("X-Revision").Single()} {Took().Replace(text, "")}";
    }

    [GeneratedRegex("\"tookMs\":[0-9.]+,?", RegexOptions.CultureInvariant)]
    private static partial Regex Took();
}
