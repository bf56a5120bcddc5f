using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Search.Api.Access;
using Search.Api.Settings;
using Search.Application.Accounts;
using Search.Store;

namespace Search.Api.Tests;

[Collection("host")]
public sealed class AccessTests(ApiHostFixture host)
{
    [Theory]
    [InlineData("127.0.0.1", "localhost:5080", Scopes.Read, 200)]
    [InlineData("::1", "[::1]:5080", Scopes.Search, 200)]
    [InlineData("127.0.0.1", "localhost", Scopes.Ingest, 401)]
    [InlineData("127.0.0.1", "evil.example", Scopes.Read, 401)]
    [InlineData("10.0.0.7", "localhost", Scopes.Read, 401)]
    public async Task WithoutAKeyOnlyThisMachineReads(string address, string hostName, string scope, int status) =>
        Assert.Equal(status, await AskAsync(address, hostName, scope, key: null));

    [Fact]
    public async Task AKeyOpensItsScopesAndNoOthersUntilItIsRevoked()
    {
        var keys = host.Services.GetRequiredService<ApiKeyStore>();
        var (key, text) = keys.Create("test", [Scopes.Search], TimeSpan.FromDays(1));
        Assert.Equal(200, await AskAsync("10.0.0.7", "x", Scopes.Search, text));
        Assert.Equal(403, await AskAsync("10.0.0.7", "x", Scopes.Ingest, text));
        Assert.Equal(401, await AskAsync("10.0.0.7", "x", Scopes.Search, text[..^1] + (text[^1] == '0' ? '1' : '0')));
        Assert.True(keys.Revoke(key.Id));
        Assert.Equal(401, await AskAsync("10.0.0.7", "x", Scopes.Search, text));
        Assert.False(keys.Revoke(key.Id));
    }

    [Theory]
    [InlineData("Forwarded", "for=192.0.2.60")]
    [InlineData("X-Forwarded-For", "203.0.113.9")]
    [InlineData("X-Real-IP", "203.0.113.9")]
    [InlineData("Via", "1.1 cache")]
    [InlineData("CF-Connecting-IP", "203.0.113.9")]
    public async Task WhatCameThroughAProxyIsNotFromThisMachine(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/search", UriKind.Relative));
        request.Headers.TryAddWithoutValidation(header, value);
        using var answer = await host.Client.SendAsync(request);
        await answer.ProblemAsync(HttpStatusCode.Unauthorized, "key-required");
    }

    [Fact]
    public async Task GuessesOfAKeyAreAnsweredSlowly()
    {
        var answers = new List<int>();
        for (var guess = 0; guess < 60; guess++)
        {
            answers.Add(await AskAsync("10.0.0.99", "x", Scopes.Search, $"vbd_00000000_{guess:d64}"));
        }

        Assert.Equal(401, answers[0]);
        Assert.True(answers.Count(status => status == 429) >= 30, string.Join(' ', answers));
        // Who guesses keeps nobody else from coming.
        Assert.Equal(401, await AskAsync("10.0.0.98", "x", Scopes.Search, "vbd_00000000_0"));
    }

    [Fact]
    public async Task AnExpiredKeyIsRefused()
    {
        var keys = host.Services.GetRequiredService<ApiKeyStore>();
        var (_, text) = keys.Create("old", [Scopes.Admin], TimeSpan.FromTicks(-1));
        Assert.Equal(401, await AskAsync("10.0.0.7", "x", Scopes.Read, text));
    }

    [Fact]
    public void TheStoreHoldsNoSecret()
    {
        var keys = host.Services.GetRequiredService<ApiKeyStore>();
        var (_, text) = keys.Create("quiet", [Scopes.Read], lifetime: null);
        var records = host.Services.GetRequiredService<IRecordStore>();
        Assert.DoesNotContain(records.Since(0), record => record.Payload?.Contains(text.Split('_')[2], StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task UploadsNeedAKeyAndAreThereWhenAcknowledged()
    {
        const string Body = "TỈNH ỦY LÂM ĐỒNG\tĐẢNG CỘNG SẢN VIỆT NAM\n\nSố 77-KH/TU\tĐà Lạt, ngày 02 tháng 3 năm 2018\n\nKẾ HOẠCH\nthực hiện Chỉ thị số 04-CT/TW ngày 06/7/2011 của Ban Bí thư\n\nThực hiện Chỉ thị số 04-CT/TW, Ban Thường vụ Tỉnh ủy xây dựng kế hoạch về đối ngoại nhân dân.\n\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\n";
        using var refused = await host.Client.PostAsync(new Uri("/api/ingest?name=kh77.txt", UriKind.Relative), new StringContent(Body));
        await refused.ProblemAsync(HttpStatusCode.Unauthorized, "key-required");
        var (_, key) = host.Services.GetRequiredService<ApiKeyStore>().Create("upload", [Scopes.Ingest], lifetime: null);
        using var bad = await host.Client.UploadAsync("../../etc/passwd.txt", new StringContent(Body), key);
        await bad.ProblemAsync(HttpStatusCode.BadRequest, "invalid-request");
        using var sent = await host.Client.UploadAsync("kh77.txt", new StringContent(Body), key);
        var file = (await host.Client.JobAsync(sent, key)).GetProperty("files")[0];
        Assert.Equal("ingested", file.GetProperty("outcome").GetString());
        var slug = Documents.DocumentKey.Parse(file.GetProperty("documents")[0].GetString()!).Slug;
        host.Clock.Advance(TimeSpan.FromSeconds(1)); // the memory of requests is a tenth of a second old at most
        await host.Client.JsonAsync("/api/documents/" + slug);
        using var empty = await host.Client.UploadAsync("rong.txt", new StringContent(""), key);
        var refusal = await host.Client.JobAsync(empty, key);
        Assert.Equal("quarantined", refusal.GetProperty("status").GetString());
        Assert.Equal("empty", refusal.GetProperty("code").GetString());
    }

    private async Task<int> AskAsync(string address, string hostName, string scope, string? key)
    {
        var context = new DefaultHttpContext { RequestServices = host.Services };
        context.Connection.RemoteIpAddress = IPAddress.Parse(address);
        context.Request.Host = new HostString(hostName);
        context.Request.Path = "/api/search";
        if (key is not null)
        {
            context.Request.Headers.Authorization = "Bearer " + key;
        }

        context.SetEndpoint(new Endpoint(null, new EndpointMetadataCollection(new RequiredScope(scope)), "test"));
        var access = new AccessControl(
            _ => Task.CompletedTask, host.Services.GetRequiredService<WrongKeys>(), host.Services.GetRequiredService<IOptions<SearchOptions>>());
        await access.InvokeAsync(context, host.Services.GetRequiredService<AccountDirectory>(), host.Services.GetRequiredService<Collections.SharedNode>());
        return context.Response.StatusCode;
    }
}
