using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Search.Api.Alerts;
using Search.Api.Collections;
using Search.Application.Accounts;
using Search.Ingestion;
using Search.Store.Audit;
using Search.Testing;

namespace Search.Api.Tests;

/// <summary>Follows, notes and lists over HTTP, of people with and without a clearance, and what of it stands in the audit log.</summary>
public sealed class OwnThingsTests : IAsyncLifetime
{
    private const string Secret = "MẬT\nTỈNH ỦY LÂM ĐỒNG\tĐẢNG CỘNG SẢN VIỆT NAM\n\nSố 91-KH/TU\tĐà Lạt, ngày 06 tháng 5 năm 2019\n\nKẾ HOẠCH\nvề đối ngoại nhân dân\n\nThực hiện Chỉ thị số 04-CT/TW ngày 06/7/2011 của Ban Bí thư, các cấp ủy làm tốt việc đối ngoại nhân dân.\n\nBÍ THƯ\n\nNguyễn Văn Nam\n";
    private SearchHost _host = null!;
    private string _cleared = "";
    private string _reader = "";

    public async ValueTask InitializeAsync()
    {
        _host = await SearchHost.StartAsync(("Search:Watch", "false"), ("Search:SecretData:mat", "{folder}/mat"));
        var keys = _host.Services.GetRequiredService<ApiKeyStore>();
        var accounts = _host.Services.GetRequiredService<AccountService>();
        _cleared = keys.Create("hà", [.. Scopes.All], null, accounts.Add("ha", Roles.Administrator, Scopes.Secret, "Lê Thị Hà", TimeSpan.FromHours(1)).Account).Text;
        _reader = keys.Create("an", [Scopes.Search, Scopes.Read], null, accounts.Add("an", Roles.Reader, null, null, TimeSpan.FromHours(1)).Account).Text;
        var mat = _host.Services.GetRequiredService<CollectionRegistry>().For(1).System;
        var corpus = Path.Combine(_host.Folder, "giay");
        await mat.IngestAsync([SamplePapers.WriteTo(corpus)]);
    }

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task ASecretDocumentIsToldOnlyToThoseCleared()
    {
        var mine = await SendAsync(HttpMethod.Post, "/api/follows", _cleared, new { query = "đối ngoại nhân dân" }, HttpStatusCode.Created);
        var cited = await SendAsync(HttpMethod.Post, "/api/follows", _cleared, new { document = "04-CT/TW" }, HttpStatusCode.Created);
        var others = await SendAsync(HttpMethod.Post, "/api/follows", _reader, new { query = "đối ngoại nhân dân" }, HttpStatusCode.Created);
        var registry = _host.Services.GetRequiredService<CollectionRegistry>();
        var path = Path.Combine(_host.Folder, "mat.txt");
        await File.WriteAllTextAsync(path, Secret);
        await registry.For(1).System.IngestAsync([path]);
        await registry.Open.System.IngestAsync([path]);
        var work = _host.Services.GetRequiredService<AlertWork>();
        work.Match(CancellationToken.None);

        Assert.Equal("91-KH/TU~lam-dong@2019-05-06", Assert.Single((await AlertsAsync(mine, _cleared)).EnumerateArray()).GetProperty("document").GetProperty("key").GetString());
        Assert.Single((await AlertsAsync(cited, _cleared)).EnumerateArray());
        Assert.Empty((await AlertsAsync(others, _reader)).EnumerateArray());
        // Another's follow is none, for an administrator too; nobody without a name follows anything.
        await SendAsync(HttpMethod.Get, $"/api/follows/{others.GetProperty("id").GetString()}", _cleared, null, HttpStatusCode.NotFound);
        await SendAsync(HttpMethod.Delete, $"/api/follows/{mine.GetProperty("id").GetString()}", _reader, null, HttpStatusCode.NotFound);
        await SendAsync(HttpMethod.Post, "/api/follows", null, new { query = "x" }, HttpStatusCode.Unauthorized);
        var feed = await TextAsync($"/api/follows/{mine.GetProperty("id").GetString()}/feed.atom", _cleared);
        Assert.Contains("91-kh-tu-lam-dong-2019-05-06", feed, StringComparison.Ordinal);

        // Whoever loses the clearance sees nothing of it from then on, not even what he was told.
        _host.Services.GetRequiredService<AccountService>().Change("ha", account => account with { Clearance = null });
        Assert.DoesNotContain("91-KH/TU", (await SendAsync(HttpMethod.Get, "/api/follows", _cleared, null, HttpStatusCode.OK)).GetRawText(), StringComparison.Ordinal);
        await SendAsync(HttpMethod.Get, $"/api/follows/{mine.GetProperty("id").GetString()}/alerts", _cleared, null, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task NotesAndListsAreKeptAndExported()
    {
        const string Document = "/api/documents/04-ct-tw-2011-07-06";
        var slug = (await SendAsync(HttpMethod.Get, "/api/documents?limit=1", _reader, null, HttpStatusCode.OK)).GetProperty("items")[0].GetProperty("slug").GetString();
        var note = await SendAsync(HttpMethod.Post, $"/api/documents/{slug}/notes", _reader, new { text = "Đọc lại." }, HttpStatusCode.Created);
        Assert.Equal(1, (await SendAsync(HttpMethod.Get, $"/api/documents/{slug}/notes", _reader, null, HttpStatusCode.OK)).GetProperty("total").GetInt32());
        await SendAsync(HttpMethod.Delete, $"/api/documents/{slug}/notes/{note.GetProperty("id").GetString()}", _reader, null, HttpStatusCode.NoContent);
        await SendAsync(HttpMethod.Post, $"/api/documents/{slug}/notes", _reader, new { text = "x", quote = "xyz không có" }, HttpStatusCode.BadRequest);
        await SendAsync(HttpMethod.Get, Document + "/notes", null, null, HttpStatusCode.Unauthorized);

        var basket = (await SendAsync(HttpMethod.Post, "/api/baskets", _reader, new { name = "Chỉ thị *04*" }, HttpStatusCode.Created)).GetProperty("id").GetString();
        await SendAsync(HttpMethod.Post, $"/api/baskets/{basket}/documents", _reader, new { document = "04-CT/TW" }, HttpStatusCode.OK);
        Assert.Equal(1, (await SendAsync(HttpMethod.Get, $"/api/baskets/{basket}", _reader, null, HttpStatusCode.OK)).GetProperty("documents").GetArrayLength());
        Assert.Contains("TY  - GOVDOC", await TextAsync($"/api/baskets/{basket}/export", _reader), StringComparison.Ordinal);
        Assert.Contains("04-CT/TW@2011-07-06", await TextAsync($"/api/baskets/{basket}/export?format=csv", _reader), StringComparison.Ordinal);
        Assert.StartsWith("# Chỉ thị \\*04\\*", await TextAsync($"/api/baskets/{basket}/export?format=md", _reader), StringComparison.Ordinal);
        await SendAsync(HttpMethod.Get, $"/api/baskets/{basket}/export?format=exe", _reader, null, HttpStatusCode.BadRequest);
        await SendAsync(HttpMethod.Get, $"/api/baskets/{basket}", _cleared, null, HttpStatusCode.NotFound);
        await SendAsync(HttpMethod.Delete, $"/api/baskets/{basket}/documents/04-ct-tw-2011-07-06", _reader, null, HttpStatusCode.OK);
        await SendAsync(HttpMethod.Delete, $"/api/baskets/{basket}", _reader, null, HttpStatusCode.NoContent);

        var log = AuditLog.List(_host.Services.GetRequiredService<KnowledgeBase>().Store.Records).Where(entry => entry.Action is AuditActions.Exported).ToList();
        Assert.Equal([null, "csv", "md"], log.Select(entry => entry.Detail));
        Assert.All(log, entry => Assert.Equal(("an", $"/api/baskets/{basket}/export"), (entry.Who, entry.Subject)));
    }

    [Fact]
    public async Task WhatIsReadAndDoneStandsInTheLogOfItsCollectionWithoutQueries()
    {
        var path = Path.Combine(_host.Folder, "mat.txt");
        await File.WriteAllTextAsync(path, Secret);
        var registry = _host.Services.GetRequiredService<CollectionRegistry>();
        await registry.For(1).System.IngestAsync([path]);
        await TextAsync("/api/documents/91-kh-tu-lam-dong-2019-05-06", _cleared);
        await TextAsync("/api/documents/91-kh-tu-lam-dong-2019-05-06", _cleared);
        await TextAsync("/van-ban/91-kh-tu-lam-dong-2019-05-06", _cleared);
        await TextAsync("/api/documents/02-hd-bdntw-2017-01-16", _cleared);
        await TextAsync("/api/export?q=nguyen-van-bi-mat&format=csv", _reader);
        using var upload = new HttpRequestMessage(HttpMethod.Post, "/api/ingest?name=thu.txt") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes("Không phải văn bản.")) };
        upload.Headers.Authorization = new("Bearer", _cleared);
        using var uploaded = await _host.Client.SendAsync(upload);
        Assert.Equal(HttpStatusCode.Accepted, uploaded.StatusCode);

        var secret = AuditLog.List(registry.For(1).System.Store.Records);
        Assert.Equal(3, secret.Count(entry => entry is { Who: "ha", Action: AuditActions.SecretRead, Subject: "91-KH/TU~lam-dong@2019-05-06", Detail: Scopes.Secret }));
        Assert.DoesNotContain(secret, entry => entry.Action is AuditActions.SecretRead && !entry.Subject!.StartsWith("91-", StringComparison.Ordinal));
        Assert.Contains(secret, entry => entry is { Action: AuditActions.Uploaded, Subject: "/api/ingest thu.txt" });
        var open = AuditLog.List(registry.Open.System.Store.Records);
        Assert.Contains(open, entry => entry is { Who: "an", Action: AuditActions.Exported, Subject: "/api/export", Detail: "csv" });
        Assert.DoesNotContain(open, entry => JsonSerializer.Serialize(entry).Contains("bi-mat", StringComparison.Ordinal) || JsonSerializer.Serialize(entry).Contains("91-KH", StringComparison.Ordinal));
        Assert.Empty(AuditLog.Verify(registry.For(1).System.Store.Records));
    }

    private async Task<JsonElement> AlertsAsync(JsonElement follow, string key) =>
        (await SendAsync(HttpMethod.Get, $"/api/follows/{follow.GetProperty("id").GetString()}/alerts", key, null, HttpStatusCode.OK)).GetProperty("items");

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, string? key, object? body, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (key is not null)
        {
            request.Headers.Authorization = new("Bearer", key);
        }

        using var response = await _host.Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(expected == response.StatusCode, $"{method} {path}: {response.StatusCode} {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement.Clone();
    }

    private async Task<string> TextAsync(string path, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new("Bearer", key);
        using var response = await _host.Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode} {text}");
        return text;
    }
}
