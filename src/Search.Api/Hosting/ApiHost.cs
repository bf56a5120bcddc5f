using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.ResponseCompression;
using Search.Api.Access;
using Search.Api.Endpoints;
using Search.Api.Failures;
using Search.Api.Problems;
using Search.Api.Settings;
using Search.Api.SignIn;
using Search.Api.Telemetry;
using Search.Application;
using Search.Application.Contracts;

namespace Search.Api.Hosting;

/// <summary>Builds the host: the same one for <c>Search.Api</c>, for <c>search serve</c> and for the tests.</summary>
public static class ApiHost
{
    /// <summary>The address the host listens on unless told otherwise.</summary>
    public const string DefaultUrl = "http://localhost:5080";

    /// <summary>Registers everything the host needs.</summary>
    /// <param name="builder">The host to be.</param>
    public static WebApplicationBuilder AddSearch(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        if (builder.Configuration[$"{SearchOptions.Section}:{nameof(SearchOptions.Catalogues)}"] is { Length: > 0 } catalogues)
        {
            Documents.Catalogues.Catalogue.UseFolder(catalogues);
        }

        services.AddOptions<SearchOptions>().BindConfiguration(SearchOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(TimeProvider.System);
        services.AddAccounts();
        builder.AddSignIn();
        services.AddSingleton<WrongKeys>();
        services.AddSingleton<LargeTexts>();
        services.AddKnowledge();
        // Each service catches what it can; what it cannot must not take the answers away from everybody.
        services.Configure<HostOptions>(host => host.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore);
        services.AddMcp();
        services.AddMetrics(builder.Configuration);
        services.AddSearchRateLimits();
        services.AddRazorComponents();
        // Vietnamese letters go into pages as they are; what HTML gives a meaning stays escaped.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSearchOpenApi();
        services.ConfigureHttpJsonOptions(json => WireJson.Apply(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddRequestTimeouts();
        services.AddOptions<RequestTimeoutOptions>().Configure<Microsoft.Extensions.Options.IOptions<SearchOptions>>(Timeouts);
        services.AddSingleton<IResponseCompressionProvider, MinimumSizeCompression>();
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/problem+json", "application/atom+xml",
                "application/akn+xml", "application/jsonl", "text/csv", "text/markdown", "image/svg+xml"];
        });
        // The host's own lines hold addresses with query texts, which are nobody's business.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = ApiLimits.BodyBytes;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            // Each connection is a descriptor; some are kept for the store, the index and the readers' processes.
            kestrel.Limits.MaxConcurrentConnections = Math.Min(OpenFiles.ForConnections(), builder.Configuration.GetSection(SearchOptions.Section)
                .GetValue(nameof(SearchOptions.MaxConnections), SearchOptions.DefaultMaxConnections));
            kestrel.Limits.MaxConcurrentUpgradedConnections = 0;
        });
        if (string.IsNullOrEmpty(builder.Configuration["urls"]) && string.IsNullOrEmpty(builder.Configuration["http_ports"]))
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        return builder;
    }

    /// <summary>Puts the middleware and the routes into place.</summary>
    /// <param name="app">The host.</param>
    public static WebApplication UseSearch(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseKnownProxies();
        app.UseSecurityHeaders();
        app.UseHead();
        app.UseResponseCompression();
        app.UseProblems();
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<AccessControl>();
        app.UseRevisions();
        app.UseAntiforgery();
        app.UseRateLimiter();
        app.UseRequestTimeouts();
        app.UseKnownCharsets();
        app.MapSearch();
        app.MapDocuments();
        app.MapCitations();
        app.MapGraph();
        app.MapCollection();
        app.MapIngest();
        app.MapFeeds();
        app.MapExports();
        app.MapHealth();
        app.MapMcpTools();
        app.MapAssets();
        app.MapCorrections();
        app.MapFollows();
        app.MapNotebooks();
        app.MapEditing();
        app.MapOwnPages();
        app.MapPages();
        app.MapBrowsing();
        app.MapStatus();
        app.MapCompare();
        app.MapSheets();
        app.MapUploads();
        app.MapSignIn();
        app.MapSearchOpenApi();
        return app;
    }

    private static void Timeouts(RequestTimeoutOptions timeouts, Microsoft.Extensions.Options.IOptions<SearchOptions> options)
    {
        timeouts.DefaultPolicy = Policy(options.Value.RequestTimeout);
        timeouts.AddPolicy(RouteMetadata.SearchTimeout, Policy(options.Value.SearchTimeout));
        timeouts.AddPolicy(RouteMetadata.StreamTimeout, Policy(TimeSpan.FromMinutes(30)));

        static RequestTimeoutPolicy Policy(TimeSpan deadline) => new()
        {
            Timeout = deadline,
            WriteTimeoutResponse = context => ProblemHandling.WriteAsync(context, ProblemKinds.Timeout, detail: null),
        };
    }
}
