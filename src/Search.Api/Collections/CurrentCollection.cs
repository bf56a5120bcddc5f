namespace Search.Api.Collections;

/// <summary>The room that one request sees: the open one unless its caller is cleared for another.</summary>
internal sealed class CurrentCollection(CollectionRegistry rooms)
{
    public HostedCollection Collection { get; set; } = rooms.Open;
}
