using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Search.Testing;

namespace Search.Benchmarks.Load;

/// <summary>The Release build of the host as a process of its own, over one data folder, on a free loopback port.</summary>
internal sealed class HostProcess : IDisposable
{
    private readonly Process _process;

    private HostProcess(Process process, int port)
    {
        _process = process;
        Port = port;
    }

    public int Port { get; }

    public double ProcessorSeconds
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime.TotalSeconds;
        }
    }

    public long ResidentMegabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 >> 20;
        }
    }

    public static HostProcess Start(string data, IEnumerable<string> settings)
    {
        var program = RepositoryFiles.PathOf("src", "Search.Api", "bin", "Release", "net10.0", "Search.Api.dll");
        if (!File.Exists(program))
        {
            throw new FileNotFoundException("Build src/Search.Api in Release first.", program);
        }

        var port = FreePort();
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(program);
        foreach (var setting in settings.Concat(
            [
                string.Create(CultureInfo.InvariantCulture, $"--urls=http://127.0.0.1:{port}"),
                "--Search:Data=" + data,
                "--Search:IngestOnStart=false",
                "--Search:LocalRequestsPerSecond=1000000",
            ]))
        {
            start.ArgumentList.Add(setting);
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException("The host did not start.");
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var host = new HostProcess(process, port);
        host.WaitUntilReady();
        return host;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.WaitForExit(5000);
        _process.Dispose();
    }

    private void WaitUntilReady()
    {
        var client = new LoadClient(Port);
        var deadline = Stopwatch.GetTimestamp() + (120 * Stopwatch.Frequency);
        while (Stopwatch.GetTimestamp() < deadline && !_process.HasExited)
        {
            try
            {
                if (client.Get(LoadClient.Request("/readyz", Port)) != 200)
                {
                    continue;
                }

                WaitUntilIdle(deadline);
                return;
            }
            catch (SocketException)
            {
                Thread.Sleep(100);
            }
        }

        throw new InvalidOperationException("The host is not ready.");
    }

    // Right after the start the host reads documents into memory in the background.
    private void WaitUntilIdle(long deadline)
    {
        double before;
        do
        {
            before = ProcessorSeconds;
            Thread.Sleep(1000);
        }
        while (ProcessorSeconds - before > 0.1 && Stopwatch.GetTimestamp() < deadline);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
