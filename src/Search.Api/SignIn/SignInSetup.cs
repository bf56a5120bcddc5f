using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Search.Api.Settings;

namespace Search.Api.SignIn;

/// <summary>How browsers sign in: sessions, forms, and the provider where there is one.</summary>
internal static class SignInSetup
{
    /// <summary>Name of the provider's scheme.</summary>
    public const string OpenId = "openid";

    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<Passwords>();
        services.AddSingleton<SessionTickets>();
        services.AddDataProtection().SetApplicationName("search");
        services.AddOptions<KeyManagementOptions>().Configure<IServiceProvider>((keys, provider) => keys.XmlRepository = new ProtectionKeys(provider));
        // The keys lie in the store beside what they protect; that no further key protects them is known.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = "bieu-mau";
            forms.Cookie.HttpOnly = true;
            forms.Cookie.SameSite = SameSiteMode.Strict;
            forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            forms.SuppressXFrameOptionsHeader = true;
        });
        var authentication = services.AddAuthentication(SessionTickets.Scheme).AddCookie(SessionTickets.Scheme, session =>
        {
            session.Cookie.Name = "phien";
            session.Cookie.HttpOnly = true;
            session.Cookie.SameSite = SameSiteMode.Lax;
            // Over anything but TLS only this machine may sign in at all.
            session.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            session.Cookie.IsEssential = true;
            session.CookieManager = new HostCookies();
            session.SlidingExpiration = false;
        });
        services.AddOptions<CookieAuthenticationOptions>(SessionTickets.Scheme).Configure<SessionTickets, Microsoft.Extensions.Options.IOptions<SearchOptions>>(
            (session, tickets, options) =>
            {
                session.SessionStore = tickets;
                session.ExpireTimeSpan = options.Value.SessionLifetime;
            });
        var provider = builder.Configuration.GetSection(SearchOptions.Section).GetSection(nameof(SearchOptions.OpenId)).Get<OpenIdOptions>();
        if (provider is { Authority: { Length: > 0 } authority })
        {
            authentication.AddOpenIdConnect(OpenId, openId => Configure(openId, provider, authority));
        }
    }

    private static void Configure(OpenIdConnectOptions openId, OpenIdOptions provider, string authority)
    {
        openId.Authority = authority;
        openId.RequireHttpsMetadata = !new Uri(authority).IsLoopback;
        openId.ClientId = provider.ClientId;
        openId.ClientSecret = provider.ClientSecret;
        openId.SignInScheme = SessionTickets.Scheme;
        openId.CallbackPath = "/dang-nhap/openid/tra-loi";
        openId.ResponseType = OpenIdConnectResponseType.Code;
        openId.ResponseMode = OpenIdConnectResponseMode.Query;
        openId.UsePkce = true;
        openId.MapInboundClaims = false;
        openId.SaveTokens = false;
        // A person is who the issuer says, so the issuer is not left out.
        openId.ClaimActions.Remove("iss");
        openId.Scope.Clear();
        openId.Scope.Add("openid");
        openId.Scope.Add("profile");
        openId.Scope.Add("email");
        foreach (var cookie in new[] { openId.NonceCookie, openId.CorrelationCookie })
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        }

        // After every check, the nonce's too: nobody gets an account by a token that is refused.
        openId.Events.OnTicketReceived = context =>
        {
            if (context.Principal is { } person && AccountOf(context.HttpContext, person, provider) is { } account)
            {
                context.Principal = SessionTickets.Principal(account, OpenId);
            }
            else
            {
                Refuse(context.HttpContext);
                context.HandleResponse();
            }

            return Task.CompletedTask;
        };
        openId.Events.OnRemoteFailure = context =>
        {
            Refuse(context.HttpContext);
            context.HandleResponse();
            return Task.CompletedTask;
        };
    }

    private static void Refuse(HttpContext context)
    {
        context.RequestServices.GetRequiredService<AccountService>().Refused(null);
        context.Response.Redirect("/dang-nhap?loi=openid");
    }

    private static Account? AccountOf(HttpContext context, ClaimsPrincipal person, OpenIdOptions provider)
    {
        var (issuer, subject) = (person.FindFirstValue("iss"), person.FindFirstValue("sub"));
        if (issuer is null || subject is null)
        {
            return null;
        }

        var accounts = context.RequestServices.GetRequiredService<AccountService>();
        var external = $"{issuer} {subject}";
        var name = person.FindFirstValue("preferred_username") ?? person.FindFirstValue("email") ?? subject;
        var account = context.RequestServices.GetRequiredService<AccountDirectory>().AccountOfExternal(external)
            ?? accounts.ForProvider(external, name, person.FindFirstValue("name"), person.FindFirstValue("email"), provider.AddsReaders);
        return account is { IsDisabled: false } ? account : null;
    }
}
