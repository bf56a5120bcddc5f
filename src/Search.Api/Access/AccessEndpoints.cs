namespace Search.Api.Access;

/// <summary>How routes say who may call them. One that says nothing is for administrators.</summary>
internal static class AccessEndpoints
{
    public static T RequireScope<T>(this T builder, string scope)
        where T : IEndpointConventionBuilder
    {
        builder.WithMetadata(new RequiredScope(scope));
        return builder;
    }

    /// <summary>The route is for everyone: it tells nothing of the collection.</summary>
    public static T OpenToEveryone<T>(this T builder)
        where T : IEndpointConventionBuilder
    {
        builder.WithMetadata(Access.OpenToEveryone.Rule);
        return builder;
    }

    /// <summary>The scope that an endpoint asks for; null for none.</summary>
    public static string? ScopeOf(Endpoint? endpoint) => endpoint switch
    {
        null => null,
        _ when endpoint.Metadata.GetMetadata<RequiredScope>() is { } required => required.Scope,
        // What is no route of ours is the framework's answer to a wrong method.
        RouteEndpoint when endpoint.Metadata.GetMetadata<OpenToEveryone>() is null => Scopes.Admin,
        _ => null,
    };
}
