using Npgsql;
using Search.Store.Postgres.Database;
using Search.Testing;

namespace Search.Store.Postgres.Tests;

/// <summary>Which of several hosts is asked.</summary>
public sealed class PrimaryTests : IDisposable
{
    private readonly LinkToServer _one = new(PostgresServer.Get().Port);
    private readonly LinkToServer _other = new(PostgresServer.Get().Port);
    private readonly PostgresDatabase _database;

    public PrimaryTests()
    {
        var hosts = PostgresServer.Connection(_one.Port) + $";Host=127.0.0.1:{_one.Port},127.0.0.1:{_other.Port};Timeout=1;Cancellation Timeout=50";
        _database = new PostgresDatabase(new PostgresSettings { ConnectionString = hosts, Node = "n" });
    }

    [Fact]
    public void AMachineThatStandsStillIsAskedOnceHoweverManyConnectionsLieReadyToIt()
    {
        var ready = Enumerable.Range(0, 4).Select(_ => _database.Open()).ToList();
        ready.ForEach(connection => connection.Dispose());
        Assert.Equal((4, 0), (_one.Connections, _other.Connections));

        _one.StandStill();
        Answers();
        // The one that was asked, and the request to cancel what it was asked.
        var asked = _one.Connections;
        for (var i = 0; i < 4; i++)
        {
            Answers();
        }

        Assert.Equal(asked, _one.Connections);
    }

    [Fact]
    public void AHostThatIsBackIsAskedWhenTheOtherGoes()
    {
        _one.Cut();
        Answers();
        _one.Mend();
        _other.Cut();

        Answers();
        _one.Cut();
        Assert.ThrowsAny<NpgsqlException>(() => _database.Open());
        _other.Mend();
        Answers();
    }

    public void Dispose()
    {
        _database.Dispose();
        _one.Dispose();
        _other.Dispose();
    }

    private void Answers()
    {
        using var connection = _database.Open();
        using var command = new NpgsqlCommand("SELECT 1", connection);
        Assert.Equal(1, command.ExecuteScalar());
    }
}
