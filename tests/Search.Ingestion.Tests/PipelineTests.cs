using Microsoft.Data.Sqlite;
using Search.Ingestion.Steps;

namespace Search.Ingestion.Tests;

/// <summary>Whose fault a failing step is: the file's, which is refused, or the disk's, for which the file is tried again.</summary>
public sealed class PipelineTests
{
    private const int InputOutput = 10;

    [Fact]
    public void AFaultOfTheDatabaseRefusesNoFile() =>
        Assert.Throws<SqliteException>(() => Run(new SqliteException("disk I/O error", InputOutput)));

    [Fact]
    public void AFaultOfAStepRefusesTheFileAndNamesTheStep()
    {
        var refusal = Assert.Throws<FileRefusedException>(() => Run(new InvalidOperationException()));
        Assert.Equal(("unexpected", "failing"), (refusal.Code, refusal.Step));
    }

    private static void Run(Exception error) => IngestionPipeline.Run(
        [new Failing(error)],
        new IngestionItem { Path = "a.txt", Bytes = "x"u8.ToArray(), Size = 1, Sha256 = "", Modified = DateTimeOffset.UnixEpoch },
        CancellationToken.None);

    private sealed class Failing(Exception error) : IIngestionStep
    {
        public string Name => "failing";

        public void Run(IngestionItem item, CancellationToken ct) => throw error;
    }
}
