using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Search.Application.Accounts;
using Search.Application.Alerts;
using Search.Application.Contracts;

namespace Search.Api.Tests;

/// <summary>Alerts to receivers that fail, hang, answer 500 and are cut off in between, by a clock of the test's own.</summary>
public sealed partial class AlertDeliveryTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 8, 15, 0, TimeSpan.Zero));
    private readonly ConcurrentQueue<(string Id, bool IsSigned)> _posts = [];
    private readonly SmtpReceiver _smtp = new();
    private readonly AlertOptions _options = new() { MailHost = "127.0.0.1", MailSecurity = "none", AllowPrivateWebhooks = true, Timeout = TimeSpan.FromMilliseconds(500), Attempts = 6, Address = "https://vanban.example" };
    private PaperCollection _papers = null!;
    private WebApplication _hook = null!;
    private Account _account = null!;
    private string _secret = "";
    private Func<HttpContext, int, Task> _mood = static (_, _) => Task.CompletedTask;
    private int _calls;

    public async ValueTask InitializeAsync()
    {
        _papers = new PaperCollection(_clock);
        _options.MailPort = _smtp.Port;
        _options.WebhookHosts.Add("127.0.0.1");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _hook = builder.Build();
        _hook.Urls.Add("http://127.0.0.1:0");
        _hook.MapPost("/bao-tin", async (HttpContext context) =>
        {
            var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            var time = context.Request.Headers["X-Alert-Time"].ToString();
            var isSigned = string.Equals(context.Request.Headers["X-Alert-Signature"], "sha256=" + WebhookChannel.Sign(_secret, time, body.ToArray()), StringComparison.Ordinal)
                && Encoding.UTF8.GetString(body.ToArray()).Contains("\"url\":\"https://vanban.example/van-ban/", StringComparison.Ordinal);
            _posts.Enqueue((context.Request.Headers["X-Alert-Id"].ToString(), isSigned));
            await _mood(context, Interlocked.Increment(ref _calls));
        });
        await _hook.StartAsync();
        var records = _papers.Collection.System.Store.Records;
        var directory = new AccountDirectory(records, _clock);
        var accounts = new AccountService(records, directory, _clock);
        _account = accounts.Add("ha", Roles.Reader, null, null, TimeSpan.FromHours(1)).Account;
        _account = accounts.Change("ha", account => account with { Email = "ha@example.vn" });
        _papers.Paper("000.txt", "99-KH/TU", "KẾ HOẠCH", new DateOnly(2018, 3, 2), "về việc khác", "Nội dung.");
        await _papers.IngestAsync();
        Match();
    }

    public async ValueTask DisposeAsync()
    {
        await _hook.DisposeAsync();
        _smtp.Dispose();
        _papers.Dispose();
    }

    [Fact]
    public async Task EveryAlertArrivesUnderOneIdThroughFailuresHangsAndTwentyCrashes()
    {
        var follow = Follow("hourly");
        var random = new Random(20);
        _mood = async (context, call) =>
        {
            switch (call % 5)
            {
                case 0:
                    context.Response.StatusCode = 500;
                    break;
                case 2:
                    await Task.Delay(TimeSpan.FromMinutes(5), context.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
                    break;
                default:
                    break;
            }
        };
        _smtp.Mood = n => (n % 4) switch { 0 => "refuse", 1 => "drop", 2 => "hang", _ => "ok" };
        for (var crash = 0; crash < 20; crash++)
        {
            _papers.Paper($"{crash + 1:000}.txt", $"{100 + crash}-KH/TU", "KẾ HOẠCH", new DateOnly(2018, 3, 2), $"về khuyến học năm {crash}", $"Đẩy mạnh phong trào khuyến học thứ {crash}.");
            await _papers.IngestAsync();
            if (crash % 3 != 2)
            {
                Match();
            }

            // The host dies while it sends: whatever was taken and not noted is sent again.
            using var death = new CancellationTokenSource(TimeSpan.FromMilliseconds(random.Next(5, 300)));
            await SendAsync(death.Token);
            _papers.Restart();
            _clock.Advance(TimeSpan.FromMinutes(30));
        }

        Match();
        for (var turn = 0; turn < 60 && Alerts(follow).Any(alert => alert.Deliveries.Any(delivery => delivery.State is AlertDelivery.Waiting)); turn++)
        {
            await SendAsync(CancellationToken.None);
            _clock.Advance(TimeSpan.FromMinutes(61));
        }

        var alerts = Alerts(follow);
        Assert.Equal(20, alerts.Count);
        Assert.Equal(20, alerts.Select(alert => alert.Document.Key).Distinct(StringComparer.Ordinal).Count());
        Assert.All(_posts, post => Assert.True(post.IsSigned));
        var posted = _posts.Select(post => post.Id).ToHashSet(StringComparer.Ordinal);
        var mailed = _smtp.Messages.SelectMany(message => Codes().Matches(Decoded(message)).Select(match => match.Groups["id"].Value)).ToHashSet(StringComparer.Ordinal);
        foreach (var alert in alerts)
        {
            foreach (var delivery in alert.Deliveries)
            {
                Assert.True(delivery.State is AlertDelivery.Sent or AlertDelivery.Undelivered, $"{delivery}");
                Assert.True(delivery.State is not AlertDelivery.Sent || (delivery.Channel is AlertDelivery.Webhook ? posted : mailed).Contains(alert.Id), $"{alert.Id} {delivery}");
            }
        }

        Assert.Subset(alerts.Select(alert => alert.Id).ToHashSet(StringComparer.Ordinal), posted);
        Assert.Contains(alerts, alert => alert.Deliveries.All(delivery => delivery.State is AlertDelivery.Sent));
        // A message that had to be sent again is the same message.
        var messages = _smtp.Messages.Select(message => (Id: Message().Match(message).Groups["id"].Value, Body: string.Join(' ', Codes().Matches(Decoded(message)).Select(match => match.Groups["id"].Value).Order(StringComparer.Ordinal))));
        Assert.All(messages.GroupBy(message => message.Id, StringComparer.Ordinal), same => Assert.Single(same.Select(message => message.Body).Distinct(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task WhatNobodyTakesIsShownAsUndelivered()
    {
        var follow = Follow("daily");
        _mood = static (context, _) =>
        {
            context.Response.Redirect("http://169.254.169.254/latest");
            return Task.CompletedTask;
        };
        _smtp.Mood = static _ => "refuse";
        _papers.Paper("001.txt", "100-KH/TU", "KẾ HOẠCH", new DateOnly(2018, 3, 2), "về khuyến học", "Khuyến học.");
        await _papers.IngestAsync();
        Match();
        await SendAsync(CancellationToken.None);
        // The digest waits for the morning; the webhook does not.
        Assert.Equal([(AlertDelivery.Mail, 0), (AlertDelivery.Webhook, 1)], Assert.Single(Alerts(follow)).Deliveries.Select(delivery => (delivery.Channel, delivery.Attempts)).Order());
        for (var turn = 0; turn < 40; turn++)
        {
            _clock.Advance(TimeSpan.FromHours(3));
            await SendAsync(CancellationToken.None);
        }

        Assert.All(Assert.Single(Alerts(follow)).Deliveries, delivery => Assert.Equal((AlertDelivery.Undelivered, 6), (delivery.State, delivery.Attempts)));
        Assert.Contains(Alerts(follow)[0].Deliveries, delivery => delivery.Problem!.Contains("302", StringComparison.Ordinal));
        Assert.All(_posts, post => Assert.True(post.IsSigned));
        Assert.Equal(6, _posts.Count);
        Assert.Empty(_smtp.Messages);
    }

    [Theory]
    [InlineData("https://hook.example.vn/x", true)]
    [InlineData("https://HOOK.example.vn:8443/x", true)]
    [InlineData("http://hook.example.vn/x", false)]
    [InlineData("https://a.co-quan.vn/", true)]
    [InlineData("https://co-quan.vn/", false)]
    [InlineData("https://xco-quan.vn/", false)]
    [InlineData("https://hook.example.vn.evil.vn/", false)]
    [InlineData("https://10.1.2.3/", false)]
    [InlineData("https://8.8.8.8/", true)]
    public void OnlyAllowedHostsAreSentTo(string address, bool isAllowed)
    {
        var options = new AlertOptions();
        foreach (var host in (string[])["hook.example.vn", "*.co-quan.vn", "10.1.2.3", "8.8.8.8"])
        {
            options.WebhookHosts.Add(host);
        }

        using var channel = new WebhookChannel(options, _clock);
        Assert.Equal(isAllowed, channel.Allows(new Uri(address)));
    }

    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.0.0.1", false)]
    [InlineData("172.31.255.1", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("fe80::1", false)]
    [InlineData("fec0::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:a00:1::", false)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("8.8.8.8", true)]
    public void AddressesOfOnesOwnAreNotPublic(string address, bool isPublic) => Assert.Equal(isPublic, PublicAddresses.Contains(IPAddress.Parse(address)));

    [Fact]
    public async Task ANameThatLeadsIntoAPrivateNetworkIsRefused()
    {
        // localhost stands for a public name whose address was changed after it had been allowed.
        var options = new AlertOptions { Timeout = TimeSpan.FromSeconds(2) };
        options.WebhookHosts.Add("localhost");
        using var channel = new WebhookChannel(options, _clock);
        var follow = new Follow { Id = "1", Owner = "2", Kind = "search", Name = "x", Mail = "none", CreatedAt = default, Webhook = "https://localhost:" + new Uri(_hook.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port + "/bao-tin" };
        var line = new AlertLine("3", "1", "x", default, false, new DocumentLine { Key = "a", Slug = "a", Status = "present", Url = "/van-ban/a" }, []);
        Assert.Contains("private network", await channel.SendAsync(follow, line, CancellationToken.None), StringComparison.Ordinal);
        Assert.Empty(_posts);
    }

    private FollowLine Follow(string mail)
    {
        var address = _hook.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/bao-tin";
        using var channel = new WebhookChannel(_options, _clock);
        var line = _papers.Collection.Follows.Add(new FollowRequest { Query = "khuyến học", Mail = mail, Webhook = address }, _account.Id, hasEmail: true, channel.Allows);
        _secret = line.Secret!;
        return line;
    }

    private IReadOnlyList<AlertLine> Alerts(FollowLine follow) => _papers.Collection.Follows.Alerts(follow.Id);

    private void Match()
    {
        _clock.Advance(TimeSpan.FromSeconds(1)); // what is read is a tenth of a second old at most
        _papers.Collection.Follows.Matcher.Match(_papers.Collection.Follows.All(), CancellationToken.None, isFollowing: true);
    }

    private async Task SendAsync(CancellationToken stop)
    {
        var follows = _papers.Collection.Follows;
        var directory = new AccountDirectory(_papers.Collection.System.Store.Records, _clock);
        using var channel = new WebhookChannel(_options, _clock);
        var sender = new AlertSender(_papers.Collection.CollectionReader, follows, directory, channel, new MailChannel(_options, _clock), _options, _clock);
        try
        {
            await sender.SendAsync(follows.Find, static _ => true, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The host is dead.
        }
    }

    private static string Decoded(string message)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(message.Replace("\n", "\r\n", StringComparison.Ordinal)));
        return MimeKit.MimeMessage.Load(stream).TextBody ?? "";
    }

    [GeneratedRegex("Mã báo tin: (?<id>[0-9a-f]{32})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Codes();

    [GeneratedRegex("^Message-Id: <(?<id>[^>]+)>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Message();
}
