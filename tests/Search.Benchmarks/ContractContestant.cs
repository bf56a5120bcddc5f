using Search.Engine;

namespace Search.Benchmarks;

/// <summary>An engine behind <see cref="ISearchEngine"/>.</summary>
internal sealed class ContractContestant(string name, string folder, Func<string, ISearchEngine> open) : EngineContestant
{
    private ISearchEngine? _engine;
    private IIndexSnapshot? _snapshot;

    public override string Name => name;

    public override bool IsBuilt => Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any();

    public override long Bytes => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length);

    /// <summary>UTF-8 bytes of the text that was indexed; 0 where the index was there before.</summary>
    public long TextBytes { get; private set; }

    public IIndexSnapshot Snapshot => _snapshot!;

    public override void Build(string corpus)
    {
        using var engine = open(folder);
        TextBytes = EvaluationRunner.Index(engine, corpus, CancellationToken.None).TextBytes;
    }

    public override void Open()
    {
        _engine = open(folder);
        _snapshot = _engine.OpenSnapshot();
    }

    public override IReadOnlyList<string> Ask(string question) =>
        [.. _snapshot!.Search(QueryParser.Parse(question).ToRequest(10), CancellationToken.None).Hits.Select(hit => hit.Id)];

    public override void Dispose()
    {
        _snapshot?.Dispose();
        (_engine as IDisposable)?.Dispose();
    }
}
