using Search.Ingestion.Steps;

namespace Search.Ingestion.Running;

/// <summary>The last runs of this process that changed something, and the first one whatever it did. Safe for many threads.</summary>
/// <param name="clock">Dates them.</param>
internal sealed class RecentRuns(TimeProvider clock)
{
    private const int Most = 20;

    private readonly Lock _lock = new();
    private readonly List<IngestRun> _runs = [];

    /// <summary>The runs, newest first.</summary>
    public IReadOnlyList<IngestRun> All
    {
        get
        {
            lock (_lock)
            {
                return [.. Enumerable.Reverse(_runs)];
            }
        }
    }

    /// <summary>Keeps the figures of a run.</summary>
    public void Add(IngestSummary summary)
    {
        // Everybody may see the runs, and nobody how many secret papers there are.
        var secret = summary.ProblemCounts.Where(problem => string.Equals(problem.First.Code, SecrecyStep.Code, StringComparison.Ordinal)).Sum(problem => problem.Files);
        var run = new IngestRun(
            clock.GetUtcNow(), summary.Elapsed, summary.Ingested, summary.Unchanged, summary.Quarantined - secret, summary.Removed, summary.Failed, summary.Documents);
        lock (_lock)
        {
            // A watched folder is looked over again and again: looks that found nothing new say nothing.
            if (_runs.Count > 0 && run.Ingested + run.Removed + run.Failed == 0)
            {
                return;
            }

            _runs.Add(run);
            if (_runs.Count > Most)
            {
                _runs.RemoveAt(0);
            }
        }
    }
}
