using System.Security.Cryptography;
using System.Text;
using Search.Application.Errors;
using Search.Application.Reading;
using Search.Application.UseCases;
using Search.Documents;
using Search.Engine;
using Search.Store;

namespace Search.Application.Alerts;

/// <summary>
/// Matches what follows with what arrives in one collection. Every text that is new or changed is put once to all saved
/// searches, in the generation of the index that holds it, so that an alert is made exactly when a search finds the document.
/// Alerts, what is to be sent and the mark up to where it was matched go to disk together: after a crash it goes on from there.
/// </summary>
internal sealed class AlertMatcher(CollectionReader reader, GraphService graphs, TimeProvider clock)
{
    /// <summary>Documents that are matched in one transaction.</summary>
    private const int Batch = 256;

    // After the collection has grown or shrunk by this share, what words tell has moved enough to be weighed again.
    private const double Drift = 0.1;

    private readonly Lock _lock = new();
    private readonly MatchedTexts _texts = new(reader.Store.Records);
    private readonly Dictionary<string, Follow> _watched = new(StringComparer.Ordinal);
    private QueryWatch? _watch;

    /// <summary>Matches what has arrived since the last time.</summary>
    /// <param name="follows">Whatever is followed in this collection.</param>
    /// <param name="stop">Stops between batches.</param>
    /// <param name="isFollowing">Whether something is about to be followed, so that what is there now has to be known.</param>
    /// <returns>How many alerts were made.</returns>
    public int Match(IReadOnlyList<Follow> follows, CancellationToken stop, bool isFollowing = false)
    {
        lock (_lock)
        {
            using var lease = reader.Lease();
            var to = lease.Snapshot.Revision;
            _texts.Load();
            if (_texts.Revision is not { } from)
            {
                if (follows.Count > 0 || isFollowing)
                {
                    Begin(to);
                }

                return 0;
            }

            return from == to ? 0 : Match(follows, lease.Snapshot, from > to ? 0 : from, to, stop);
        }
    }

    // Everything that is there when somebody follows something for the first time is no news.
    private void Begin(long to)
    {
        foreach (var print in reader.Store.Prints(0).Where(print => print.Revision <= to))
        {
            _texts.Set(print);
        }

        _texts.Save(to, static _ => { });
    }

    private int Match(IReadOnlyList<Follow> follows, IIndexSnapshot snapshot, long from, long to, CancellationToken stop)
    {
        // What was changed again meanwhile comes with the revision of that change.
        var prints = reader.Store.Prints(from).Where(print => print.Revision <= to).ToList();
        var changed = reader.Store.Changes(from).Where(change => change.Revision <= to).Select(change => change.Key.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in changed.Except(prints.Select(print => print.Key.Value), StringComparer.Ordinal))
        {
            _texts.Remove(gone);
        }

        var news = prints.Where(print => _texts.Of(print.Key.Value) != (print.Text, print.Header)).ToList();
        Watch(follows, snapshot);
        var made = 0;
        for (var start = 0; start == 0 || start < news.Count; start += Batch)
        {
            stop.ThrowIfCancellationRequested();
            var batch = news.GetRange(start, Math.Min(Batch, news.Count - start));
            var isLast = start + Batch >= news.Count;
            var found = Found(follows, snapshot, batch, isLast ? changed : [], stop);
            foreach (var print in batch)
            {
                _texts.Set(print);
            }

            var count = 0;
            if (!_texts.Save(isLast ? to : from, changes => count = found.Count(alert => Write(changes, alert.Follow, alert.Alert))))
            {
                return made;
            }

            made += count;
        }

        return made;
    }

    private List<(Follow Follow, Alert Alert)> Found(
        IReadOnlyList<Follow> follows, IIndexSnapshot snapshot, List<DocumentPrint> news, HashSet<string> changed, CancellationToken stop)
    {
        var found = new List<(Follow, Alert)>();
        var candidates = new Dictionary<string, List<DocumentPrint>>(StringComparer.Ordinal);
        var cited = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var print in news)
        {
            stop.ThrowIfCancellationRequested();
            if (_watch is { Count: > 0 } && Read(print.Key) is { Document: { } document } record
                && (IsText(print) || document.Corrected.Count > 0))
            {
                foreach (var name in _watch.Candidates(reader.Base.EntriesOf(record)))
                {
                    (candidates.TryGetValue(name, out var waiting) ? waiting : candidates[name] = []).Add(print);
                }
            }

            cited[print.Key.Value] = [.. reader.Store.CitationsOf(print.Key).Where(citation => !citation.IsNote && !citation.IsSelf)
                .Select(citation => citation.Target?.Key.Value).OfType<string>()];
        }

        foreach (var (name, prints) in candidates)
        {
            stop.ThrowIfCancellationRequested();
            var follow = _watched[name];
            var matching = SavedSearch.Matching(follow.Search!, reader, snapshot, [.. prints.Select(print => print.Key.Value)], stop);
            found.AddRange(prints.Where(print => matching.Contains(print.Key.Value)).Select(print => (follow, Of(follow, print.Key.Value,
                IsText(print) ? print.Text : print.Text + print.Header, _texts.Of(print.Key.Value) is not null))));
        }

        foreach (var follow in follows.Where(follow => follow.Document is not null && (news.Count > 0 || changed.Count > 0)))
        {
            found.AddRange(Documents(follow, cited, changed).Except(follow.Known, StringComparer.Ordinal).Select(key => (follow, Of(follow, key, "", isChange: false))));
        }

        return found;
    }

    // A damaged document keeps no others waiting: mending it changes it.
    private DocumentRecord? Read(DocumentKey key)
    {
        try
        {
            return reader.Store.Read(key);
        }
        catch (StoreDamagedException)
        {
            return null;
        }
    }

    // Another header alone is news only where a person corrected it: a better reading of the same text is none.
    private bool IsText(DocumentPrint print) => !string.Equals(_texts.Of(print.Key.Value)?.Text, print.Text, StringComparison.Ordinal);

    private IEnumerable<string> Documents(Follow follow, Dictionary<string, HashSet<string>> cited, HashSet<string> changed)
    {
        if (!DocumentKey.TryParse(follow.Document, out var followed) || reader.Store.Summary(followed) is not { } summary)
        {
            return [];
        }

        var key = summary.Key;
        return follow.Kind switch
        {
            FollowKinds.Wanted => summary.Status is DocumentStatus.Present ? [key.Value] : [],
            FollowKinds.Chain => Chained(graphs, key),
            _ when changed.Contains(key.Value) => Citing(reader.Store, key),
            _ => cited.Where(pair => pair.Value.Contains(key.Value)).Select(pair => pair.Key),
        };
    }

    /// <summary>The documents that cite one.</summary>
    public static IEnumerable<string> Citing(IDocumentStore store, DocumentKey key) =>
        store.CitationsTo(key).Where(citation => !citation.IsNote).Select(citation => citation.Document.Value).Where(citing => !string.Equals(citing, key.Value, StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal);

    /// <summary>The present documents in the chains of one, itself left out.</summary>
    public static IEnumerable<string> Chained(GraphService graphs, DocumentKey key)
    {
        try
        {
            return graphs.Chains(key.Value).SelectMany(chain => chain.Steps).Where(step => step.Status is "present" && !string.Equals(step.Key, key.Value, StringComparison.Ordinal))
                .Select(step => step.Key).Distinct(StringComparer.Ordinal);
        }
        catch (SearchException)
        {
            // Nobody cites it any more.
            return [];
        }
    }

    private void Watch(IReadOnlyList<Follow> follows, IIndexSnapshot snapshot)
    {
        var documents = snapshot.Statistics.Groups;
        if (_watch is null || Math.Abs(documents - _watch.Documents) > Math.Max(16, _watch.Documents * Drift))
        {
            _watch = new QueryWatch(snapshot);
            _watched.Clear();
        }

        var searches = follows.Where(follow => follow.Search is not null).ToDictionary(follow => follow.Id, StringComparer.Ordinal);
        foreach (var gone in _watched.Keys.Where(id => !searches.ContainsKey(id)).ToList())
        {
            _watched.Remove(gone);
            _watch.Remove(gone);
        }

        foreach (var (id, follow) in searches.Where(search => _watched.TryAdd(search.Key, search.Value)))
        {
            try
            {
                var (readings, filters) = SavedSearch.Read(follow.Search!, reader, snapshot);
                _watch.Set(id, readings, filters);
            }
            catch (SearchException)
            {
                // A search that could be read once and cannot any more finds nothing, for its owner either.
            }
        }
    }

    private Alert Of(Follow follow, string key, string text, bool isChange) => new()
    {
        Id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{follow.Id}\n{key}\n{text}")))[..32],
        Follow = follow.Id,
        Owner = follow.Owner,
        Name = follow.Name,
        Document = key,
        IsChange = isChange,
        At = clock.GetUtcNow(),
    };

    private bool Write(IRecordChanges changes, Follow follow, Alert alert)
    {
        if (changes.Read(RecordKinds.Alert, alert.Id) is not null)
        {
            return false;
        }

        var deliveries = new Dictionary<string, AlertDelivery>(StringComparer.Ordinal);
        if (follow.Mail is not MailRhythms.None)
        {
            Send(AlertDelivery.Mail, Due(follow.Mail, alert.At));
        }

        if (follow.Webhook is not null)
        {
            Send(AlertDelivery.Webhook, alert.At);
        }

        changes.Put(RecordKinds.Alert, alert.Id, RecordJson.Write(alert with { Deliveries = deliveries }), follow.Id);
        return true;

        void Send(string channel, DateTimeOffset due)
        {
            deliveries[channel] = new AlertDelivery(AlertDelivery.Waiting);
            changes.Put(RecordKinds.Outbox, $"{channel}.{alert.Id}", RecordJson.Write(new OutboxEntry { Alert = alert.Id, Follow = follow.Id, Owner = follow.Owner, Due = due }), channel);
        }
    }

    /// <summary>The end of the hour, or seven in the morning of the host.</summary>
    private DateTimeOffset Due(string rhythm, DateTimeOffset at)
    {
        if (rhythm is MailRhythms.Hourly)
        {
            return new DateTimeOffset(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero).AddHours(1);
        }

        var local = TimeZoneInfo.ConvertTime(at, clock.LocalTimeZone);
        var morning = new DateTimeOffset(local.Date.AddHours(7), local.Offset);
        return (morning > local ? morning : morning.AddDays(1)).ToUniversalTime();
    }
}
