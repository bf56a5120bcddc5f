using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;
using Search.Api.Access;
using Search.Api.Settings;

namespace Search.Api.SignIn;

/// <summary>
/// Sessions as the framework's cookies know them: the cookie holds a secret alone, and what it stands for is looked up in
/// the store, where a session can be ended at any time.
/// </summary>
internal sealed class SessionTickets(AccountDirectory directory, AccountService accounts, IOptions<SearchOptions> options) : ITicketStore
{
    /// <summary>Name of the scheme.</summary>
    public const string Scheme = "session";

    /// <summary>The claim that says by which way a person signed in.</summary>
    public const string Way = "way";

    /// <summary>Who a browser that signs in is to be.</summary>
    /// <param name="account">The account.</param>
    /// <param name="way">By which way: <c>password</c>, <c>link</c>, <c>openid</c>.</param>
    public static ClaimsPrincipal Principal(Account account, string way) => Principal(account, new Claim(Way, way));

    public Task<string> StoreAsync(AuthenticationTicket ticket) => throw new NotSupportedException("A session belongs to a request.");

    public Task<string> StoreAsync(AuthenticationTicket ticket, HttpContext httpContext, CancellationToken cancellationToken)
    {
        var account = ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier)!;
        return Task.FromResult(accounts.Begin(
            account, options.Value.SessionLifetime, httpContext.Request.Headers.UserAgent.ToString(), ticket.Principal.FindFirstValue(Way) ?? ""));
    }

    public Task RenewAsync(string key, AuthenticationTicket ticket) => Task.CompletedTask;

    public Task<AuthenticationTicket?> RetrieveAsync(string key) => Task.FromResult(
        directory.FindSession(key, options.Value.SessionIdle) is { } found
            ? new AuthenticationTicket(
                Principal(found.Account, new Claim(AccessControl.SessionClaim, found.Session.Id)),
                new AuthenticationProperties { IssuedUtc = found.Session.CreatedAt, ExpiresUtc = found.Session.ExpiresAt },
                Scheme)
            : null);

    public Task RemoveAsync(string key)
    {
        if (directory.FindSession(key, options.Value.SessionIdle) is { } found)
        {
            accounts.End(found.Account, found.Session.Id, found.Account.Name);
        }

        return Task.CompletedTask;
    }

    private static ClaimsPrincipal Principal(Account account, Claim more) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.NameIdentifier, account.Id), new Claim(ClaimTypes.Name, account.Name), more], Scheme));
}
