namespace Search.Api.Access;

/// <summary>Endpoint metadata: the route needs no scope, whoever asks. Every route says this or which scope it needs.</summary>
internal sealed record OpenToEveryone
{
    /// <summary>The one of it.</summary>
    public static OpenToEveryone Rule { get; } = new();
}
