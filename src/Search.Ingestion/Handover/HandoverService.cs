using System.Net.Sockets;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Search.Ingestion.Handover;

/// <summary>Listens in a data folder for commands that have files to ingest. Whoever may write the folder may connect, and
/// nobody else: the socket is its owner's.</summary>
/// <param name="system">Where files go.</param>
/// <param name="dataDirectory">The data folder.</param>
/// <param name="log">Notified when there is no listening.</param>
public sealed partial class HandoverService(KnowledgeBase system, string dataDirectory, ILogger<HandoverService> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        if (HandoverSocket.PathOf(dataDirectory) is not { } path)
        {
            NotListening("the path of the data folder is too long for a socket");
            return;
        }

        try
        {
            using (var other = await HandoverSocket.TryConnectAsync(dataDirectory, stoppingToken).ConfigureAwait(false))
            {
                if (other is not null)
                {
                    NotListening("another host listens there");
                    return;
                }
            }

            File.Delete(path);
            using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            listener.Bind(new UnixDomainSocketEndPoint(path));
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            listener.Listen();
            try
            {
                while (true)
                {
                    _ = ServeAsync(await listener.AcceptAsync(stoppingToken).ConfigureAwait(false), stoppingToken);
                }
            }
            finally
            {
                File.Delete(path);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Going down.
        }
        catch (Exception error) when (error is IOException or SocketException or UnauthorizedAccessException)
        {
            NotListening(error.Message);
        }
    }

    private async Task ServeAsync(Socket socket, CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        try
        {
            await using var stream = new NetworkStream(socket, ownsSocket: true);
            using var reader = new StreamReader(stream, leaveOpen: true);
            await using var writer = new StreamWriter(stream, leaveOpen: true) { AutoFlush = true };
            if (await HandoverSocket.ReadAsync(reader, stop).ConfigureAwait(false) is not { Paths: { Count: > 0 } paths })
            {
                return;
            }

            var gone = CancelWhenGoneAsync(reader, end);
            try
            {
                var summary = await system.IngestAsync(paths, new Teller(writer), end.Token).ConfigureAwait(false);
                await writer.WriteLineAsync(HandoverSocket.Write(new HandoverMessage
                {
                    End = new HandoverEnd(summary.Revision, summary.OpenCitations, summary.Stopped),
                })).ConfigureAwait(false);
            }
            catch (Exception error) when (error is not (OutOfMemoryException or OperationCanceledException))
            {
                await writer.WriteLineAsync(HandoverSocket.Write(new HandoverMessage { Error = error.Message })).ConfigureAwait(false);
            }

            await end.CancelAsync().ConfigureAwait(false);
            await gone.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // The command went away; its run ended with it.
        }
    }

    /// <summary>A command that closes its side wants no more.</summary>
    private static async Task CancelWhenGoneAsync(StreamReader reader, CancellationTokenSource end)
    {
        await HandoverSocket.ReadAsync(reader, end.Token).ConfigureAwait(false);
        await end.CancelAsync().ConfigureAwait(false);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Commands cannot hand files to this host: {Reason}")]
    private partial void NotListening(string reason);

    private sealed class Teller(StreamWriter writer) : IProgress<IngestEvent>
    {
        public void Report(IngestEvent value)
        {
            try
            {
                writer.WriteLine(HandoverSocket.Write(new HandoverMessage { Event = HandoverEvent.Of(value) }));
            }
            catch (IOException)
            {
                // Nobody listens any more; the run is stopped by that.
            }
        }
    }
}
