using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Search.Application.Accounts;
using Search.Store;
using Search.Store.Audit;
using Search.Testing;

namespace Search.Api.Tests;

/// <summary>Signing in and out with a local account, over the real host.</summary>
public sealed class SignInTests(SignInTests.Fixture fixture) : IClassFixture<SignInTests.Fixture>
{
    private const string Password = "con đường cái quan 1954";

    private static int _count;

    private readonly SearchHost _host = fixture.Host;
    private readonly FakeTimeProvider _clock = fixture.Clock;
    private readonly AccountService _accounts = fixture.Host.Services.GetRequiredService<AccountService>();

    /// <summary>A name of this test's own.</summary>
    private readonly string _name = $"ha{Interlocked.Increment(ref _count)}";

    [Fact]
    public async Task TheFirstAdministratorComesFromALinkThatWorksOnce()
    {
        var (_, link) = _accounts.Add("an" + _name, Roles.Administrator, null, "Nguyễn Văn An", TimeSpan.FromHours(1));
        using var browser = new Browser(_host.Address);
        Assert.Equal(200, await browser.GetAsync("/dang-nhap/lien-ket/" + link));
        Assert.Equal(400, await browser.PostAsync(browser.Path, ("password", "ngắn"), ("again", "ngắn")));
        Assert.Equal(400, await browser.PostAsync(browser.Path, ("password", "aaaaaaaaaaaaaaaa"), ("again", "aaaaaaaaaaaaaaaa")));
        Assert.Equal(400, await browser.PostAsync(browser.Path, ("password", Password), ("again", Password + "x")));

        Assert.Equal(200, await browser.PostAsync(browser.Path, ("password", Password), ("again", Password)));

        Assert.Equal("/tai-khoan", browser.Path);
        Assert.Contains("Nguyễn Văn An", WebUtility.HtmlDecode(browser.Page), StringComparison.Ordinal);
        using var second = new Browser(_host.Address);
        await second.GetAsync("/dang-nhap/lien-ket/" + link);
        Assert.StartsWith("/dang-nhap?loi=", second.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoSignsInIsSignedInUntilTheySignOut()
    {
        Add(_name, Roles.Editor);
        using var browser = new Browser(_host.Address);
        await browser.GetAsync("/tai-khoan");
        Assert.StartsWith("/dang-nhap", browser.Path, StringComparison.Ordinal);
        Assert.Equal(401, await browser.PostAsync("/dang-nhap", ("name", _name), ("password", "sai mật khẩu rồi")));
        Assert.Equal(200, await browser.PostAsync("/dang-nhap", ("name", _name.ToUpperInvariant()), ("password", Password)));
        Assert.Equal("/tai-khoan", browser.Path);

        var cookies = browser.Cookies.GetAllCookies().ToDictionary(cookie => cookie.Name, StringComparer.Ordinal);
        Assert.True(cookies["phien"].HttpOnly);
        Assert.True(cookies["bieu-mau"].HttpOnly);
        var stolen = cookies["phien"].Value;

        Assert.Equal(200, await browser.PostAsync("/dang-xuat"));
        await browser.GetAsync("/tai-khoan");
        Assert.StartsWith("/dang-nhap", browser.Path, StringComparison.Ordinal);

        // The cookie of before is worth nothing: the session itself is over.
        using var thief = new Browser(_host.Address);
        thief.Cookies.Add(new Uri(_host.Address), new Cookie("phien", stolen));
        await thief.GetAsync("/tai-khoan");
        Assert.StartsWith("/dang-nhap", thief.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EverySignInIsANewSession()
    {
        Add(_name, Roles.Editor);
        using var browser = await SignedInAsync(_name);
        var first = browser.Cookies.GetAllCookies().Single(cookie => cookie.Name is "phien").Value;
        await browser.GetAsync("/dang-nhap");
        await browser.PostAsync("/dang-nhap", ("name", _name), ("password", Password));
        Assert.NotEqual(first, browser.Cookies.GetAllCookies().Single(cookie => cookie.Name is "phien").Value);
    }

    [Fact]
    public async Task ARoleCountsAtOnceAndADisabledAccountIsOut()
    {
        Add(_name, Roles.Reader);
        Add("an" + _name, Roles.Administrator);
        using var browser = await SignedInAsync(_name);
        Assert.Equal(403, await browser.GetAsync("/api/ingest/jobs"));
        _accounts.Change(_name, account => account with { Role = Roles.Archivist });
        Assert.Equal(200, await browser.GetAsync("/api/ingest/jobs"));
        _accounts.Change(_name, account => account with { IsDisabled = true });
        Assert.Equal(401, await browser.GetAsync("/api/ingest/jobs"));
    }

    [Fact]
    public async Task SessionsEndUnusedAndOneByOne()
    {
        Add(_name, Roles.Reader);
        using var first = await SignedInAsync(_name);
        _clock.Advance(TimeSpan.FromSeconds(1));
        using var second = await SignedInAsync(_name);
        await second.GetAsync("/tai-khoan");
        var session = _accounts.Sessions(_accounts.Named(_name))[^1];
        await second.PostAsync("/tai-khoan/phien", ("id", session.Short));
        Assert.Equal("/tai-khoan", second.Path);
        await first.GetAsync("/tai-khoan");
        Assert.StartsWith("/dang-nhap", first.Path, StringComparison.Ordinal);

        _clock.Advance(TimeSpan.FromHours(2));
        await second.GetAsync("/tai-khoan");
        Assert.StartsWith("/dang-nhap", second.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AChangedPasswordEndsTheOtherSessions()
    {
        Add(_name, Roles.Reader);
        using var other = await SignedInAsync(_name);
        using var browser = await SignedInAsync(_name);
        await browser.GetAsync("/tai-khoan");
        const string next = "mười hai con giáp 2024";
        Assert.Equal(400, await browser.PostAsync("/tai-khoan/mat-khau", ("old", "không phải nó"), ("password", next), ("again", next)));
        Assert.Equal(200, await browser.PostAsync("/tai-khoan/mat-khau", ("old", Password), ("password", next), ("again", next)));
        Assert.Equal("/tai-khoan", browser.Path);
        await other.GetAsync("/tai-khoan");
        Assert.StartsWith("/dang-nhap", other.Path, StringComparison.Ordinal);
        await other.GetAsync("/dang-nhap");
        Assert.Equal(401, await other.PostAsync("/dang-nhap", ("name", _name), ("password", Password)));
    }

    [Fact]
    public async Task WrongPasswordsAreSlowedAndLockTheAccountAndSayNotWhichNameIsKnown()
    {
        Add(_name, Roles.Reader);
        using var browser = new Browser(_host.Address);
        await browser.GetAsync("/dang-nhap");
        await browser.PostAsync("/dang-nhap", ("name", "khong-co-ai"), ("password", "sai mật khẩu rồi"));
        var unknown = Text(browser.Page);
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(401, await browser.PostAsync("/dang-nhap", ("name", _name), ("password", "sai mật khẩu rồi")));
            Assert.Equal(unknown, Text(browser.Page));
        }

        Assert.Equal(401, await browser.PostAsync("/dang-nhap", ("name", _name), ("password", Password)));
        Assert.Equal(unknown, Text(browser.Page));
        _clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(200, await browser.PostAsync("/dang-nhap", ("name", _name), ("password", Password)));

        // All at once: one after another they may take as long as new tries take to be allowed.
        using var guesser = new Browser(_host.Address);
        await guesser.GetAsync("/dang-nhap");
        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(
            i => guesser.PostAsync("/dang-nhap", ("name", $"ai-{i}"), ("password", "sai mật khẩu rồi"))));
        Assert.Contains(429, answers);
        Assert.DoesNotContain("khong-co-ai", string.Join('\n', AuditLog.List(_host.Services.GetRequiredService<IRecordStore>())), StringComparison.Ordinal);

        static string Text(string page) => page.Split("role=\"alert\">")[1].Split("</p>")[0];
    }

    [Fact]
    public async Task AFormWithoutItsTokenOrFromAnotherSiteIsRefused()
    {
        Add(_name, Roles.Archivist);
        using var stranger = new Browser(_host.Address);
        Assert.Equal(400, await stranger.ForgeAsync("/dang-nhap", ("name", _name), ("password", Password)));
        using var browser = await SignedInAsync(_name);
        Assert.Equal(403, await browser.ForgeAsync("/dang-xuat"));
        Assert.Equal(403, await browser.ForgeAsync("/tai-khoan/phien"));
        Assert.Equal(403, await browser.ForgeAsync("/api/ingest?name=a.txt", ("a", "b")));
        Assert.Equal(200, await browser.GetAsync("/tai-khoan"));
    }

    [Theory]
    [InlineData("//evil.example/x")]
    [InlineData("https://evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task SigningInLeadsNowhereElse(string back)
    {
        Add(_name, Roles.Reader);
        using var browser = new Browser(_host.Address);
        await browser.GetAsync("/dang-nhap?ve=" + Uri.EscapeDataString(back));
        await browser.PostAsync("/dang-nhap", ("name", _name), ("password", Password), ("ve", back));
        Assert.Equal("/", browser.Path);
    }

    [Fact]
    public async Task OverAnOpenLineNobodySignsInAndThePageSaysWhy()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/dang-nhap", UriKind.Relative));
        request.Headers.Host = "tra-cuu.example";
        using var answer = await _host.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains("https", page, StringComparison.Ordinal);
        Assert.DoesNotContain("type=\"password\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABrowserFromElsewhereIsLedToTheSignInPage()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/van-ban/04-ct-tw-2011-07-06?q=a", UriKind.Relative));
        request.Headers.Host = "tra-cuu.example";
        request.Headers.Accept.ParseAdd("text/html");
        using var answer = await _host.Client.SendAsync(request);
        Assert.Equal("/dang-nhap?ve=%2Fvan-ban%2F04-ct-tw-2011-07-06%3Fq%3Da", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task ARestartSignsNobodyOutBecauseItsKeysLieInTheStore()
    {
        Add(_name, Roles.Reader);
        using var _ = await SignedInAsync(_name);
        Assert.NotEmpty(_host.Services.GetRequiredService<IRecordStore>().List(RecordKinds.Protection));
    }

    private void Add(string name, string role)
    {
        var (account, _) = _accounts.Add(name, role, null, null, TimeSpan.FromHours(1));
        _host.Services.GetRequiredService<SignIn.Passwords>().Set(account, Password, keepSession: null);
    }

    private async Task<Browser> SignedInAsync(string name)
    {
        var browser = new Browser(_host.Address);
        await browser.GetAsync("/dang-nhap");
        Assert.Equal(200, await browser.PostAsync("/dang-nhap", ("name", name), ("password", Password)));
        return browser;
    }

    public sealed class Fixture : IAsyncLifetime
    {
        internal SearchHost Host { get; private set; } = null!;

        internal FakeTimeProvider Clock { get; } = new(TimeProvider.System.GetUtcNow());

        public async ValueTask InitializeAsync() =>
            Host = await SearchHost.StartAsync(Clock, ("Search:IngestOnStart", "false"), ("Search:Watch", "false"));

        public async ValueTask DisposeAsync() => await Host.DisposeAsync();
    }
}
