using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Search.Api.Hosting;
using Search.Testing;

namespace Search.Api.Tests;

/// <summary>The real host on a real port over a real store, filled with the repository's corpus.</summary>
public sealed class ApiHostFixture : IAsyncLifetime
{
    private WebApplication? _app;

    public string Data { get; } = Directory.CreateTempSubdirectory("search-api-tests-").FullName;

    public HttpClient Client { get; private set; } = null!;

    public IServiceProvider Services => _app!.Services;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = Data });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["urls"] = "http://127.0.0.1:0",
            ["Search:Data"] = Path.Combine(Data, "index"),
            ["Search:Corpus"] = Path.Combine(RepositoryFiles.Root, "corpus"),
        });
        builder.Logging.ClearProviders();
        _app = builder.AddSearch().Build();
        _app.UseSearch();
        await _app.StartSearchAsync();
        var address = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(address) };
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await _app!.DisposeAsync();
        Directory.Delete(Data, recursive: true);
    }
}

[CollectionDefinition("host")]
public sealed class HostCollection : ICollectionFixture<ApiHostFixture>;
