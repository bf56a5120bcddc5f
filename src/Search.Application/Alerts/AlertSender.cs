using Search.Application.Accounts;
using Search.Application.Contracts;
using Search.Application.Reading;
using Search.Store;

namespace Search.Application.Alerts;

/// <summary>
/// Sends what waits in one collection's outbox. It leaves the outbox when the receiver has it, in the transaction that notes so:
/// after a crash in between it is sent again under the same id. What fails is tried again, later each time; what is given up
/// is shown as undelivered.
/// </summary>
internal sealed class AlertSender(
    CollectionReader reader, FollowService follows, AccountDirectory directory, WebhookChannel webhooks, MailChannel mails, AlertOptions options, TimeProvider clock)
{
    private const int MostAtOnce = 4;
    private const int MostOfADigest = 200;

    private static readonly TimeSpan[] Waits =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(6)];

    private IRecordStore Records => reader.Store.Records;

    /// <summary>Sends what is due.</summary>
    /// <param name="find">A follow by its owner and id, wherever it lies.</param>
    /// <param name="maySee">Whether an owner may see this collection now.</param>
    /// <param name="stop">Stops the sending; what is under way is sent again by the next turn.</param>
    public async Task SendAsync(Func<string, string, Follow?> find, Func<string, bool> maySee, CancellationToken stop)
    {
        await Parallel.ForEachAsync(Due(AlertDelivery.Webhook), new ParallelOptions { MaxDegreeOfParallelism = MostAtOnce, CancellationToken = stop }, async (entry, token) =>
            await SendAsync(AlertDelivery.Webhook, [entry], maySee, alerts => find(entry.Owner, entry.Follow) is { } follow
                ? webhooks.SendAsync(follow, alerts[0], token)
                : Task.FromResult<string?>("Không còn theo dõi. (Not followed any more.)")).ConfigureAwait(false)).ConfigureAwait(false);
        foreach (var digest in Digests())
        {
            stop.ThrowIfCancellationRequested();
            await SendAsync(AlertDelivery.Mail, digest, maySee, alerts => directory.Owner(digest[0].Owner).Account?.Email is { } address
                ? mails.SendAsync(digest[0].Message!, address, alerts, stop)
                : Task.FromResult<string?>("Tài khoản chưa có địa chỉ thư điện tử. (The account has no e-mail address.)")).ConfigureAwait(false);
        }
    }

    private List<OutboxEntry> Due(string channel)
    {
        var now = clock.GetUtcNow();
        return [.. Records.Of(RecordKinds.Outbox, channel).Select(RecordJson.Read<OutboxEntry>).Where(entry => entry.Due <= now).OrderBy(entry => entry.Due)];
    }

    /// <summary>What is due by e-mail, one list a message. Which alerts a message tells of is on disk before it is sent.</summary>
    private List<List<OutboxEntry>> Digests()
    {
        var due = Due(AlertDelivery.Mail);
        if (due.Count == 0)
        {
            return [];
        }

        var fresh = due.Where(entry => entry.Message is null).GroupBy(entry => entry.Owner, StringComparer.Ordinal)
            .SelectMany(own => own.Chunk(MostOfADigest)).SelectMany(chunk =>
            {
                var message = Secrets.NewId(bytes: 16);
                return chunk.Select(entry => entry with { Message = message });
            }).ToList();
        if (fresh.Count > 0)
        {
            Records.Write(changes =>
            {
                foreach (var entry in fresh.Where(entry => changes.Read(RecordKinds.Outbox, Id(AlertDelivery.Mail, entry)) is not null))
                {
                    changes.Put(RecordKinds.Outbox, Id(AlertDelivery.Mail, entry), RecordJson.Write(entry), AlertDelivery.Mail);
                }

                return true;
            });
        }

        return [.. due.Where(entry => entry.Message is not null).Concat(fresh).GroupBy(entry => entry.Message, StringComparer.Ordinal).Select(message => message.ToList())];
    }

    private async Task SendAsync(string channel, List<OutboxEntry> entries, Func<string, bool> maySee, Func<IReadOnlyList<AlertLine>, Task<string?>> send)
    {
        var alerts = entries.Select(entry => Records.Read(RecordKinds.Alert, entry.Alert) is { } record ? follows.Line(RecordJson.Read<Alert>(record)) : null).OfType<AlertLine>().ToList();
        if (!maySee(entries[0].Owner))
        {
            Note(channel, entries, "Người theo dõi không còn được xem văn bản này. (Its owner may not see the document any more.)", isGivenUp: true);
        }
        else if (alerts.Count == 0)
        {
            Note(channel, entries, "Văn bản không còn trong kho. (The document is gone.)", isGivenUp: true);
        }
        else
        {
            Note(channel, entries, await send(alerts).ConfigureAwait(false), isGivenUp: false);
        }
    }

    private void Note(string channel, List<OutboxEntry> entries, string? problem, bool isGivenUp) => Records.Write(changes =>
    {
        var now = clock.GetUtcNow();
        foreach (var entry in entries)
        {
            var attempts = entry.Attempts + 1;
            var isLast = isGivenUp || attempts >= options.Attempts;
            if (changes.Read(RecordKinds.Alert, entry.Alert) is { } record)
            {
                var alert = RecordJson.Read<Alert>(record);
                var state = problem is null ? AlertDelivery.Sent : isLast ? AlertDelivery.Undelivered : AlertDelivery.Waiting;
                var deliveries = new Dictionary<string, AlertDelivery>(alert.Deliveries, StringComparer.Ordinal) { [channel] = new AlertDelivery(state, attempts, now, problem) };
                changes.Put(RecordKinds.Alert, alert.Id, RecordJson.Write(alert with { Deliveries = deliveries }), alert.Follow);
            }

            if (problem is null || isLast)
            {
                changes.Remove(RecordKinds.Outbox, Id(channel, entry));
            }
            else if (changes.Read(RecordKinds.Outbox, Id(channel, entry)) is not null)
            {
                var wait = Waits[Math.Min(attempts, Waits.Length) - 1];
                changes.Put(RecordKinds.Outbox, Id(channel, entry), RecordJson.Write(entry with { Attempts = attempts, Due = now + wait }), channel);
            }
        }

        return true;
    });

    private static string Id(string channel, OutboxEntry entry) => $"{channel}.{entry.Alert}";
}
