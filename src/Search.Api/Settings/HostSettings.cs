namespace Search.Api.Settings;

/// <summary>What the host is told before it starts.</summary>
internal static class HostSettings
{
    /// <summary>Whether the build starts the host to write the OpenAPI document: nothing is opened or ingested then.</summary>
    public static bool IsDescribing => System.Reflection.Assembly.GetEntryAssembly()?.GetName().Name is "GetDocument.Insider";

    /// <summary>The settings of the section <c>Search</c>.</summary>
    /// <param name="services">Services of the host.</param>
    public static SearchOptions Settings(this IServiceProvider services) =>
        services.GetRequiredService<Microsoft.Extensions.Options.IOptions<SearchOptions>>().Value;
}
