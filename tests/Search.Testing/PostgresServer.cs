using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace Search.Testing;

/// <summary>
/// A PostgreSQL server of the tests' own, on loopback, in a scratch folder: started once a process when the first test
/// asks, gone with it. A test that needs it skips where no server is installed, and fails there when <c>CI=true</c>.
/// </summary>
public sealed class PostgresServer
{
    private static readonly Lazy<PostgresServer> Only = new(Start);

    private readonly string _programs;

    // Held, for its pipe closes with it and ends the server.
    private readonly Process _process;

    private PostgresServer(string programs, int port, Process process)
    {
        _programs = programs;
        _process = process;
        Port = port;
    }

    /// <summary>The port it listens on, at 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>The server; skips or fails the test where none is installed.</summary>
    public static PostgresServer Get()
    {
        if (Programs() is null)
        {
            const string Reason = "PostgreSQL is not installed (Debian: apt-get install postgresql).";
            Assert.False(string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase), Reason);
            Assert.Skip(Reason);
        }

        return Only.Value;
    }

    /// <summary>An empty schema, as a connection string that sees only it.</summary>
    public string NewSchema()
    {
        var name = "t" + Guid.NewGuid().ToString("N");
        Execute($"CREATE SCHEMA {name}");
        return Connection(Port) + ";Search Path=" + name;
    }

    /// <summary>Runs SQL as the server's owner.</summary>
    /// <param name="sql">The statements.</param>
    public void Execute(string sql) => Run(_programs, "psql", "-X", "-q", "-h", "127.0.0.1", "-p", Port.ToString(CultureInfo.InvariantCulture), "-U", "postgres", "-v", "ON_ERROR_STOP=1", "-c", sql);

    /// <summary>How the server is reached by a port.</summary>
    /// <param name="port">Its own, or that of something before it.</param>
    public static string Connection(int port) => string.Create(
        CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Database=postgres;Username=postgres;Include Error Detail=true;Maximum Pool Size=20");

    /// <summary>A port that is free now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // Debian keeps the server's programs off the path, a folder a version.
    private static string? Programs() => new[] { "/usr/lib/postgresql" }.Where(Directory.Exists)
        .SelectMany(Directory.EnumerateDirectories).Select(version => Path.Combine(version, "bin"))
        .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
        .FirstOrDefault(folder => Array.TrueForAll(["initdb", "postgres", "psql"], program => File.Exists(Path.Combine(folder, program))));

    private static PostgresServer Start()
    {
        var programs = Programs()!;
        var folder = Directory.CreateTempSubdirectory("search-postgres-").FullName;
        var port = FreePort();
        // The server refuses to run as root; any other user will do. What it says must be durable is gone with the test.
        var script = $"""
            set -e
            exec >'{folder}/log' 2>&1
            as_user=
            if [ "$(id -u)" = 0 ]; then
              user=postgres; id -u postgres >/dev/null 2>&1 || user=nobody
              chown -R "$user" '{folder}'; as_user="setpriv --reuid=$user --clear-groups"
            fi
            cd '{folder}'
            $as_user '{programs}/initdb' -D '{folder}/data' -U postgres -A trust -E UTF8 --locale=C --no-sync
            $as_user '{programs}/postgres' -D '{folder}/data' -p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off \
              -c full_page_writes=off -c max_connections=200 -c shared_buffers=32MB -c log_min_messages=fatal </dev/null &
            server=$!
            trap 'kill -QUIT $server 2>/dev/null; wait $server; rm -rf "{folder}"' EXIT
            cat >/dev/null
            """;
        var start = new ProcessStartInfo("bash") { RedirectStandardInput = true, UseShellExecute = false };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(script);
        // When this process ends, however it ends, the pipe closes and the script takes the server down.
        var server = new PostgresServer(programs, port, Process.Start(start)!);
        while (!server.Answers())
        {
            Assert.False(server._process.HasExited, $"PostgreSQL did not start in {folder}.");
            Thread.Sleep(50);
        }

        return server;
    }

    private bool Answers()
    {
        try
        {
            Execute("SELECT 1");
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static void Run(string programs, string program, params ReadOnlySpan<string> arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(programs, program)) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var (complaints, said) = (process.StandardError.ReadToEndAsync(), process.StandardOutput.ReadToEndAsync());
        process.WaitForExit();
        _ = said.GetAwaiter().GetResult();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program}: {complaints.GetAwaiter().GetResult()}");
        }
    }
}
