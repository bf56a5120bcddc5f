using System.Net.Sockets;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Search.Ingestion.Handover;

/// <summary>The socket of a data folder: where it lies, and the lines that go over it.</summary>
internal static class HandoverSocket
{
    private const string FileName = "host.sock";

    /// <summary>What a Unix socket's address holds.</summary>
    private const int LongestPath = 100;

    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Path of the socket; null where the folder's path is too long for one.</summary>
    public static string? PathOf(string dataDirectory)
    {
        var path = Path.Combine(Path.GetFullPath(dataDirectory), FileName);
        return System.Text.Encoding.UTF8.GetByteCount(path) <= LongestPath ? path : null;
    }

    /// <summary>Connects to the host of a data folder; null where none listens.</summary>
    public static async Task<Socket?> TryConnectAsync(string dataDirectory, CancellationToken ct)
    {
        if (PathOf(dataDirectory) is not { } path || !File.Exists(path))
        {
            return null;
        }

        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), ct).ConfigureAwait(false);
            return socket;
        }
        catch (SocketException)
        {
            socket.Dispose(); // Left by a host that was killed.
            return null;
        }
    }

    public static string Write(HandoverMessage message) => JsonSerializer.Serialize(message, Json);

    /// <summary>The next message; null when the other side is gone or says something else.</summary>
    public static async Task<HandoverMessage?> ReadAsync(StreamReader reader, CancellationToken ct)
    {
        try
        {
            return await reader.ReadLineAsync(ct).ConfigureAwait(false) is { } line
                ? JsonSerializer.Deserialize<HandoverMessage>(line, Json)
                : null;
        }
        catch (Exception error) when (error is JsonException or IOException)
        {
            return null;
        }
    }
}
