using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Search.Testing;

/// <summary>A port on loopback that passes everything on to a server: it counts what goes through, can be cut, can stand
/// still, and can lose the answer to one message.</summary>
public sealed class LinkToServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly List<TcpClient> _open = [];
    private readonly int _server;
    private readonly byte[] _message;
    private long _bytes;
    private int _losses;
    private int _connections;
    private volatile bool _isCut;
    private volatile bool _isStill;

    /// <param name="server">Port of the server.</param>
    /// <param name="message">The message whose answer can be lost, in ASCII.</param>
    public LinkToServer(int server, string message = "COMMIT")
    {
        _server = server;
        _message = Encoding.ASCII.GetBytes(message);
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>The port.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Bytes that went to the server.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>Connections that were made so far.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>Answers that are still to be lost: the server gets the message, its answer goes nowhere.</summary>
    public int Losses
    {
        get => Volatile.Read(ref _losses);
        set => Volatile.Write(ref _losses, value);
    }

    /// <summary>Closes what is open and takes nothing until it is mended.</summary>
    public void Cut()
    {
        _isCut = true;
        Close();
    }

    /// <summary>Takes connections again.</summary>
    public void Mend() => _isCut = false;

    /// <summary>From now on takes connections and answers none, as a machine does that stands still.</summary>
    public void StandStill() => _isStill = true;

    public void Dispose()
    {
        _end.Cancel();
        _listener.Stop();
        Close();
        _end.Dispose();
    }

    private void Close()
    {
        lock (_open)
        {
            _open.ForEach(client => client.Dispose());
            _open.Clear();
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_end.Token);
                Interlocked.Increment(ref _connections);
                if (_isCut)
                {
                    client.Dispose();
                    continue;
                }

                var server = new TcpClient();
                await server.ConnectAsync(IPAddress.Loopback, _server, _end.Token);
                lock (_open)
                {
                    _open.AddRange([client, server]);
                }

                var link = new Pair(client, server);
                _ = PassAsync(link, client, server, isToServer: true);
                _ = PassAsync(link, server, client, isToServer: false);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The end.
        }
    }

    private async Task PassAsync(Pair link, TcpClient from, TcpClient to, bool isToServer)
    {
        var buffer = new byte[64 << 10];
        try
        {
            for (int read; (read = await from.GetStream().ReadAsync(buffer, _end.Token)) > 0;)
            {
                if (_isStill)
                {
                    continue;
                }

                if (isToServer)
                {
                    Interlocked.Add(ref _bytes, read);
                    if (buffer.AsSpan(0, read).IndexOf(_message) >= 0 && Losses > 0)
                    {
                        Losses--;
                        link.IsLost = true;
                    }
                }
                else if (link.IsLost)
                {
                    break;
                }

                await to.GetStream().WriteAsync(buffer.AsMemory(0, read), _end.Token);
            }
        }
        catch (Exception error) when (error is IOException or OperationCanceledException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // One side went.
        }

        link.Dispose();
    }

    private sealed class Pair(TcpClient client, TcpClient server) : IDisposable
    {
        public volatile bool IsLost;

        public void Dispose()
        {
            client.Dispose();
            server.Dispose();
        }
    }
}
