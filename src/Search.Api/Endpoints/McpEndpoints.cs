using Search.Api.Access;
using Search.Api.Collections;

namespace Search.Api.Endpoints;

/// <summary>The knowledge base as tools of the Model Context Protocol over HTTP: those of <c>search mcp</c>, in the collection that
/// the caller's key sees.</summary>
internal static class McpEndpoints
{
    public static void AddMcp(this IServiceCollection services) =>
        services.AddMcpServer().WithHttpTransport(transport =>
        {
            // No session is kept: each request is answered by itself, with the rights it came with.
            transport.Stateless = true;
            transport.ConfigureSessionOptions = (context, options, _) =>
            {
                context.RequestServices.GetRequiredService<CurrentCollection>().Collection.Tools
                    .Serve(options, mayRead: context.Features.Get<Caller>()?.May(Scopes.Read) is true);
                return Task.CompletedTask;
            };
        });

    /// <summary>A caller who may search gets the tools that search; one who may read as well gets all.</summary>
    public static void MapMcpTools(this IEndpointRouteBuilder app) => app.MapMcp("/mcp").RequireScope(Scopes.Search);
}
