using System.Globalization;
using Search.Ingestion.Steps;
using Search.Store;

namespace Search.Ingestion.Running;

/// <summary>The last runs that changed something, and the first one of a store whatever it did. They lie in the store, so that a
/// restart does not forget them and every host of a shared store tells the same. Safe for many threads.</summary>
/// <param name="records">Keeps them.</param>
/// <param name="clock">Dates them.</param>
internal sealed class RecentRuns(IRecordStore records, TimeProvider clock)
{
    private const int Most = 20;

    /// <summary>The runs, newest first.</summary>
    public IReadOnlyList<IngestRun> All => [.. records.List(RecordKinds.Run).TakeLast(Most).Reverse().Select(RecordJson.Read<IngestRun>)];

    /// <summary>Keeps the figures of a run.</summary>
    public void Add(IngestSummary summary)
    {
        // Everybody may see the runs, and nobody how many secret papers there are.
        var secret = summary.ProblemCounts.Where(problem => string.Equals(problem.First.Code, SecrecyStep.Code, StringComparison.Ordinal)).Sum(problem => problem.Files);
        var run = new IngestRun(
            clock.GetUtcNow(), summary.Elapsed, summary.Ingested, summary.Unchanged, summary.Quarantined - secret, summary.Removed, summary.Failed, summary.Documents);
        try
        {
            // A watched folder is looked over again and again: looks that found nothing new say nothing.
            if (run.Ingested + run.Removed + run.Failed > 0 || records.Last(RecordKinds.Run) is null)
            {
                Keep(run);
            }
        }
        catch (Exception error) when (error is IOException or StoreBusyException)
        {
            // The files are in the store: that their figures are not kept is no reason to fail the run.
        }
    }

    private void Keep(IngestRun run) => records.Write(changes =>
    {
        changes.Put(RecordKinds.Run, run.EndedAt.UtcTicks.ToString("d19", CultureInfo.InvariantCulture), RecordJson.Write(run));
        foreach (var old in changes.List(RecordKinds.Run).SkipLast(Most))
        {
            changes.Remove(RecordKinds.Run, old.Id);
        }

        return 0;
    });
}
