using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Search.Benchmarks.Load;

/// <summary>
/// One keep-alive connection that sends prepared requests and reads whole answers without keeping them: what costs
/// little, so that the figures are the server's.
/// </summary>
internal sealed class LoadClient(int port) : IDisposable
{
    private readonly byte[] _buffer = new byte[256 << 10];
    private Socket? _socket;
    private int _filled;

    /// <summary>Bytes of the last answer's body.</summary>
    public long BodyBytes { get; private set; }

    public static byte[] Request(string path, int port, string headers = "") => Encoding.ASCII.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n{headers}\r\n"));

    /// <summary>The status of the answer; its body is read to the end.</summary>
    /// <exception cref="SocketException">No connection.</exception>
    public int Get(byte[] request)
    {
        if (_socket is null)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Connect(IPAddress.Loopback, port);
            _socket = socket;
        }

        _socket.Send(request);
        _filled = 0;
        int head;
        while ((head = _buffer.AsSpan(0, _filled).IndexOf("\r\n\r\n"u8)) < 0)
        {
            Fill();
        }

        var header = _buffer.AsSpan(0, head + 2);
        Utf8Parser.TryParse(header[9..], out int status, out _);
        var at = head + 4;
        if (status is 304 or 204)
        {
            BodyBytes = 0;
        }
        else if (Find(header, "Content-Length: "u8) is var found and >= 0)
        {
            Utf8Parser.TryParse(header[found..], out long length, out _);
            BodyBytes = length;
            Skip(length - (_filled - at));
        }
        else
        {
            SkipChunks(at);
        }

        return status;
    }

    /// <summary>The value of a header of the last answer, where its head is still in the buffer.</summary>
    public string? Header(string name)
    {
        var head = _buffer.AsSpan(0, _buffer.AsSpan().IndexOf("\r\n\r\n"u8) + 2);
        var at = Find(head, Encoding.ASCII.GetBytes(name + ": "));
        return at < 0 ? null : Encoding.ASCII.GetString(head[at..(at + head[at..].IndexOf("\r\n"u8))]);
    }

    public void Dispose() => _socket?.Dispose();

    private static int Find(ReadOnlySpan<byte> header, ReadOnlySpan<byte> name)
    {
        var at = header.IndexOf(name);
        return at < 0 ? -1 : at + name.Length;
    }

    private void Fill()
    {
        var read = _socket!.Receive(_buffer, _filled, _buffer.Length - _filled, SocketFlags.None);
        if (read == 0)
        {
            throw new SocketException((int)SocketError.ConnectionReset);
        }

        _filled += read;
    }

    private void Skip(long left)
    {
        while (left > 0)
        {
            // The head is kept for Header; the body only passes through.
            var read = _socket!.Receive(_buffer, 8 << 10, (int)Math.Min(left, _buffer.Length - (8 << 10)), SocketFlags.None);
            if (read == 0)
            {
                throw new SocketException((int)SocketError.ConnectionReset);
            }

            left -= read;
        }
    }

    private void SkipChunks(int at)
    {
        BodyBytes = 0;
        while (true)
        {
            int line;
            while ((line = _buffer.AsSpan(at, _filled - at).IndexOf("\r\n"u8)) < 0)
            {
                FillAfter(ref at);
            }

            Utf8Parser.TryParse(_buffer.AsSpan(at, line), out int size, out _, 'x');
            at += line + 2;
            var left = size + 2;
            BodyBytes += size;
            while (left > _filled - at)
            {
                left -= _filled - at;
                at = _filled;
                FillAfter(ref at);
            }

            at += left;
            if (size == 0)
            {
                return;
            }
        }
    }

    private void FillAfter(ref int at)
    {
        if (_buffer.Length - _filled < 4096)
        {
            _buffer.AsSpan(at, _filled - at).CopyTo(_buffer);
            _filled -= at;
            at = 0;
        }

        Fill();
    }
}
