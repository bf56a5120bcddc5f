using Search.Testing;

namespace Search.Cli.Tests;

/// <summary>A data folder with the repository's corpus, ingested by the command itself.</summary>
public sealed class CorpusFixture : IAsyncLifetime
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("search-cli-tests-").FullName;

    public string Data => Path.Combine(Folder, "index");

    internal CliRun Ingested { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Ingested = await CliRun.OfAsync("ingest", Path.Combine(RepositoryFiles.Root, "corpus"), "--data", Data, "--json");
        // What the abstracts name makes no edge; these papers cite.
        Assert.Equal(ExitCodes.Done, (await CliRun.OfAsync("ingest", SamplePapers.WriteTo(Path.Combine(Folder, "papers")), "--data", Data, "--json")).ExitCode);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}

[CollectionDefinition("corpus")]
public sealed class CorpusCollection : ICollectionFixture<CorpusFixture>;
