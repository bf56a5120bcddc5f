using Microsoft.Extensions.Options;
using Search.Api.Collections;
using Search.Api.Failures;
using Search.Api.Problems;
using Search.Api.Settings;

namespace Search.Api.Access;

/// <summary>
/// Decides who may do what: over loopback everyone may search and read; from any other address a key or a signed-in
/// browser is needed. What an account may do is looked up at every request, so that a change of it counts at once.
/// </summary>
internal sealed class AccessControl(RequestDelegate next, WrongKeys wrong, IOptions<SearchOptions> options)
{
    /// <summary>The claim that names the session of a signed-in browser.</summary>
    public const string SessionClaim = "session";

    private static readonly string[] ReadOnly = [Scopes.Search, Scopes.Read];

    public Task InvokeAsync(HttpContext context, AccountDirectory directory, SharedNode node)
    {
        var text = KeyOf(context.Request);
        var key = text is null ? null : directory.FindKey(text);
        var caller = key is { } found
            ? new Caller(AccountDirectory.KeyOwner + found.Key.Id, Named(found.Scopes), IsLocal: false) { Account = found.Account }
            : SignedIn(context, directory) ?? Anonymous(context);
        context.Features.Set(caller);

        if (text is not null && key is null)
        {
            return ProblemHandling.WriteAsync(
                context, wrong.MayGuess(caller.Id) ? ProblemKinds.KeyRequired : ProblemKinds.TooManyRequests, detail: null);
        }

        var scope = AccessEndpoints.ScopeOf(context.GetEndpoint());
        if (!caller.IsReader && !node.KnowsAccounts)
        {
            // What the copy says of the account may have been taken back. Reading what is open goes on; all else waits.
            if (scope is null or Scopes.Search or Scopes.Read)
            {
                caller = caller with { Scopes = ReadOnly };
                context.Features.Set(caller);
            }
            else
            {
                return ProblemHandling.WriteAsync(
                    context, ProblemKinds.Unavailable, "Chưa kiểm tra được quyền: máy chủ này chưa liên lạc được với kho chung. (Access cannot be checked: this host cannot reach the shared store.)");
            }
        }

        if (scope is not null && !caller.May(scope))
        {
            return RefuseAsync(context, caller, scope, isKey: key is not null);
        }

        if (caller.Session is not null && !IsOwnPage(context.Request))
        {
            return ProblemHandling.WriteAsync(
                context, ProblemKinds.ScopeMissing, "Yêu cầu không đến từ trang của máy chủ này. (The request does not come from a page of this host.)");
        }

        // Which collection the request sees is settled here, before anything can look into one.
        if (caller.Clearance > 0)
        {
            context.RequestServices.GetRequiredService<CurrentCollection>().Collection = context.RequestServices.GetRequiredService<CollectionRegistry>().For(caller.Clearance);
        }

        return next(context);
    }

    // Whoever reads under a name may keep things of his own.
    private static IReadOnlyList<string> Named(IReadOnlyList<string> scopes) =>
        scopes.Contains(Scopes.Read, StringComparer.Ordinal) || scopes.Contains(Scopes.Admin, StringComparer.Ordinal) ? [.. scopes, Scopes.Own] : scopes;

    private static Task RefuseAsync(HttpContext context, Caller caller, string scope, bool isKey)
    {
        var isKnown = isKey || caller.Account is not null;
        if (!isKnown && HttpMethods.IsGet(context.Request.Method) && ProblemHandling.WantsPage(context))
        {
            context.Response.Redirect("/dang-nhap?ve=" + Uri.EscapeDataString(context.Request.Path + context.Request.QueryString.Value));
            return Task.CompletedTask;
        }

        return ProblemHandling.WriteAsync(
            context,
            isKnown ? ProblemKinds.ScopeMissing : ProblemKinds.KeyRequired,
            caller.Session is not null
                ? "Tài khoản của bạn không có quyền này. (Your account may not do this.)"
                : $"Cần mã truy cập có quyền '{scope}'. (A key with the scope '{scope}' is needed.)");
    }

    private Caller? SignedIn(HttpContext context, AccountDirectory directory)
    {
        // A cookie that came over an open line may have been read on the way.
        if (context.User.FindFirst(SessionClaim)?.Value is not { } id || !CallerAddress.IsPrivate(context)
            || directory.FindOpenSession(id, options.Value.SessionIdle) is not { } found)
        {
            return null;
        }

        context.RequestServices.GetRequiredService<AccountService>().Seen(found.Session);
        return new Caller("session:" + found.Session.Short, found.Account.Scopes, IsLocal: false)
        {
            Account = found.Account,
            Session = found.Session,
        };
    }

    private Caller Anonymous(HttpContext context)
    {
        var isLocal = CallerAddress.IsLocal(context);
        return new Caller("address:" + context.Connection.RemoteIpAddress, isLocal || options.Value.PublicRead ? ReadOnly : [], isLocal);
    }

    /// <summary>A browser sends its cookie whoever made it send the request: what changes anything must come from a page of
    /// ours. Browsers name the origin of every such request.</summary>
    private static bool IsOwnPage(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
        {
            return true;
        }

        var origin = request.Headers.Origin.ToString();
        return string.Equals(origin, $"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase)
            || (origin is "" or "null" && request.Headers["Sec-Fetch-Site"] == "same-origin");
    }

    private static string? KeyOf(HttpRequest request)
    {
        const string Bearer = "Bearer ";
        var authorization = request.Headers.Authorization.ToString();
        if (authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return authorization[Bearer.Length..].Trim();
        }

        var header = request.Headers["X-Api-Key"].ToString();
        return header.Length > 0 ? header : null;
    }
}
