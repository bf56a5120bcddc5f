using System.Net.Sockets;
using Search.Ingestion.Running;

namespace Search.Ingestion.Handover;

/// <summary>Ingests through the host that writes a data folder: two writers there cannot be, and a command need not wait for
/// the host to stop.</summary>
public static class HostIngestion
{
    /// <summary>Hands files and folders to the host of a data folder. Progress and summary are those of a run of one's own.</summary>
    /// <param name="dataDirectory">The data folder.</param>
    /// <param name="paths">Files and folders; relative ones are of this process.</param>
    /// <param name="progress">Notified of every file.</param>
    /// <param name="ct">Asks the host for a stop after the current file.</param>
    /// <returns>Null when no host listens: then this process may write itself.</returns>
    /// <exception cref="IOException">The host went away or failed.</exception>
    public static async Task<IngestSummary?> TryIngestAsync(
        string dataDirectory, IEnumerable<string> paths, IProgress<IngestEvent>? progress, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(paths);
        using var socket = await HandoverSocket.TryConnectAsync(dataDirectory, ct).ConfigureAwait(false);
        if (socket is null)
        {
            return null;
        }

        await using var stream = new NetworkStream(socket);
        using var reader = new StreamReader(stream, leaveOpen: true);
        await using var writer = new StreamWriter(stream, leaveOpen: true) { AutoFlush = true };
        await writer.WriteLineAsync(HandoverSocket.Write(new HandoverMessage { Paths = [.. paths.Select(Path.GetFullPath)] })).ConfigureAwait(false);

        // A stop closes our side for writing; the host ends the run and tells how far it came.
        await using var stop = ct.Register(() => socket.Shutdown(SocketShutdown.Send));
        var report = new RunReport(progress, isCounted: false);
        while (await HandoverSocket.ReadAsync(reader, CancellationToken.None).ConfigureAwait(false) is { } message)
        {
            if (message.Event is { } told)
            {
                report.Total = told.Total;
                report.Tell(told.ToEvent());
            }
            else if (message.End is { } end)
            {
                return report.Summary(end.Revision, end.OpenCitations, end.Stopped);
            }
            else if (message.Error is { } error)
            {
                throw new IOException(error);
            }
        }

        throw new IOException("Máy chủ đã dừng giữa chừng; phần đã báo vẫn được giữ. (The host went away; what was reported is kept.)");
    }
}
