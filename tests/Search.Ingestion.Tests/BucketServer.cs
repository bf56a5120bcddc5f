using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using System.Xml.Linq;
using Search.Testing;

namespace Search.Ingestion.Tests;

/// <summary>What a server of S3 does of writing, reading, listing and deleting objects, in memory.</summary>
internal sealed class BucketServer : IDisposable
{
    private readonly ConcurrentDictionary<string, byte[]> _objects = new(StringComparer.Ordinal);
    private readonly HttpListener _listener = new();

    public BucketServer()
    {
        Address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{PostgresServer.FreePort()}");
        _listener.Prefixes.Add(Address + "/");
        _listener.Start();
        _ = ServeAsync();
    }

    public string Address { get; }

    public void Dispose() => ((IDisposable)_listener).Dispose();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync().ConfigureAwait(false);
                await AnswerAsync(context).ConfigureAwait(false);
                context.Response.Close();
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var (request, response) = (context.Request, context.Response);
        var key = Uri.UnescapeDataString(request.Url!.AbsolutePath);
        switch (request.HttpMethod)
        {
            case "PUT":
                using (var body = new MemoryStream())
                {
                    await request.InputStream.CopyToAsync(body).ConfigureAwait(false);
                    var isChunked = request.Headers["x-amz-content-sha256"]?.StartsWith("STREAMING", StringComparison.Ordinal) == true;
                    _objects[key] = isChunked ? Unchunk(body.ToArray()) : body.ToArray();
                }

                response.Headers["ETag"] = "\"x\"";
                break;
            case "DELETE":
                _objects.TryRemove(key, out _);
                response.StatusCode = (int)HttpStatusCode.NoContent;
                break;
            case "GET" when request.QueryString["list-type"] is not null:
                await WriteAsync(response, Encoding.UTF8.GetBytes(List(key.TrimEnd('/'), request.QueryString["prefix"] ?? "", request.QueryString["delimiter"]))).ConfigureAwait(false);
                break;
            case "GET" when _objects.TryGetValue(key, out var content):
                await WriteAsync(response, content).ConfigureAwait(false);
                break;
            default:
                response.StatusCode = (int)HttpStatusCode.NotFound;
                await WriteAsync(response, "<Error><Code>NoSuchKey</Code></Error>"u8.ToArray()).ConfigureAwait(false);
                break;
        }
    }

    private static async Task WriteAsync(HttpListenerResponse response, byte[] content)
    {
        response.ContentLength64 = content.Length;
        await response.OutputStream.WriteAsync(content).ConfigureAwait(false);
    }

    private string List(string bucket, string prefix, string? delimiter)
    {
        var keys = _objects.Keys.Where(key => key.StartsWith($"{bucket}/{prefix}", StringComparison.Ordinal))
            .Select(key => key[(bucket.Length + 1)..]).Order(StringComparer.Ordinal).ToList();
        var folders = keys.Where(key => delimiter is not null && key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal) >= 0)
            .Select(key => key[..(key.IndexOf(delimiter!, prefix.Length, StringComparison.Ordinal) + 1)]).Distinct(StringComparer.Ordinal).ToList();
        XNamespace space = "http://s3.amazonaws.com/doc/2006-03-01/";
        return new XElement(
            space + "ListBucketResult",
            new XElement(space + "IsTruncated", "false"),
            keys.Where(key => !folders.Exists(folder => key.StartsWith(folder, StringComparison.Ordinal)))
                .Select(key => new XElement(space + "Contents", new XElement(space + "Key", key), new XElement(space + "Size", _objects[bucket + "/" + key].Length))),
            folders.Select(folder => new XElement(space + "CommonPrefixes", new XElement(space + "Prefix", folder)))).ToString();
    }

    /// <summary>Each chunk has its length in hexadecimal before it; what follows the last one is a check.</summary>
    private static byte[] Unchunk(byte[] body)
    {
        using var content = new MemoryStream();
        for (var at = 0; ;)
        {
            var end = body.AsSpan(at).IndexOf("\r\n"u8) + at;
            var length = int.Parse(Encoding.ASCII.GetString(body, at, end - at).Split(';')[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (length == 0)
            {
                return content.ToArray();
            }

            content.Write(body, end + 2, length);
            at = end + 2 + length + 2;
        }
    }
}
