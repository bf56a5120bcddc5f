using System.Net;
using Microsoft.Extensions.Options;
using Search.Api.Collections;
using Search.Api.Hosting;
using Search.Api.Problems;

namespace Search.Api.Access;

/// <summary>
/// Decides who may do what: over loopback everyone may search and read; from any other address a key is needed.
/// </summary>
internal sealed class AccessControl(RequestDelegate next, WrongKeys wrong, IOptions<SearchOptions> options)
{
    private static readonly string[] ReadOnly = [Scopes.Search, Scopes.Read];

    // A reverse proxy on this machine calls over loopback for the whole world; by one of these it says so, and what it
    // said of a request whose client is known now (KnownProxies) is kept under the last two.
    private static readonly string[] ProxyHeaders =
        ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via", "X-Original-For", "X-Original-Proto"];

    public Task InvokeAsync(HttpContext context, AccountDirectory directory)
    {
        var text = KeyOf(context.Request);
        var key = text is null ? null : directory.FindKey(text);
        var caller = key is { } found
            ? new Caller("key:" + found.Key.Id, found.Scopes, IsLocal: false) { Account = found.Account }
            : Anonymous(context);
        context.Features.Set(caller);

        var scope = context.GetEndpoint()?.Metadata.GetMetadata<RequiredScope>()?.Scope;
        if (text is not null && key is null)
        {
            return ProblemHandling.WriteAsync(
                context, wrong.MayGuess(caller.Id) ? ProblemKinds.KeyRequired : ProblemKinds.TooManyRequests, detail: null);
        }

        if (scope is not null && !caller.May(scope))
        {
            var kind = key is null ? ProblemKinds.KeyRequired : ProblemKinds.ScopeMissing;
            return ProblemHandling.WriteAsync(
                context, kind, $"Cần khóa có quyền '{scope}'. (A key with the scope '{scope}' is needed.)");
        }

        // Which collection the request sees is settled here, before anything can look into one.
        if (caller.Clearance > 0)
        {
            context.RequestServices.GetRequiredService<CurrentCollection>().Collection = context.RequestServices.GetRequiredService<CollectionRegistry>().For(caller.Clearance);
        }

        return next(context);
    }

    private Caller Anonymous(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        // A page of a foreign site can make a browser call us under its own host name; that is not a local caller.
        var isLocal = (address is null || IPAddress.IsLoopback(address)) && IsLocalHost(context.Request.Host.Host)
            && !Array.Exists(ProxyHeaders, context.Request.Headers.ContainsKey);
        return new Caller(
            "address:" + address, isLocal || options.Value.PublicRead ? ReadOnly : [], isLocal);
    }

    private static bool IsLocalHost(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

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
