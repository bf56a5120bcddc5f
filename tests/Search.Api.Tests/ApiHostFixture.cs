namespace Search.Api.Tests;

/// <summary>One host for all tests that only ask.</summary>
public sealed class ApiHostFixture : IAsyncLifetime
{
    private TestHost _host = null!;

    public string Data => _host.Folder;

    public HttpClient Client => _host.Client;

    public IServiceProvider Services => _host.Services;

    public async ValueTask InitializeAsync() => _host = await TestHost.StartAsync();

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();
}

[CollectionDefinition("host")]
public sealed class HostCollection : ICollectionFixture<ApiHostFixture>;
