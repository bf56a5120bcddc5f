using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Search.Api.Tests;

/// <summary>A real OpenID Connect provider on loopback. Its tokens can be bent, as an attacker would.</summary>
internal sealed class OpenIdProvider : IAsyncDisposable
{
    private WebApplication _app = null!;

    public string Address { get; private set; } = "";

    /// <summary>Subject and name of the person who is signed in there.</summary>
    public (string Subject, string Name) Person { get; set; } = ("42", "ha.le");

    /// <summary>Changes the identity token before it is signed.</summary>
    public Action<Microsoft.IdentityModel.Tokens.SecurityTokenDescriptor> Bend { get; set; } = static _ => { };

    public static async Task<OpenIdProvider> StartAsync()
    {
        var provider = new OpenIdProvider();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddOpenIddict().AddServer(provider.Configure);
        provider._app = builder.Build();
        provider._app.UseAuthentication();
        await provider._app.StartAsync();
        provider.Address = provider._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return provider;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private void Configure(OpenIddictServerBuilder server)
    {
        server.SetAuthorizationEndpointUris("authorize").SetTokenEndpointUris("token");
        server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
        server.RegisterScopes(Scopes.Profile, Scopes.Email);
        server.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
        server.EnableDegradedMode();
        server.UseAspNetCore().DisableTransportSecurityRequirement();
        server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(static _ => default));
        server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(static _ => default));
        server.AddEventHandler<HandleAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
        {
            var identity = new ClaimsIdentity("person", Claims.Name, Claims.Role);
            identity.SetClaim(Claims.Subject, Person.Subject).SetClaim(Claims.PreferredUsername, Person.Name).SetClaim(Claims.Name, "Lê Thị Hà");
            identity.SetDestinations(static _ => [Destinations.IdentityToken]);
            context.SignIn(new ClaimsPrincipal(identity));
            return default;
        }));
        server.AddEventHandler<GenerateTokenContext>(handler => handler
            .SetOrder(OpenIddictServerHandlers.Protection.GenerateIdentityModelToken.Descriptor.Order - 1)
            .UseInlineHandler(context =>
            {
                if (context.TokenType is TokenTypeIdentifiers.IdentityToken)
                {
                    Bend(context.SecurityTokenDescriptor);
                }

                return default;
            }));
    }
}
