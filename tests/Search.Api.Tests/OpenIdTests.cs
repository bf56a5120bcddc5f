using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Search.Application.Accounts;
using Search.Testing;

namespace Search.Api.Tests;

/// <summary>Signing in by an OpenID Connect provider, a real one.</summary>
public sealed class OpenIdTests(OpenIdTests.Fixture fixture) : IClassFixture<OpenIdTests.Fixture>
{
    private readonly OpenIdProvider _provider = fixture.Provider;
    private readonly SearchHost _host = fixture.Host;

    [Fact]
    public async Task APersonOfTheProviderSignsInAsAReaderAndIsTheSameOneNextTime()
    {
        _provider.Bend = static _ => { };
        _provider.Person = ("42", "ha.le");
        using var browser = new Browser(_host.Address);
        await browser.GetAsync("/dang-nhap");
        Assert.Contains("/dang-nhap/openid", browser.Page, StringComparison.Ordinal);
        Assert.Equal(200, await browser.GetAsync("/dang-nhap/openid?ve=%2Ftai-khoan"));
        Assert.Equal("/tai-khoan", browser.Path);

        var accounts = _host.Services.GetRequiredService<AccountService>();
        var account = accounts.Named("ha.le");
        Assert.Equal(("ha.le", "Lê Thị Hà", Roles.Reader), (account.Name, account.DisplayName, account.Role));

        accounts.Change("ha.le", known => known with { Role = Roles.Archivist });
        using var again = new Browser(_host.Address);
        await again.GetAsync("/dang-nhap/openid?ve=%2Ftai-khoan");
        Assert.Equal(Roles.Archivist, accounts.Named("ha.le").Role);
        Assert.Equal(200, await again.GetAsync("/api/ingest/jobs"));

        accounts.Add("an", Roles.Administrator, null, null, TimeSpan.FromHours(1));
        accounts.Change("ha.le", known => known with { IsDisabled = true });
        await again.GetAsync("/dang-nhap/openid?ve=%2Ftai-khoan");
        Assert.StartsWith("/dang-nhap?loi=openid", again.Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("issuer")]
    [InlineData("audience")]
    [InlineData("nonce")]
    [InlineData("expiry")]
    [InlineData("subject")]
    public async Task ABentTokenIsRefused(string what)
    {
        _provider.Person = ("43", "lan." + what);
        _provider.Bend = token =>
        {
            switch (what)
            {
                case "issuer":
                    token.Issuer = "https://evil.example/";
                    break;
                case "audience":
                    token.Audience = null;
                    token.Audiences.Clear();
                    token.Audience = "another-host";
                    Set(token, "aud", "another-host");
                    break;
                case "nonce":
                    Set(token, "nonce", "of another sign-in");
                    break;
                case "expiry":
                    (token.IssuedAt, token.NotBefore, token.Expires) = (DateTime.UnixEpoch, DateTime.UnixEpoch, DateTime.UnixEpoch.AddHours(1));
                    break;
                default:
                    token.Subject = new ClaimsIdentity(token.Subject.Claims.Where(claim => claim.Type is not "sub"));
                    break;
            }
        };
        using var browser = new Browser(_host.Address);
        await browser.GetAsync("/dang-nhap/openid?ve=%2Ftai-khoan");
        Assert.StartsWith("/dang-nhap?loi=openid", browser.Path, StringComparison.Ordinal);
        Assert.DoesNotContain(_host.Services.GetRequiredService<AccountService>().List(), account => string.Equals(account.Name, "lan." + what, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnAnswerThatNobodyAskedForIsRefused()
    {
        using var browser = new Browser(_host.Address);
        await browser.GetAsync("/dang-nhap/openid/tra-loi?code=abc&state=def");
        Assert.StartsWith("/dang-nhap?loi=openid", browser.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AProviderThatDoesNotAnswerIsSaid()
    {
        await using var host = await SearchHost.StartAsync(
            ("Search:IngestOnStart", "false"), ("Search:Watch", "false"), ("Search:OpenId:Authority", "http://127.0.0.1:9/"));
        using var browser = new Browser(host.Address);
        Assert.Equal(503, await browser.GetAsync("/dang-nhap/openid"));
    }

    private static void Set(Microsoft.IdentityModel.Tokens.SecurityTokenDescriptor token, string name, string value)
    {
        token.Subject?.FindAll(name).ToList().ForEach(token.Subject.RemoveClaim);
        token.Subject?.AddClaim(new Claim(name, value));
        token.Claims?.Remove(name);
    }

    public sealed class Fixture : IAsyncLifetime
    {
        internal OpenIdProvider Provider { get; private set; } = null!;

        internal SearchHost Host { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Provider = await OpenIdProvider.StartAsync();
            Host = await SearchHost.StartAsync(
                ("Search:IngestOnStart", "false"), ("Search:Watch", "false"), ("Search:OpenId:Authority", Provider.Address), ("Search:OpenId:ClientId", "tra-cuu"));
        }

        public async ValueTask DisposeAsync()
        {
            await Host.DisposeAsync();
            await Provider.DisposeAsync();
        }
    }
}
