namespace Search.Store;

/// <summary>A node of a shared store, as it said of itself.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Revision">Revision of its copy.</param>
/// <param name="IsReady">Whether it wants to be asked, and said so a moment ago.</param>
/// <param name="SilentFor">How long ago it said so, by the clock of the shared store.</param>
/// <param name="IsSelf">Whether it is this node.</param>
public sealed record NodeState(string Name, long Revision, bool IsReady, TimeSpan SilentFor, bool IsSelf)
{
    /// <summary>Name of its host: two processes of one host have names of their own.</summary>
    public string Host => Name.LastIndexOf('/') is > 0 and var cut ? Name[..cut] : Name;
}
