using Microsoft.Extensions.Time.Testing;
using Search.Testing;

namespace Search.Api.Tests;

/// <summary>One host for all tests that only ask.</summary>
public sealed class ApiHostFixture : IAsyncLifetime
{
    private SearchHost _host = null!;

    /// <summary>Stands still; a test moves it on where what the host remembers must be old.</summary>
    public FakeTimeProvider Clock { get; } = new(TimeProvider.System.GetUtcNow());

    public string Data => _host.Folder;

    public HttpClient Client => _host.Client;

    public IServiceProvider Services => _host.Services;

    public async ValueTask InitializeAsync() => _host = await SearchHost.StartAsync(Clock);

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();
}

[CollectionDefinition("host")]
public sealed class HostCollection : ICollectionFixture<ApiHostFixture>;
