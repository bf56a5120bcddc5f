using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Polly;
using Polly.Retry;
using Polly.Timeout;
using Search.Application.Contracts;

namespace Search.Application.Alerts;

/// <summary>
/// Posts alerts as JSON to addresses whose hosts the operator allowed. The name is looked up here and the connection goes to the
/// address that was checked, so that a name cannot lead elsewhere in between; nothing is followed that the receiver sends one to.
/// Each post carries the alert's id, the time and an HMAC-SHA256 over <c>time.body</c> by the follow's secret.
/// </summary>
internal sealed class WebhookChannel : IDisposable
{
    private readonly AlertOptions _options;
    private readonly TimeProvider _clock;
    private readonly HttpClient _client;
    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;

    public WebhookChannel(AlertOptions options, TimeProvider clock)
    {
        (_options, _clock) = (options, clock);
        _client = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseProxy = false,
                UseCookies = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(1),
                ConnectCallback = ConnectAsync,
            },
            disposeHandler: true)
        { Timeout = Timeout.InfiniteTimeSpan };
        _pipeline = new ResiliencePipelineBuilder<HttpResponseMessage>()
            .AddTimeout(new TimeoutStrategyOptions { Timeout = options.Timeout * 3 })
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                ShouldHandle = new PredicateBuilder<HttpResponseMessage>()
                    .Handle<HttpRequestException>(error => error.InnerException is not RefusedAddressException).Handle<TimeoutRejectedException>()
                    .HandleResult(response => (int)response.StatusCode is >= 500 or 408 or 429),
                MaxRetryAttempts = 1,
                Delay = TimeSpan.FromMilliseconds(200),
                UseJitter = true,
            })
            .AddTimeout(new TimeoutStrategyOptions { Timeout = options.Timeout })
            .Build();
    }

    /// <summary>Whether alerts may be sent to an address: its host is on the operator's list, over TLS and not into a private network
    /// unless that is allowed.</summary>
    public bool Allows(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var host = address.IdnHost;
        return _options.WebhookHosts.Any(allowed => allowed.StartsWith("*.", StringComparison.Ordinal)
                ? host.EndsWith(allowed[1..], StringComparison.OrdinalIgnoreCase) && host.Length > allowed.Length - 1
                : string.Equals(host, allowed, StringComparison.OrdinalIgnoreCase))
            && (_options.AllowPrivateWebhooks
                || (address.Scheme is "https" && (!IPAddress.TryParse(host.Trim('[', ']'), out var literal) || PublicAddresses.Contains(literal))));
    }

    /// <summary>Sends one alert.</summary>
    /// <returns>Null when the receiver has it, else why not.</returns>
    public async Task<string?> SendAsync(Follow follow, AlertLine alert, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(follow);
        ArgumentNullException.ThrowIfNull(alert);
        if (!Uri.TryCreate(follow.Webhook, UriKind.Absolute, out var address) || !Allows(address))
        {
            return "Địa chỉ này không còn được phép. (The address is not allowed any more.)";
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(
            new { alert.Id, alert.Follow, alert.Name, alert.At, alert.Change, alert.Document, Url = (_options.Address ?? "").TrimEnd('/') + alert.Document.Url }, WireJson.Compact);
        try
        {
            using var response = await _pipeline.ExecuteAsync(async token => await PostAsync(address, follow, alert, body, token).ConfigureAwait(false), stop).ConfigureAwait(false);
            return response.IsSuccessStatusCode
                ? null
                : string.Create(CultureInfo.InvariantCulture, $"Máy nhận trả lời {(int)response.StatusCode}. (The receiver answered {(int)response.StatusCode}.)");
        }
        catch (TimeoutRejectedException)
        {
            return "Máy nhận không trả lời kịp. (The receiver did not answer in time.)";
        }
        catch (HttpRequestException error) when (error.InnerException is RefusedAddressException)
        {
            return "Tên máy nhận dẫn vào mạng riêng. (The receiver's name leads into a private network.)";
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            return "Không kết nối được với máy nhận. (The receiver cannot be reached.)";
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<HttpResponseMessage> PostAsync(Uri address, Follow follow, AlertLine alert, byte[] body, CancellationToken stop)
    {
        var time = _clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json") { CharSet = "utf-8" };
        request.Headers.Add("X-Alert-Id", alert.Id);
        request.Headers.Add("X-Alert-Time", time);
        request.Headers.Add("X-Alert-Signature", "sha256=" + Sign(follow.WebhookSecret ?? "", time, body));
        return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop).ConfigureAwait(false);
    }

    /// <summary>HMAC-SHA256 over time, a dot and the body, in lower-case hex figures.</summary>
    internal static string Sign(string secret, string time, ReadOnlySpan<byte> body) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), (byte[])[.. Encoding.UTF8.GetBytes(time + "."), .. body]));

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, stop).ConfigureAwait(false);
        var allowed = _options.AllowPrivateWebhooks ? addresses : Array.FindAll(addresses, PublicAddresses.Contains);
        if (allowed.Length == 0)
        {
            throw new RefusedAddressException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, stop).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class RefusedAddressException : Exception;
}
