namespace Search.Api.Access;

/// <summary>How routes say which scope they need.</summary>
internal static class AccessEndpoints
{
    public static T RequireScope<T>(this T builder, string scope)
        where T : IEndpointConventionBuilder
    {
        builder.WithMetadata(new RequiredScope(scope));
        return builder;
    }
}
