using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Search.Application.Accounts;
using Search.Api.Collections;
using Search.Api.Jobs;
using Search.Documents;
using Search.Testing;

namespace Search.Api.Tests;

/// <summary>Uploads over HTTP: a job each, and what is refused can be tried again.</summary>
public sealed class JobTests : IAsyncLifetime
{
    private SearchHost _host = null!;
    private string _key = "";

    private HttpClient Client => _host.Client;

    public async ValueTask InitializeAsync()
    {
        _host = await SearchHost.StartAsync(
            ("Search:Corpus", "{folder}/none"), ("Search:Watch", "false"), ("Search:MaxUploadBytes", "20000"));
        _key = Key(Scopes.Ingest, Scopes.Read, Scopes.Search);
    }

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task AnUploadBecomesAJobAndItsDocumentIsFound()
    {
        // Names that no file can have, or that hide what they are, are refused before anything waits behind them.
        foreach (var name in (string[])[new string('ạ', 121) + ".txt", "a\u202Etxt.docx", "a.txt ", " a.txt", "../a.txt", "a\u0001.txt", "a"])
        {
            using var refused = await Client.UploadAsync(name, new StringContent(SamplePaper.Text), _key);
            await refused.ProblemAsync(HttpStatusCode.BadRequest, "invalid-request");
        }

        using var sent = await Client.UploadAsync("kh90.txt", new StringContent(SamplePaper.Text), _key);
        var job = await Client.JobAsync(sent, _key);

        Assert.Equal("done", job.GetProperty("status").GetString());
        var file = Assert.Single(job.GetProperty("files").EnumerateArray());
        Assert.Equal("uploads/kh90.txt", file.GetProperty("path").GetString());
        Assert.Equal("90-KH/TU~quang-ngai@2014-09-13", Assert.Single(file.GetProperty("documents").EnumerateArray()).GetString());
        await Client.JsonAsync(Assert.Single(job.GetProperty("links").GetProperty("documents").EnumerateArray()).GetString()!);
        await UntilFoundAsync();

        using var again = await Client.UploadAsync("kh90.txt", new StringContent(SamplePaper.Text), _key);
        var same = await Client.JobAsync(again, _key);
        Assert.Equal("unchanged", same.GetProperty("files")[0].GetProperty("outcome").GetString());
        Assert.Equal(1, same.GetProperty("files")[0].GetProperty("documents").GetArrayLength());
        var list = await Client.JsonAsync("/api/ingest/jobs", _key);
        Assert.Equal(
            [same.GetProperty("id").GetString(), job.GetProperty("id").GetString()],
            list.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("id").GetString()));
        Assert.Equal(1, (await Client.JsonAsync("/api/ingest/jobs?limit=1", _key)).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task ABadFileIsQuarantinedWithItsReasonAndCanBeTriedAgainAndForgotten()
    {
        using var sent = await Client.UploadAsync("hong.pdf", new StringContent("no pdf at all"), _key);
        var job = await Client.JobAsync(sent, _key);
        Assert.Equal("quarantined", job.GetProperty("status").GetString());
        Assert.Equal("broken-pdf", job.GetProperty("code").GetString());
        Assert.NotEqual(job.GetProperty("reason").GetString(), job.GetProperty("reasonEn").GetString());
        var refused = Assert.Single((await Client.JsonAsync("/api/ingest/quarantine")).GetProperty("items").EnumerateArray());
        var address = "/api/ingest/quarantine/" + refused.GetProperty("id").GetString();

        // Still bad: refused again. Put right where it lies: taken in.
        using var first = await PostAsync(address + "/retry", _key);
        Assert.Equal("quarantined", (await Client.JobAsync(first, _key)).GetProperty("status").GetString());
        var path = Path.Combine(_host.Services.GetRequiredService<CollectionRegistry>().Open.System.UploadFolder, "hong.pdf");
        await File.WriteAllBytesAsync(path, []);
        using var second = await PostAsync(address + "/retry", _key);
        Assert.Equal("empty", (await Client.JobAsync(second, _key)).GetProperty("code").GetString());

        // A file that is gone is told as such, and its refusal goes with it.
        File.Delete(path);
        using var released = await PostAsync(address + "/release", _key);
        Assert.Equal(HttpStatusCode.NoContent, released.StatusCode);
        Assert.Equal(0, (await Client.JsonAsync("/api/ingest/quarantine")).GetProperty("total").GetInt32());
        using var gone = await PostAsync(address + "/retry", _key);
        await gone.ProblemAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task TheQuarantineIsToldPageByPage()
    {
        foreach (var name in (string[])["a.txt", "b.txt", "c.txt"])
        {
            using var sent = await Client.UploadAsync(name, new StringContent(""), _key);
            await Client.JobAsync(sent, _key);
        }

        var all = await PathsAsync("");
        Assert.Equal(["uploads/a.txt", "uploads/b.txt", "uploads/c.txt"], all.Order(StringComparer.Ordinal));
        Assert.Equal(all.Skip(1).Take(1), await PathsAsync("?offset=1&limit=1"));
        Assert.Empty(await PathsAsync("?offset=3"));
        using var tooMany = await Client.GetAsync(new Uri("/api/ingest/quarantine?limit=101", UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, tooMany.StatusCode);

        async Task<IReadOnlyList<string>> PathsAsync(string page)
        {
            var answer = await Client.JsonAsync("/api/ingest/quarantine" + page);
            Assert.Equal(3, answer.GetProperty("total").GetInt32());
            return [.. answer.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("path").GetString()!)];
        }
    }

    [Fact]
    public async Task ARefusedFileGoesInOnceItIsPutRight()
    {
        using var sent = await Client.UploadAsync("kh90.txt", new StringContent(""), _key);
        Assert.Equal("empty", (await Client.JobAsync(sent, _key)).GetProperty("code").GetString());
        var refused = (await Client.JsonAsync("/api/ingest/quarantine")).GetProperty("items")[0];
        var path = Path.Combine(_host.Services.GetRequiredService<CollectionRegistry>().Open.System.UploadFolder, "kh90.txt");
        await File.WriteAllTextAsync(path, SamplePaper.Text);

        using var retried = await PostAsync($"/api/ingest/quarantine/{refused.GetProperty("id").GetString()}/retry", _key);
        var job = await Client.JobAsync(retried, _key);

        Assert.Equal("done", job.GetProperty("status").GetString());
        Assert.Equal(0, (await Client.JsonAsync("/api/ingest/quarantine")).GetProperty("total").GetInt32());
        await UntilFoundAsync();
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", true)]
    [InlineData("application/octet-stream", true)]
    [InlineData("multipart/form-data", false)]
    public async Task TheBodyIsTheFileWhateverCurlCallsIt(string media, bool isTaken)
    {
        var body = new StringContent(SamplePaper.Text);
        body.Headers.ContentType = new(media);
        using var sent = await Client.UploadAsync("kh90.txt", body, _key);
        if (isTaken)
        {
            Assert.Equal("done", (await Client.JobAsync(sent, _key)).GetProperty("status").GetString());
        }
        else
        {
            await sent.ProblemAsync(HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AnUploadOverTheLimitIsRefusedAndLeavesNothing(bool isLengthTold)
    {
        var bytes = new byte[20_001];
        HttpContent body = isLengthTold ? new ByteArrayContent(bytes) : new StreamContent(new Trickle(bytes));
        using var sent = await Client.UploadAsync("lon.txt", body, _key);
        await sent.ProblemAsync(HttpStatusCode.RequestEntityTooLarge, "body-too-large");
        Assert.Equal(0, (await Client.JsonAsync("/api/ingest/jobs", _key)).GetProperty("total").GetInt32());
        var uploads = _host.Services.GetRequiredService<CollectionRegistry>().Open.System.UploadFolder;
        Assert.Empty(Directory.Exists(uploads) ? Directory.EnumerateFiles(uploads, "*", SearchOption.AllDirectories) : []);
    }

    [Fact]
    public async Task JobsNeedAKeyOfTheirScopeAndAreTheirSendersOwn()
    {
        using var sent = await Client.UploadAsync("kh90.txt", new StringContent(SamplePaper.Text), _key);
        var self = (await Client.JobAsync(sent, _key)).GetProperty("links").GetProperty("self").GetString()!;

        foreach (var path in (string[])["/api/ingest/jobs", self])
        {
            await Client.ProblemAsync(path, HttpStatusCode.Unauthorized, "key-required");
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            using var answer = await Client.SendAsync(request, Key(Scopes.Read));
            await answer.ProblemAsync(HttpStatusCode.Forbidden, "scope-missing");
        }

        var other = Key(Scopes.Ingest);
        await Client.JsonAsync(self, other, HttpStatusCode.NotFound);
        Assert.Equal(0, (await Client.JsonAsync("/api/ingest/jobs", other)).GetProperty("total").GetInt32());
        foreach (var path in (string[])["/api/ingest/quarantine/0/retry", "/api/ingest/quarantine/0/release"])
        {
            using var anonymous = await Client.PostAsync(new Uri(path, UriKind.Relative), content: null);
            await anonymous.ProblemAsync(HttpStatusCode.Unauthorized, "key-required");
            using var unknown = await PostAsync(path, other);
            await unknown.ProblemAsync(HttpStatusCode.NotFound, "not-found");
        }
    }

    [Fact]
    public async Task AJobThatAStopLeftIsFinishedByTheNextStart()
    {
        var system = _host.Services.GetRequiredService<CollectionRegistry>().Open.System;
        var left = new IngestJobs(system, TimeProvider.System);
        var (id, stray) = (left.NewId(), left.NewId());
        foreach (var one in (string[])[id, stray])
        {
            await using var stream = left.Receive(one);
            await stream.WriteAsync(Encoding.UTF8.GetBytes(SamplePaper.Text));
        }

        left.Accept(id, "key:a", "kh90.txt", isRetry: false);
        var strayFile = Path.Combine(system.UploadFolder, ".jobs", stray + ".upload");
        File.SetLastWriteTimeUtc(strayFile, File.GetLastWriteTimeUtc(strayFile).AddHours(-2));

        // Another start over the same folder: it knows the job by what is on disk alone.
        var next = new IngestJobs(system, TimeProvider.System);
        using var stop = new CancellationTokenSource();
        var running = next.RunAsync(stop.Token);
        IngestJob? job;
        while (!next.TryFind(id, "key:a", out job) || !job.IsFinished)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);

        Assert.Equal(Contracts.JobStatus.Done, job.Status);
        Assert.Equal("90-KH/TU~quang-ngai@2014-09-13", Assert.Single(job.Files[0].Documents));

        // What no job is known for may have been accepted once: it is set aside and told of, and not deleted.
        Assert.Equal(
            [Path.Combine(system.UploadFolder, ".jobs", "stray", stray + ".upload")],
            Directory.EnumerateFiles(system.UploadFolder, "*.upload", SearchOption.AllDirectories));
        Assert.Equal("stray-upload", Assert.Single(system.Store.Quarantine()).Code);
        var last = new JobFolder(system.UploadFolder).Load();
        Assert.Equal(Contracts.JobStatus.Done, Assert.Single(last).Status);
    }

    /// <summary>What was accepted comes in once there is room, however long that takes: here a folder stands where the job is written.</summary>
    [Fact]
    public async Task AJobWaitsForADiskThatFailsAndIsDoneOnceItDoesNot()
    {
        var system = _host.Services.GetRequiredService<CollectionRegistry>().Open.System;
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var jobs = new IngestJobs(system, clock);
        var id = jobs.NewId();
        await using (var stream = jobs.Receive(id))
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(SamplePaper.Text));
        }

        jobs.Accept(id, "key:a", "kh90.txt", isRetry: false);
        var obstacle = Directory.CreateDirectory(Path.Combine(system.UploadFolder, ".jobs", id + ".json.next"));
        using var stop = new CancellationTokenSource();
        var running = jobs.RunAsync(stop.Token);
        IngestJob? job = null;
        for (var i = 0; i < 40; i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20));
            clock.Advance(TimeSpan.FromSeconds(30));
            Assert.True(jobs.TryFind(id, "key:a", out job));
            Assert.False(job.IsFinished);
        }

        obstacle.Delete();
        while (!job!.IsFinished)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20));
            clock.Advance(TimeSpan.FromSeconds(30));
            Assert.True(jobs.TryFind(id, "key:a", out job));
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal(Contracts.JobStatus.Done, job.Status);
        Assert.Equal("90-KH/TU~quang-ngai@2014-09-13", Assert.Single(job.Files[0].Documents));
    }

    [Fact]
    public async Task AnotherDocumentUnderAUsedNameGetsANameOfItsOwnAndANewTextOfTheSameOneItsPlace()
    {
        var other = SamplePaper.Text.Replace("90-KH/TU", "91-KH/TU", StringComparison.Ordinal);

        Assert.Equal("uploads/cong-van.txt", await PathOfAsync(SamplePaper.Text));
        Assert.Equal("uploads/cong-van (2).txt", await PathOfAsync(other));
        Assert.Equal("uploads/cong-van.txt", await PathOfAsync(SamplePaper.Text + "\nThêm một dòng.\n"));
        Assert.Equal("uploads/cong-van (2).txt", await PathOfAsync(other + "\nThêm một dòng.\n"));
        Assert.Equal("uploads/cong-van (2).txt", await PathOfAsync(other + "\nThêm một dòng.\n"));

        var store = _host.Services.GetRequiredService<CollectionRegistry>().Open.System.Store;
        Assert.Equal(["90-KH/TU", "91-KH/TU"], store.List().Select(one => one.Number).Order(StringComparer.Ordinal));

        async Task<string> PathOfAsync(string text)
        {
            using var sent = await Client.UploadAsync("cong-van.txt", new StringContent(text), _key);
            var job = await Client.JobAsync(sent, _key);
            return Assert.Single(job.GetProperty("files").EnumerateArray()).GetProperty("path").GetString()!;
        }
    }

    [Fact]
    public async Task AJobWhoseDescriptionIsDamagedLosesNoUploadAndOneThatOnlyLacksItsNameIsAdopted()
    {
        var system = _host.Services.GetRequiredService<CollectionRegistry>().Open.System;
        var left = new IngestJobs(system, TimeProvider.System);
        var jobs = Path.Combine(system.UploadFolder, ".jobs");
        var (damaged, unnamed) = (left.NewId(), left.NewId());
        foreach (var id in (string[])[damaged, unnamed])
        {
            await using (var stream = left.Receive(id))
            {
                await stream.WriteAsync(Encoding.UTF8.GetBytes(SamplePaper.Text));
            }

            File.SetLastWriteTimeUtc(Path.Combine(jobs, id + ".upload"), DateTime.UnixEpoch.AddDays(20_000));
            left.Accept(id, "key:a", "kh90.txt", isRetry: false);
        }

        await File.WriteAllTextAsync(Path.Combine(jobs, damaged + ".json"), "{\"id\":");
        File.Move(Path.Combine(jobs, unnamed + ".json"), Path.Combine(jobs, unnamed + ".json.next"));

        var folder = new JobFolder(system.UploadFolder);
        var found = folder.Load();
        foreach (var stray in folder.Strays(found, TimeProvider.System.GetUtcNow()))
        {
            folder.SetAside(stray);
        }

        Assert.Equal(unnamed, Assert.Single(found).Id);
        Assert.Equal(
            [damaged + ".json", damaged + ".upload"],
            Directory.EnumerateFiles(Path.Combine(jobs, "stray")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.NotNull(folder.Received(unnamed));
    }

    [Fact]
    public async Task TheUploadsOfAHostThatIsGoneAreTakenOverWhereverItWas()
    {
        var uploads = Directory.CreateTempSubdirectory("search-uploads-").FullName;
        var (gone, here) = (new JobFolder(Path.Combine(uploads, "gone")), new JobFolder(Path.Combine(uploads, "here")));
        var now = TimeProvider.System.GetUtcNow();
        var ids = Enumerable.Range(0, 4).Select(i => Guid.CreateVersion7(now.AddSeconds(i)).ToString("N")).ToList();
        var (waiting, published, finished, half) = (ids[0], ids[1], ids[2], ids[3]);
        foreach (var id in ids)
        {
            await using (var stream = gone.Receive(id))
            {
                await stream.WriteAsync(Encoding.UTF8.GetBytes(id));
            }

            var job = new IngestJob { Id = id, Owner = "key:a", Name = "thu.txt", CreatedAt = now };
            gone.Save(
                string.Equals(id, published, StringComparison.Ordinal) ? job with { StoredAs = "thu (2).txt" }
                : string.Equals(id, finished, StringComparison.Ordinal) ? job with { FinishedAt = now }
                : job);
        }

        gone.Publish(gone.Load().Single(job => string.Equals(job.Id, published, StringComparison.Ordinal)));
        // As after a cut between the two steps of a take-over.
        Directory.CreateDirectory(Path.Combine(uploads, "here", ".jobs"));
        File.Move(Path.Combine(uploads, "gone", ".jobs", half + ".upload"), Path.Combine(uploads, "here", ".jobs", half + ".upload"));

        var taken = here.TakeOver("gone");

        Assert.Equal([waiting, published, half], taken.Select(job => job.Id));
        Assert.Equal([waiting, published, half], here.Load().Select(job => job.Id).Order(StringComparer.Ordinal));
        Assert.Equal(finished, Assert.Single(gone.Load()).Id);
        Assert.Equal(finished, here.OfAnotherHost(finished)?.Id);
        Assert.True(gone.IsTakenOver(waiting));
        Assert.False(here.IsTakenOver(waiting));
        Assert.All(taken, job => Assert.Equal(job.Id, File.ReadAllText(here.Publish(job))));
        Assert.Equal(Path.Combine(uploads, "gone", "thu (2).txt"), taken[1].Path);
        Assert.Empty(here.TakeOver("gone"));
        Directory.Delete(uploads, recursive: true);
    }

    private async Task UntilFoundAsync()
    {
        using var hung = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while ((await Client.JsonAsync("/api/search?q=rong+bi%E1%BB%83n")).GetProperty("hits").GetArrayLength() == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), hung.Token);
        }
    }

    private string Key(params string[] scopes) => _host.Services.GetRequiredService<ApiKeyStore>().Create("jobs", scopes, lifetime: null).Text;

    private async Task<HttpResponseMessage> PostAsync(string path, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        return await Client.SendAsync(request, key);
    }

    /// <summary>A stream whose length nobody knows.</summary>
    private sealed class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
