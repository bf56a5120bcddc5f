using Search.Api.Access;
using Search.Api.Problems;

namespace Search.Api.Endpoints;

/// <summary>What every API route says of itself.</summary>
internal static class RouteMetadata
{
    /// <summary>Name of the timeout policy of searches.</summary>
    public const string SearchTimeout = "search";

    /// <summary>Name of the timeout policy of streams.</summary>
    public const string StreamTimeout = "stream";

    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder app, string tag, string scope)
    {
        var group = app.MapGroup("/api").WithTags(tag).WithPagingNames().WithValidation();
        group.RequireScope(scope);
        group.MayFail(400, 401, 403, 429, 500, 503);
        return group;
    }

    public static T MayFail<T>(this T builder, params int[] statuses)
        where T : IEndpointConventionBuilder
    {
        foreach (var status in statuses)
        {
            builder.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(Problem), [ProblemResult.MediaType]));
        }

        return builder;
    }
}
