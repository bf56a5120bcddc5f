namespace Search.Api.Services;

/// <summary>The room that one request sees: the open one unless its caller is cleared for another.</summary>
internal sealed class CurrentCollection(CollectionRegistry rooms)
{
    public Collection Collection { get; set; } = rooms.Open;
}
