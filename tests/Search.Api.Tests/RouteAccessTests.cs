using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Search.Api.Access;
using Search.Api.Settings;
using Search.Application.Accounts;
using Search.Testing;

namespace Search.Api.Tests;

/// <summary>Every route of the host, by every role and every clearance, at home and from elsewhere.</summary>
public sealed class RouteAccessTests : IAsyncLifetime
{
    private SearchHost _host = null!;

    private static string?[] Clearances => [null, .. Scopes.Levels];

    public async ValueTask InitializeAsync() =>
        _host = await SearchHost.StartAsync(("Search:IngestOnStart", "false"), ("Search:Watch", "false"), ("Search:SecretData:mat", "{folder}/mat"), ("Search:SecretData:toi-mat", "{folder}/toi-mat"));

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public void NoRouteIsWithoutARule()
    {
        var bare = Routes().Where(route => route.Metadata.GetMetadata<RequiredScope>() is null && route.Metadata.GetMetadata<OpenToEveryone>() is null);
        Assert.Empty(bare.Select(route => route.DisplayName));
        // What changes anything is for nobody without a scope, but for the forms by which people sign in and out.
        var open = Routes().Where(route => route.Metadata.GetMetadata<RequiredScope>() is null
            && route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Any(method => method is not ("GET" or "HEAD")) == true);
        Assert.All(open, route => Assert.Matches("^/(dang-nhap|dang-xuat|tai-khoan)", route.RoutePattern.RawText));
    }

    [Fact]
    public async Task EveryRouteOpensToItsScopeAloneAndShowsTheCollectionOfTheClearance()
    {
        var accounts = _host.Services.GetRequiredService<AccountService>();
        var keys = _host.Services.GetRequiredService<ApiKeyStore>();
        var asked = 0;
        foreach (var role in Roles.All)
        {
            foreach (var clearance in Clearances)
            {
                var account = accounts.Add($"{role}-{clearance ?? "khong"}", role, clearance, null, TimeSpan.FromHours(1)).Account;
                var key = keys.Create("all", [.. Scopes.All], lifetime: null, account).Text;
                var granted = Roles.ScopesOf(role, clearance);
                foreach (var route in Routes())
                {
                    var (status, collection) = await AskAsync(route, "10.0.0.7", key);
                    var scope = route.Metadata.GetMetadata<RequiredScope>()?.Scope;
                    var may = scope is null || granted.Contains(scope, StringComparer.Ordinal) || granted.Contains(Scopes.Admin, StringComparer.Ordinal);
                    Assert.True((may ? 200 : 403) == status, $"{role} {clearance}: {route.DisplayName} {status}");
                    Assert.True(!may || string.Equals(collection, CollectionOf(clearance), StringComparison.Ordinal), $"{role} {clearance}: {route.DisplayName} sees {collection}");
                    asked++;
                }
            }
        }

        foreach (var route in Routes())
        {
            var scope = route.Metadata.GetMetadata<RequiredScope>()?.Scope;
            Assert.Equal((scope is null ? 200 : 401, "index"), await AskAsync(route, "10.0.0.7", key: null));
            Assert.Equal((scope is null or Scopes.Search or Scopes.Read ? 200 : 401, "index"), await AskAsync(route, "127.0.0.1", key: null));
        }

        Assert.True(asked > 16 * 40, $"{asked} requests");
    }

    private static string CollectionOf(string? clearance) => clearance switch
    {
        null => "index",
        Scopes.Secret => "mat",
        _ => "toi-mat",
    };

    private IEnumerable<RouteEndpoint> Routes() =>
        _host.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();

    private async Task<(int Status, string Collection)> AskAsync(RouteEndpoint route, string address, string? key)
    {
        using var scope = _host.Services.CreateScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Connection.RemoteIpAddress = IPAddress.Parse(address);
        context.Request.Host = new HostString("localhost");
        context.Request.Method = route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods[0] ?? "GET";
        context.Request.Path = "/api/x";
        if (key is not null)
        {
            context.Request.Headers.Authorization = "Bearer " + key;
        }

        context.SetEndpoint(route);
        var access = new AccessControl(
            _ => Task.CompletedTask, _host.Services.GetRequiredService<WrongKeys>(), _host.Services.GetRequiredService<IOptions<SearchOptions>>());
        await access.InvokeAsync(context, _host.Services.GetRequiredService<AccountDirectory>(), _host.Services.GetRequiredService<Collections.SharedNode>());
        var collection = scope.ServiceProvider.GetRequiredService<Collections.CurrentCollection>().Collection;
        return (context.Response.StatusCode, Path.GetFileName(Path.GetDirectoryName(collection.System.UploadFolder)!));
    }
}
