using System.ComponentModel.DataAnnotations;
using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Search.Api.Settings;

namespace Search.Api.Access;

/// <summary>Takes the client's address and scheme from proxies that the operator named.</summary>
internal static class KnownProxies
{
    /// <exception cref="ValidationException">One of them is no address.</exception>
    public static void UseKnownProxies(this WebApplication app)
    {
        var known = app.Services.Settings().KnownProxies;
        if (known.Count == 0)
        {
            return;
        }

        var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var proxy in known)
        {
            forwarded.KnownProxies.Add(
                IPAddress.TryParse(proxy, out var address) ? address : throw new ValidationException($"'{proxy}' is no address of a proxy."));
        }

        app.UseForwardedHeaders(forwarded);
    }
}
