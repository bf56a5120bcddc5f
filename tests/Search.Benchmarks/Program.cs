using Search.Benchmarks;

// One line a benchmark: dotnet run -c Release --project tests/Search.Benchmarks -- NAME [options]
var benchmarks = new SortedDictionary<string, Func<string[], int>>(StringComparer.Ordinal)
{
    ["citations"] = arguments => CitationBenchmark.Run(arguments),
    ["compare"] = ComparisonBenchmark.Run,
    ["documents"] = DocumentSearchBenchmark.Run,
    ["engine"] = EngineBenchmark.Run,
    ["floor"] = FloorBenchmark.Run,
    ["follows"] = FollowBenchmark.Run,
    ["hostile"] = HostileBenchmark.Run,
    ["ingest"] = IngestBenchmark.Run,
    ["ingest-tiny"] = TinyFilesBenchmark.Run,
    ["load"] = LoadBenchmark.Run,
    ["pool-documents"] = DocumentTuning.Pool,
    ["shared"] = SharedBenchmark.Run,
    ["text"] = TextBenchmark.Run,
    ["tune"] = RankingTuning.Run,
    ["tune-documents"] = DocumentTuning.Run,
    ["typing"] = TypingCampaign.Run,
    ["watch"] = WatchBenchmark.Run,
};

if (args.Length > 0 && benchmarks.TryGetValue(args[0], out var run))
{
    return run(args[1..]);
}

Console.Error.WriteLine($"usage: {string.Join(" | ", benchmarks.Keys)}");
return 2;
