using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Search.Api.Hosting;
using Search.Ingestion;
using Search.Testing;

namespace Search.Pages.Tests;

/// <summary>The real host over the repository's corpus, and one browser for all tests.</summary>
public sealed class Site : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("search-pages-tests-").FullName;
    private WebApplication? _app;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Address of the host, without a slash at the end.</summary>
    public string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (Chromium is not { } program)
        {
            return;
        }

        _app = await StartAsync(_folder, SampleCollection.WriteTo(Path.Combine(_folder, "corpus")));
        // Documents with recognition errors, where they are at hand: the looks of the pages are judged with them too.
        if (SharedData.IsPresent)
        {
            await _app.Services.GetRequiredService<KnowledgeBase>()
                .IngestAsync([SharedData.PathOf("seeds")], new Progress<IngestEvent>(), CancellationToken.None);
        }

        Address = AddressOf(_app);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Args = ["--no-sandbox"] });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A host over a folder of documents.</summary>
    /// <param name="folder">Collection for its data.</param>
    /// <param name="corpus">What it ingests before it answers.</param>
    public static async Task<WebApplication> StartAsync(string folder, string corpus)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = folder });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["urls"] = "http://127.0.0.1:0",
            ["Search:Data"] = Path.Combine(folder, "index"),
            ["Search:Corpus"] = corpus,
        });
        builder.Logging.ClearProviders();
        var app = builder.AddSearch().Build();
        app.UseSearch();
        await app.StartSearchAsync();
        return app;
    }

    public static string AddressOf(WebApplication app) =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>A reader with a window of their own; skips or fails the test where there is no browser.</summary>
    public async Task<Reader> ReaderAsync(Screen? screen = null)
    {
        if (_browser is null)
        {
            const string reason = "There is no chromium on the path (Debian's package chromium).";
            Assert.False(string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase), reason);
            Assert.Skip(reason);
        }

        screen ??= Screen.Wide;
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address,
            ViewportSize = new ViewportSize { Width = screen.Width, Height = screen.Height },
            ColorScheme = screen.IsDark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = screen.HasScript,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "vi-VN",
        });
        context.SetDefaultTimeout(20_000);
        return await Reader.OpenAsync(context);
    }

    private static string? Chromium =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, "chromium"))
            .FirstOrDefault(File.Exists);
}
