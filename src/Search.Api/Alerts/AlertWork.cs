using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Search.Api.Access;
using Search.Api.Collections;
using Search.Api.Settings;
using Search.Application.Alerts;
using Search.Application.Contracts;

namespace Search.Api.Alerts;

/// <summary>
/// What is followed on a host: matched in the collection that its owner's clearance reaches now, so that an alert tells of
/// nothing its owner may not see, and a change of clearance counts for the next arrival.
/// </summary>
internal sealed partial class AlertWork : IDisposable
{
    private readonly CollectionRegistry _collections;
    private readonly AccountDirectory _directory;
    private readonly ILogger<AlertWork> _log;
    private readonly WebhookChannel _webhooks;
    private readonly List<(HostedCollection Collection, AlertSender Sender)> _senders;

    /// <exception cref="ValidationException">A setting is out of its range.</exception>
    public AlertWork(CollectionRegistry collections, AccountDirectory directory, IOptions<SearchOptions> options, TimeProvider clock, ILogger<AlertWork> log)
    {
        (_collections, _directory, _log) = (collections, directory, log);
        var alerts = options.Value.Alerts;
        Validator.ValidateObject(alerts, new ValidationContext(alerts), validateAllProperties: true);
        _webhooks = new WebhookChannel(alerts, clock);
        var mails = new MailChannel(alerts, clock);
        _senders = [.. collections.All.Select(collection => (collection, new AlertSender(collection.CollectionReader, collection.Follows, directory, _webhooks, mails, alerts, clock)))];
    }


    /// <summary>Matches what has arrived in every collection.</summary>
    public void Match(CancellationToken stop)
    {
        try
        {
            var all = _collections.All.SelectMany(collection => collection.Follows.All()).ToList();
            foreach (var collection in _collections.All)
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
    public FollowLine Add(FollowRequest request, Caller caller, HostedCollection collection, CancellationToken stop)
    {
        // What is there by now is no news.
        var all = _collections.All.SelectMany(other => other.Follows.All()).ToList();
        collection.Follows.Matcher.Match(Of(all, collection), stop, isFollowing: true);
        return collection.Follows.Add(request, caller.Owner!, caller.Account?.Email is not null, _webhooks.Allows);
    }

    /// <summary>What a caller follows, latest first.</summary>
    public IReadOnlyList<FollowLine> List(Caller caller) =>
        [.. _collections.Reach(caller.Clearance).SelectMany(collection => collection.Follows.List(caller.Owner!)).OrderByDescending(line => line.CreatedAt).Select(line => Counted(caller, line))];

    /// <summary>One of them; null where there is none of that id.</summary>
    public FollowLine? Find(Caller caller, string id) => List(caller).FirstOrDefault(line => string.Equals(line.Id, id, StringComparison.Ordinal));

    /// <summary>What one of them found, latest first.</summary>
    public IReadOnlyList<AlertLine> Alerts(Caller caller, string id) =>
        [.. _collections.Reach(caller.Clearance).SelectMany(collection => collection.Follows.Alerts(id)).OrderByDescending(alert => alert.At)];

    /// <summary>Follows something no longer.</summary>
    /// <returns>False where there is none of that id.</returns>
    public bool Remove(Caller caller, string id)
    {
        var isThere = false;
        foreach (var collection in _collections.Reach(caller.Clearance))
        {
            isThere |= collection.Follows.Remove(caller.Owner!, id);
        }

        return isThere;
    }

    /// <summary>Sends what is due, out of every collection.</summary>
    public async Task SendAsync(CancellationToken stop)
    {
        foreach (var (collection, sender) in _senders)
        {
            try
            {
                await sender.SendAsync(Find, owner => IsOf(owner, collection), stop);
            }
            catch (IOException error)
            {
                // The disk refused to note what became of it: it is sent again.
                NotMatched(error.Message);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _webhooks.Dispose();

    private Follow? Find(string owner, string id) =>
        _collections.All.Select(collection => collection.Follows.Find(owner, id)).FirstOrDefault(follow => follow is not null);

    private bool IsOf(string owner, HostedCollection collection)
    {
        var scopes = _directory.Owner(owner).Scopes;
        return (scopes.Contains(Scopes.Read, StringComparer.Ordinal) || scopes.Contains(Scopes.Admin, StringComparer.Ordinal))
            && _collections.Reach(Scopes.ClearanceOf(scopes)).Contains(collection);
    }

    private FollowLine Counted(Caller caller, FollowLine line)
    {
        var alerts = Alerts(caller, line.Id);
        return line with { Alerts = alerts.Count, LastAt = alerts.Count == 0 ? null : alerts[0].At };
    }

    private List<Follow> Of(List<Follow> all, HostedCollection collection) => all.FindAll(follow =>
    {
        var scopes = _directory.Owner(follow.Owner).Scopes;
        return (scopes.Contains(Scopes.Read, StringComparer.Ordinal) || scopes.Contains(Scopes.Admin, StringComparer.Ordinal))
            && ReferenceEquals(_collections.For(Scopes.ClearanceOf(scopes)), collection);
    });

    [LoggerMessage(Level = LogLevel.Warning, Message = "Follows are not matched: {Reason}")]
    private partial void NotMatched(string reason);
}
