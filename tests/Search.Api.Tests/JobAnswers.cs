using System.Net;
using System.Text.Json;

namespace Search.Api.Tests;

/// <summary>Sends files with a key and waits for their jobs.</summary>
internal static class JobAnswers
{
    public static async Task<HttpResponseMessage> UploadAsync(this HttpClient client, string name, HttpContent body, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ingest?name=" + Uri.EscapeDataString(name)) { Content = body };
        return await client.SendAsync(request, key);
    }

    public static async Task<HttpResponseMessage> SendAsync(this HttpClient client, HttpRequestMessage request, string key)
    {
        request.Headers.Authorization = new("Bearer", key);
        return await client.SendAsync(request);
    }

    public static async Task<JsonElement> JsonAsync(this HttpClient client, string path, string key, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        using var response = await client.SendAsync(request, key);
        return await response.JsonAsync(expected);
    }

    /// <summary>Asks for the accepted job until it has ended; only a job that hangs is given up.</summary>
    public static async Task<JsonElement> JobAsync(this HttpClient client, HttpResponseMessage accepted, string key)
    {
        var first = await accepted.JsonAsync(HttpStatusCode.Accepted);
        var path = accepted.Headers.Location!.ToString();
        Assert.Equal(path, first.GetProperty("links").GetProperty("self").GetString());
        using var hung = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (true)
        {
            var job = await client.JsonAsync(path, key);
            if (job.GetProperty("finishedAt").ValueKind is not JsonValueKind.Null)
            {
                return job;
            }

            Assert.Contains(job.GetProperty("status").GetString(), (string[])["queued", "running"]);
            await Task.Delay(TimeSpan.FromMilliseconds(50), hung.Token);
        }
    }
}
