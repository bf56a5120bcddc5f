using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Search.Api.Tests;

/// <summary>A browser as far as forms and cookies go: keeps cookies, follows redirects, names its origin.</summary>
internal sealed partial class Browser : IDisposable
{
    private static int _last;

    private readonly HttpClient _client;
    private readonly Uri _host;
    private readonly byte _place = (byte)Interlocked.Increment(ref _last);

    public Browser(string host)
    {
        _host = new Uri(host);
        _client = new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false, ConnectCallback = ConnectAsync });
        _client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    public CookieContainer Cookies { get; } = new();

    /// <summary>Where the last page lies.</summary>
    public string Path { get; private set; } = "/";

    /// <summary>Status of the last page.</summary>
    public int Status { get; private set; }

    /// <summary>The last page.</summary>
    public string Page { get; private set; } = "";

    public Task<int> GetAsync(string path) => SendAsync(HttpMethod.Get, new Uri(_host, path), form: null);

    /// <summary>Sends a form of the last page with its hidden fields.</summary>
    public Task<int> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        var form = Page.Split("<form", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(part => part.Split("</form>")[0])
            .FirstOrDefault(part => part.Contains($"action=\"{path}\"", StringComparison.Ordinal) || !part.Contains("action=", StringComparison.Ordinal)) ?? "";
        var all = Hidden().Matches(form).ToDictionary(field => field.Groups["name"].Value, field => WebUtility.HtmlDecode(field.Groups["value"].Value), StringComparer.Ordinal);
        foreach (var (name, value) in fields)
        {
            all[name] = value;
        }

        return SendAsync(HttpMethod.Post, new Uri(_host, path), all);
    }

    /// <summary>Sends fields alone, as a page of another site would.</summary>
    public Task<int> ForgeAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync(HttpMethod.Post, new Uri(_host, path), fields.ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal), "https://evil.example");

    public void Dispose() => _client.Dispose();

    /// <summary>Each browser sits at a loopback address of its own, so that limits by address do not mix them up.</summary>
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(new IPAddress([127, 0, 1, _place]), 0));
        await socket.ConnectAsync(context.DnsEndPoint, stop);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private async Task<int> SendAsync(HttpMethod method, Uri address, Dictionary<string, string>? form, string? origin = null)
    {
        for (var step = 0; step < 10; step++)
        {
            using var request = new HttpRequestMessage(method, address);
            if (form is not null)
            {
                request.Content = new FormUrlEncodedContent(form);
                request.Headers.Add("Origin", origin ?? _host.GetLeftPart(UriPartial.Authority));
            }

            using var answer = await _client.SendAsync(request);
            if ((int)answer.StatusCode is >= 301 and <= 303 && answer.Headers.Location is { } location)
            {
                (method, address, form) = (HttpMethod.Get, new Uri(address, location), null);
                continue;
            }

            (Path, Status, Page) = (address.PathAndQuery, (int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
            return Status;
        }

        throw new InvalidOperationException($"Redirected without end: {address}");
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Hidden();
}
