using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Search.Pages.Tests;

/// <summary>A window of the browser. Whatever the console complains of, a broken content policy too, fails the test.</summary>
public sealed class Reader : IAsyncDisposable
{
    // The broken rules of what is shown, one line an element.
    private const string RunAxe =
        """
        async rules => {
          const found = await axe.run(document, { resultTypes: ["violations"], ...(rules.length ? { runOnly: { type: "rule", values: rules } } : {}) });
          return found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${rule.help}: ${node.html.slice(0, 240)}`));
        }
        """;

    /// <summary>Whether a page with all that belongs to it is there. Asked for, not waited for: the event of loading may have passed
    /// by the time one begins to wait for it.</summary>
    public const string IsLoaded = "document.readyState === 'complete'";

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private readonly List<string> _complaints = [];
    private readonly Action<IPage> _leave;

    /// <param name="page">An empty page in a window.</param>
    /// <param name="leave">Takes the window, emptied again, when this reader has gone.</param>
    public Reader(IPage page, Action<IPage> leave)
    {
        (Page, _leave) = (page, leave);
        page.Console += Hear;
        page.PageError += Hear;
    }

    public IPage Page { get; }

    /// <summary>Waits until a click has led to a page and all of it is there.</summary>
    /// <param name="address">Pattern of its address, with <c>**</c> for anything and <c>*</c> for anything without a slash.</param>
    public async Task ArriveAsync(string address)
    {
        var pattern = Regex.Escape(address).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal);
        await Page.WaitForFunctionAsync($"pattern => new RegExp(pattern).test(location.href) && {IsLoaded}", $"^{pattern}$");
    }

    public async Task GoAsync(string path)
    {
        var response = await Page.GotoAsync(path);
        Assert.NotNull(response);
        Assert.True(response.Ok || response.Status == 304, $"{path}: {response.Status}");
    }

    /// <summary>The drawing of the graph page is there.</summary>
    public async Task GoToGraphAsync(string path)
    {
        await GoAsync(path);
        await Page.Locator("[data-graph][data-ready=true]").WaitForAsync();
    }

    /// <summary>No rule of axe is broken in what is shown now.</summary>
    /// <param name="what">Names what is shown in the message.</param>
    /// <param name="rules">The rules to check; all of them when none is named.</param>
    public async Task CheckAccessAsync(string what, params string[] rules)
    {
        // Run in the page: axe's own driver sends every element that passed through a second page, which takes longer than the rules.
        if (!await Page.EvaluateAsync<bool>("typeof axe === 'object'"))
        {
            await Page.EvaluateAsync(Axe);
        }

        var found = await Page.EvaluateAsync<string[]>(RunAxe, rules);
        Assert.True(found.Length == 0, string.Join('\n', found.Select(violation => $"{what}: {violation}")));
    }

    /// <summary>Nothing is wider than the window.</summary>
    public async Task CheckWidthAsync(string what) =>
        Assert.True(
            await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
            $"{what} is wider than the window");

    public void CheckConsole() => Assert.Empty(_complaints);

    /// <summary>Leaves nothing that the next reader in this window would find.</summary>
    public async ValueTask DisposeAsync()
    {
        Page.Console -= Hear;
        Page.PageError -= Hear;
        // A page of the same origin: the browser would start a process for every way out to a blank one and back.
        await Page.GotoAsync("/site.css");
        await Page.UnrouteAllAsync();
        await Page.SetExtraHTTPHeadersAsync([]);
        await Page.Context.ClearCookiesAsync();
        _leave(Page);
    }

    private void Hear(object? page, IConsoleMessage message)
    {
        // A page that answers 4xx by intent is told by the console too.
        if (message.Type is "error" or "warning" && !message.Text.Contains("the server responded with a status of 4", StringComparison.Ordinal))
        {
            _complaints.Add($"{Page.Url}: {message.Text}");
        }
    }

    private void Hear(object? page, string error) => _complaints.Add($"{Page.Url}: {error}");
}
