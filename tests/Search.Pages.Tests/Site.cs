using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Search.Application.Accounts;
using Search.Ingestion;
using Search.Testing;

namespace Search.Pages.Tests;

/// <summary>The real host over the repository's corpus, and one browser for all tests.</summary>
public sealed class Site : IAsyncLifetime
{
    private SearchHost? _host;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private readonly Dictionary<Screen, Stack<IPage>> _windows = [];

    /// <summary>Address of the host, without a slash at the end.</summary>
    public string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (Chromium is not { } program)
        {
            return;
        }

        _host = await SearchHost.StartAsync();
        // Documents with recognition errors, where they are at hand: the looks of the pages are judged with them too.
        if (SharedData.IsPresent)
        {
            await _host.Services.GetRequiredService<KnowledgeBase>()
                .IngestAsync([SharedData.PathOf("seeds")], new Progress<IngestEvent>(), CancellationToken.None);
        }

        Address = _host.Address;
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
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
    }

    /// <summary>A reader with a window of their own; skips or fails the test where there is no browser.</summary>
    public async Task<Reader> ReaderAsync(Screen? screen = null)
    {
        if (_browser is null)
        {
            const string reason = "There is no chromium on the path (Debian's package chromium).";
            Assert.False(string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase), reason);
            Assert.Skip(reason);
        }

        // A window is used again by the next reader with such a screen: a new one costs processes and all that they compile.
        screen ??= Screen.Wide;
        if (!_windows.TryGetValue(screen, out var unused))
        {
            unused = _windows[screen] = [];
        }

        if (!unused.TryPop(out var window))
        {
            window = await OpenAsync(_browser!, screen);
        }

        await window.SetViewportSizeAsync(screen.Width, screen.Height);
        return new Reader(window, unused.Push);
    }

    /// <summary>Signs a reader in with an account of its own, by the link that sets its password.</summary>
    public async Task SignInAsync(Reader reader, string name, string role, string shown)
    {
        var (_, link) = _host!.Services.GetRequiredService<AccountService>().Add(name, role, null, shown, TimeSpan.FromHours(1));
        await reader.GoAsync("/dang-nhap/lien-ket/" + link);
        await reader.Page.Locator("input[name=password]").FillAsync("mây chiều bến nước 1930");
        await reader.Page.Locator("input[name=again]").FillAsync("mây chiều bến nước 1930");
        await reader.Page.Locator("main form button").ClickAsync();
        await reader.Page.WaitForFunctionAsync($"address => location.pathname !== address && {Reader.IsLoaded}", "/dang-nhap/lien-ket/" + link);
    }

    private async Task<IPage> OpenAsync(IBrowser browser, Screen screen)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address,
            ViewportSize = new ViewportSize { Width = screen.Width, Height = screen.Height },
            ColorScheme = screen.IsDark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = screen.HasScript,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "vi-VN",
        });
        // However busy the machine is: what never comes fails the test, what comes late does not.
        context.SetDefaultTimeout(300_000);
        return await context.NewPageAsync();
    }

    private static string? Chromium =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, "chromium"))
            .FirstOrDefault(File.Exists);
}
