using Search.Api.Access;
using Search.Api.Collections;
using Search.Application.Alerts;
using Search.Application.Contracts;

namespace Search.Api.Alerts;

/// <summary>
/// What is followed on a host: matched in the collection that its owner's clearance reaches now, so that an alert tells of
/// nothing its owner may not see, and a change of clearance counts for the next arrival.
/// </summary>
internal sealed partial class AlertWork(CollectionRegistry collections, AccountDirectory directory, ILogger<AlertWork> log)
{
    /// <summary>Matches what has arrived in every collection.</summary>
    public void Match(CancellationToken stop)
    {
        try
        {
            var all = collections.All.SelectMany(collection => collection.Follows.All()).ToList();
            foreach (var collection in collections.All)
            {
                collection.Follows.Matcher.Match(Of(all, collection), stop, isFollowing: all.Count > 0);
            }
        }
        catch (Exception error) when (error is IOException or Engine.IndexDamagedException)
        {
            // What is matched is marked; the next turn goes on there.
            NotMatched(error.Message);
        }
    }

    /// <summary>Follows something for a caller.</summary>
    public FollowLine Add(FollowRequest request, Caller caller, HostedCollection collection, Func<Uri, bool> allows, CancellationToken stop)
    {
        // What is there by now is no news.
        var all = collections.All.SelectMany(other => other.Follows.All()).ToList();
        collection.Follows.Matcher.Match(Of(all, collection), stop, isFollowing: true);
        return collection.Follows.Add(request, caller.Owner!, caller.Account?.Email is not null, allows);
    }

    /// <summary>What a caller follows, latest first.</summary>
    public IReadOnlyList<FollowLine> List(Caller caller) =>
        [.. collections.Reach(caller.Clearance).SelectMany(collection => collection.Follows.List(caller.Owner!)).OrderByDescending(line => line.CreatedAt).Select(line => Counted(caller, line))];

    /// <summary>One of them; null where there is none of that id.</summary>
    public FollowLine? Find(Caller caller, string id) => List(caller).FirstOrDefault(line => string.Equals(line.Id, id, StringComparison.Ordinal));

    /// <summary>What one of them found, latest first.</summary>
    public IReadOnlyList<AlertLine> Alerts(Caller caller, string id) =>
        [.. collections.Reach(caller.Clearance).SelectMany(collection => collection.Follows.Alerts(id)).OrderByDescending(alert => alert.At)];

    /// <summary>Follows something no longer.</summary>
    /// <returns>False where there is none of that id.</returns>
    public bool Remove(Caller caller, string id)
    {
        var isThere = false;
        foreach (var collection in collections.Reach(caller.Clearance))
        {
            isThere |= collection.Follows.Remove(caller.Owner!, id);
        }

        return isThere;
    }

    private FollowLine Counted(Caller caller, FollowLine line)
    {
        var alerts = Alerts(caller, line.Id);
        return line with { Alerts = alerts.Count, LastAt = alerts.Count == 0 ? null : alerts[0].At };
    }

    private List<Follow> Of(List<Follow> all, HostedCollection collection) => all.FindAll(follow =>
    {
        var scopes = directory.Owner(follow.Owner).Scopes;
        return (scopes.Contains(Scopes.Read, StringComparer.Ordinal) || scopes.Contains(Scopes.Admin, StringComparer.Ordinal))
            && ReferenceEquals(collections.For(Scopes.ClearanceOf(scopes)), collection);
    });

    [LoggerMessage(Level = LogLevel.Warning, Message = "Follows are not matched: {Reason}")]
    private partial void NotMatched(string reason);
}
