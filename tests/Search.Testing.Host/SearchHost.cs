using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Search.Api.Hosting;

namespace Search.Testing;

/// <summary>
/// The real host on a free loopback port over a data folder of its own, which goes with it. Unless the settings say
/// otherwise it holds the repository's corpus: that is ingested once a process, and every host gets a copy.
/// </summary>
public sealed class SearchHost : IAsyncDisposable
{
    private const string Data = "index";

    /// <summary>The abstracts of the repository and papers that cite, one folder for all hosts of the process.</summary>
    private static readonly Lazy<string> Corpus = new(WriteCorpus);
    private static readonly Lazy<Task<string>> CorpusData = new(IngestCorpusAsync);

    private readonly WebApplication _app;

    private SearchHost(WebApplication app, string folder)
    {
        _app = app;
        Folder = folder;
        Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(Address) };
    }

    /// <summary>Holds the data folder <c>index</c>; deleted with the host.</summary>
    public string Folder { get; }

    /// <summary>Address of the host, without a slash at the end.</summary>
    public string Address { get; }

    /// <summary>A caller from this machine that follows nothing and unpacks nothing.</summary>
    public HttpClient Client { get; }

    /// <summary>The services of the host.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Starts a host by the clock of the machine.</summary>
    /// <param name="settings">Settings over the usual ones; <c>{folder}</c> in a value is <see cref="Folder"/>.</param>
    public static Task<SearchHost> StartAsync(params (string Name, string Value)[] settings) => StartAsync(TimeProvider.System, settings);

    /// <summary>Starts a host by a clock of the test's own.</summary>
    /// <param name="clock">Tells the host when what it remembers is old.</param>
    /// <param name="settings">Settings over the usual ones; <c>{folder}</c> in a value is <see cref="Folder"/>.</param>
    public static async Task<SearchHost> StartAsync(TimeProvider clock, params (string Name, string Value)[] settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var folder = NewFolder();
        if (!Array.Exists(settings, setting => setting.Name is "Search:Corpus" or "Search:Data" or "Search:IngestOnStart"))
        {
            Copy(await CorpusData.Value, Path.Combine(folder, Data));
        }

        return new SearchHost(await StartAsync(folder, clock, settings), folder);
    }

    /// <summary>Stops the host and deletes its folder.</summary>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private static async Task<WebApplication> StartAsync(string folder, TimeProvider clock, (string Name, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = folder });
        var all = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["urls"] = "http://127.0.0.1:0",
            ["Search:Data"] = Path.Combine(folder, Data),
            ["Search:Corpus"] = Corpus.Value,
            // A test asks for what it needs; most need less than what is made ready for readers.
            ["Search:WarmUp"] = "false",
            // However busy the machine is: what a deadline does is for the tests that set one.
            ["Search:SearchTimeout"] = "00:01:00",
            ["Search:RequestTimeout"] = "00:10:00",
            ["Search:FileTimeout"] = "01:00:00",
        };
        foreach (var (name, value) in settings)
        {
            all[name] = value.Replace("{folder}", folder, StringComparison.Ordinal);
        }

        builder.Configuration.AddInMemoryCollection(all);
        builder.Logging.ClearProviders();
        builder.AddSearch();
        builder.Services.AddSingleton(clock);
        var app = builder.Build();
        app.UseSearch();
        await app.StartSearchAsync();
        return app;
    }

    private static async Task<string> IngestCorpusAsync()
    {
        var folder = NewFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        await using var app = await StartAsync(folder, TimeProvider.System, [("Search:Watch", "false")]);
        return Path.Combine(folder, Data);
    }

    private static string WriteCorpus()
    {
        var folder = NewFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return SampleCollection.WriteTo(Path.Combine(folder, "corpus"));
    }

    private static string NewFolder() => Directory.CreateTempSubdirectory("search-host-").FullName;

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var folder in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories))
        {
            Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, folder)));
        }

        // A host that was stopped while it started leaves its socket behind, and nobody answers there any more.
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is not ".sock"))
        {
            File.Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
        }
    }
}
