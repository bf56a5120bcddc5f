using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Search.Api.Tests;

/// <summary>A mail server on loopback that keeps what it takes, and refuses or hangs when it is told to.</summary>
internal sealed class SmtpReceiver : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();

    public SmtpReceiver()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The messages that were taken, headers and body.</summary>
    public ConcurrentQueue<string> Messages { get; } = [];

    /// <summary>What becomes of the n-th connection: <c>ok</c>, <c>refuse</c>, <c>hang</c>, <c>drop</c> (takes the message and closes without a word).</summary>
    public Func<int, string> Mood { get; set; } = static _ => "ok";

    public int Connections { get; private set; }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _ = ServeAsync(client, Mood(Connections++));
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client, string mood)
    {
        try
        {
            using var connection = client;
            await using var stream = connection.GetStream();
            using var reader = new StreamReader(stream, Encoding.UTF8);
            await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\r\n" };
            if (mood is "hang")
            {
                await Task.Delay(Timeout.Infinite, _stop.Token);
            }

            await writer.WriteLineAsync("220 localhost");
            while (await reader.ReadLineAsync(_stop.Token) is { } line)
            {
                if (line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase))
                {
                    await writer.WriteLineAsync("354 go on");
                    var message = new StringBuilder();
                    string? text;
                    while ((text = await reader.ReadLineAsync(_stop.Token)) is not (null or "."))
                    {
                        message.Append(text).Append('\n');
                    }

                    if (text is null)
                    {
                        return; // Whoever sent it died before its end.
                    }

                    Messages.Enqueue(message.ToString());
                    if (mood is "drop")
                    {
                        return;
                    }
                }
                else if (line.StartsWith("MAIL", StringComparison.OrdinalIgnoreCase) && mood is "refuse")
                {
                    await writer.WriteLineAsync("451 later");
                    continue;
                }

                await writer.WriteLineAsync(line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase) ? "221 bye" : "250 ok");
            }
        }
        catch (Exception error) when (error is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // Whoever called is gone.
        }
    }
}
