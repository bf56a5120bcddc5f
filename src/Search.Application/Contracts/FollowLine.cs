namespace Search.Application.Contracts;

/// <summary>Something that is followed.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">One of <c>search</c>, <c>cited-by</c>, <c>chain</c>, <c>wanted</c>.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="Query">Text of the search.</param>
/// <param name="Search">The search with its filters.</param>
/// <param name="Document">Key of the document.</param>
/// <param name="Mail">How it is told by e-mail.</param>
/// <param name="Webhook">Address that each alert is sent to.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="Alerts">How many alerts there are.</param>
/// <param name="LastAt">When the last one was found.</param>
/// <param name="Feed">Path of its Atom feed.</param>
public sealed record FollowLine(
    string Id,
    string Kind,
    string Name,
    string? Query,
    SearchQuery? Search,
    string? Document,
    string Mail,
    string? Webhook,
    DateTimeOffset CreatedAt,
    int Alerts,
    DateTimeOffset? LastAt,
    string Feed)
{
    /// <summary>Secret by which what is sent to the webhook is signed; told once, when the follow is made.</summary>
    public string? Secret { get; init; }
}
