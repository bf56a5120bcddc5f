namespace Search.Api.Collections;

/// <summary>The collection that one request sees: the open one unless its caller is cleared for another.</summary>
internal sealed class CurrentCollection(CollectionRegistry collections)
{
    public HostedCollection Collection { get; set; } = collections.Open;
}
