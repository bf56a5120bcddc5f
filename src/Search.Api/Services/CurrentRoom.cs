namespace Search.Api.Services;

/// <summary>The room that one request sees: the open one unless its caller is cleared for another.</summary>
internal sealed class CurrentRoom(Rooms rooms)
{
    public Room Room { get; set; } = rooms.Open;
}
