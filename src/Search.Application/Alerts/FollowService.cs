using Search.Application.Accounts;
using Search.Application.Contracts;
using Search.Application.Errors;
using Search.Application.Lines;
using Search.Application.Reading;
using Search.Application.UseCases;
using Search.Documents;
using Search.Store;

namespace Search.Application.Alerts;

/// <summary>What people and tools follow in one collection, and what was found for them. Everything is on disk when a call returns.</summary>
internal sealed class FollowService(CollectionReader reader, DocumentService documents, GraphService graphs, TimeProvider clock)
{
    private const int MostFollows = 1000;
    private const int LongestName = 200;

    private readonly RecordCache<Follow> _follows = new(reader.Store.Records, RecordKinds.Follow);

    /// <summary>Matches what arrives.</summary>
    public AlertMatcher Matcher { get; } = new(reader, graphs, clock);

    private IRecordStore Records => reader.Store.Records;

    /// <summary>Everything that is followed here, by whomever.</summary>
    public IReadOnlyList<Follow> All() => _follows.All;

    /// <summary>What somebody follows, latest first.</summary>
    /// <param name="owner">Whose.</param>
    public IReadOnlyList<FollowLine> List(string owner) =>
        [.. Records.Of(RecordKinds.Follow, owner).Select(RecordJson.Read<Follow>).OrderByDescending(follow => follow.CreatedAt).Select(Line)];

    /// <summary>One of somebody's; null where there is none of that id, or it is another's.</summary>
    public Follow? Find(string owner, string id) =>
        Records.Read(RecordKinds.Follow, id) is { } record && string.Equals(record.Subject, owner, StringComparison.Ordinal) ? RecordJson.Read<Follow>(record) : null;

    /// <summary>Follows something from now on: what is there already is no news.</summary>
    /// <param name="request">What.</param>
    /// <param name="owner">Whose it is.</param>
    /// <param name="hasEmail">Whether the owner has an address for e-mail.</param>
    /// <param name="allows">Whether alerts may be sent to an address.</param>
    /// <exception cref="SearchException">What is asked for cannot be followed.</exception>
    public FollowLine Add(FollowRequest request, string owner, bool hasEmail, Func<Uri, bool> allows)
    {
        ArgumentNullException.ThrowIfNull(request);
        var kind = request.Kind ?? (string.IsNullOrWhiteSpace(request.Document) ? FollowKinds.Search : FollowKinds.CitedBy);
        if (!FollowKinds.All.Contains(kind, StringComparer.Ordinal))
        {
            throw FilterValues.OneOf("kind", kind, FollowKinds.All);
        }

        var mail = string.IsNullOrWhiteSpace(request.Mail) ? MailRhythms.None : request.Mail;
        if (!MailRhythms.All.Contains(mail, StringComparer.Ordinal))
        {
            throw FilterValues.OneOf("mail", mail, MailRhythms.All);
        }

        if (mail is not MailRhythms.None && !hasEmail)
        {
            throw SearchException.Invalid("mail", "Tài khoản chưa có địa chỉ thư điện tử.", "The account has no e-mail address.");
        }

        var webhook = Webhook(request.Webhook, allows);
        var follow = new Follow
        {
            Id = Secrets.NewId(bytes: 8),
            Owner = owner,
            Kind = kind,
            Name = "",
            Mail = mail,
            Webhook = webhook,
            WebhookSecret = webhook is null ? null : Secrets.New(),
            CreatedAt = clock.GetUtcNow(),
        };
        follow = kind is FollowKinds.Search ? OfSearch(follow, request) : OfDocument(follow, request);
        follow = follow with { Name = string.IsNullOrWhiteSpace(request.Name) ? follow.Name : Short(request.Name.Trim()) };
        Records.Write(changes =>
        {
            if (changes.Of(RecordKinds.Follow, owner).Count >= MostFollows)
            {
                throw SearchException.Limit("kind", $"Chỉ theo dõi được {MostFollows} mục.", $"No more than {MostFollows} things can be followed.");
            }

            changes.Put(RecordKinds.Follow, follow.Id, RecordJson.Write(follow), owner);
            return true;
        });
        return Line(follow) with { Secret = follow.WebhookSecret };
    }

    /// <summary>Follows something no longer; its alerts go with it.</summary>
    /// <returns>False where there is none of that id, or it is another's.</returns>
    public bool Remove(string owner, string id) => Records.Write(changes =>
    {
        if (changes.Read(RecordKinds.Follow, id) is not { } record || !string.Equals(record.Subject, owner, StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var alert in changes.Of(RecordKinds.Alert, id))
        {
            changes.Remove(RecordKinds.Alert, alert.Id);
            changes.Remove(RecordKinds.Outbox, $"{AlertDelivery.Mail}.{alert.Id}");
            changes.Remove(RecordKinds.Outbox, $"{AlertDelivery.Webhook}.{alert.Id}");
        }

        return changes.Remove(RecordKinds.Follow, id);
    });

    /// <summary>What a follow found in this collection, latest first. Documents that are gone are left out.</summary>
    /// <param name="follow">Id of the follow.</param>
    public IReadOnlyList<AlertLine> Alerts(string follow) =>
    [
        .. Records.Of(RecordKinds.Alert, follow).Select(RecordJson.Read<Alert>).OrderByDescending(alert => alert.At).ThenBy(alert => alert.Id, StringComparer.Ordinal)
            .Select(Line).OfType<AlertLine>(),
    ];

    /// <summary>An alert with its document; null where that is gone.</summary>
    public AlertLine? Line(Alert alert) => DocumentKey.TryParse(alert.Document, out var key) && reader.Summary(key) is { } summary
        ? new AlertLine(
            alert.Id, alert.Follow, alert.Name, alert.At, alert.IsChange, DocumentLines.Of(summary),
            [.. alert.Deliveries.Select(delivery => new DeliveryLine(delivery.Key, delivery.Value.State, delivery.Value.Attempts, delivery.Value.At, delivery.Value.Problem))])
        : null;

    private FollowLine Line(Follow follow)
    {
        var alerts = Records.Of(RecordKinds.Alert, follow.Id).Select(RecordJson.Read<Alert>).ToList();
        return new FollowLine(
            follow.Id, follow.Kind, follow.Name, follow.Search?.Q, follow.Search, follow.Document, follow.Mail, follow.Webhook, follow.CreatedAt,
            alerts.Count, alerts.Count == 0 ? null : alerts.Max(alert => alert.At), $"/api/follows/{follow.Id}/feed.atom");
    }

    private Follow OfSearch(Follow follow, FollowRequest request)
    {
        var search = (request.Search ?? new SearchQuery()) with { Cursor = null, Limit = null, Sort = null, Mode = null, Facets = null, Explain = null, Passages = null };
        search = string.IsNullOrWhiteSpace(request.Query) ? search : search with { Q = request.Query };
        using var lease = reader.Lease();
        var (readings, filters) = SavedSearch.Read(search, reader, lease.Snapshot);
        return string.IsNullOrWhiteSpace(search.Q) && readings[0].Filters.Count == 0 && filters.Count == 0
            ? throw SearchException.Invalid("query", "Cần câu tìm hoặc bộ lọc để theo dõi.", "A query or a filter is needed.")
            : follow with { Search = search, Name = Short(string.IsNullOrWhiteSpace(search.Q) ? string.Join(", ", filters) : search.Q) };
    }

    private Follow OfDocument(Follow follow, FollowRequest request)
    {
        if (string.IsNullOrWhiteSpace(request.Document))
        {
            throw SearchException.Invalid("document", "Cần văn bản để theo dõi.", "A document is needed.");
        }

        var summary = documents.Record(request.Document).Summary;
        var name = summary.Number ?? summary.Title ?? summary.Key.Value;
        return follow.Kind switch
        {
            FollowKinds.Wanted when summary.Status is DocumentStatus.Present =>
                throw SearchException.Invalid("document", "Kho đã có văn bản này.", "The collection holds this document already."),
            FollowKinds.Wanted => follow with { Document = summary.Key.Value, Name = Short("Chờ văn bản " + name) },
            FollowKinds.Chain => follow with { Document = summary.Key.Value, Name = Short("Chuỗi thực hiện " + name), Known = [.. AlertMatcher.Chained(graphs, summary.Key)] },
            _ => follow with { Document = summary.Key.Value, Name = Short("Dẫn chiếu đến " + name), Known = [.. AlertMatcher.Citing(reader.Store, summary.Key)] },
        };
    }

    private static string? Webhook(string? address, Func<Uri, bool> allows)
    {
        if (string.IsNullOrWhiteSpace(address))
        {
            return null;
        }

        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && uri.UserInfo.Length == 0 && allows(uri)
            ? uri.AbsoluteUri
            : throw SearchException.Invalid("webhook", "Người quản trị chưa cho phép gửi báo tin đến địa chỉ này.", "The operator does not allow alerts to this address.");
    }

    private static string Short(string name) => name.Length <= LongestName ? name : name[..LongestName];
}
