using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Search.Api.Hosting;
using Search.Testing;

namespace Search.Api.Tests;

/// <summary>The real host on a free port over a data folder of its own, filled with the repository's corpus.</summary>
public sealed class TestHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestHost(WebApplication app, string folder)
    {
        _app = app;
        Folder = folder;
        Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(Address) };
    }

    /// <summary>Holds the data folder <c>index</c>; gone with the host.</summary>
    public string Folder { get; }

    /// <summary>Without a slash at the end.</summary>
    public string Address { get; }

    /// <summary>A caller from this machine that follows nothing and unpacks nothing.</summary>
    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    /// <param name="settings">Settings over the usual ones; <c>{folder}</c> in a value is <see cref="Folder"/>.</param>
    public static async Task<TestHost> StartAsync(params (string Name, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("search-host-").FullName;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = folder });
        var all = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["urls"] = "http://127.0.0.1:0",
            ["Search:Data"] = Path.Combine(folder, "index"),
            ["Search:Corpus"] = SampleCollection.WriteTo(Path.Combine(folder, "corpus")),
        };
        foreach (var (name, value) in settings)
        {
            all[name] = value.Replace("{folder}", folder, StringComparison.Ordinal);
        }

        builder.Configuration.AddInMemoryCollection(all);
        builder.Logging.ClearProviders();
        var app = builder.AddSearch().Build();
        app.UseSearch();
        await app.StartSearchAsync();
        return new TestHost(app, folder);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
