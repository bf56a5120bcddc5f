using System.Diagnostics;
using Search.Store;

namespace Search.Ingestion.Running;

/// <summary>Counts what a run does and tells it on, file by file.</summary>
/// <param name="progress">Notified of every file.</param>
/// <param name="isCounted">False for collections whose counts are nobody's business.</param>
internal sealed class RunReport(IProgress<IngestEvent>? progress, bool isCounted)
{
    private const int MaxListed = 10_000;

    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly Dictionary<IngestOutcome, int> _outcomes = [];
    private readonly List<IngestEvent> _problems = [];
    private readonly List<LinkedCitation> _linked = [];
    private readonly OrderedDictionary<(IngestOutcome, string), ProblemCount> _reasons = [];
    private int _done;
    private int _documents;
    private int _unrecognized;
    private int _citations;
    private int _relinked;

    /// <summary>How many files the run has to look at.</summary>
    public int Total { get; set; }

    public void Tell(IngestEvent told)
    {
        told = told with { Done = ++_done, Total = Math.Max(Total, _done) };
        _outcomes[told.Outcome] = _outcomes.GetValueOrDefault(told.Outcome) + 1;
        _documents += told.Documents.Count;
        _unrecognized += told.Documents.Any(key => key.IsUnrecognized) ? 1 : 0;
        _citations += told.Citations;
        _relinked += told.Linked.Count;
        _linked.AddRange(told.Linked.Take(MaxListed - _linked.Count));
        if (told.Code is { } code)
        {
            Count(told, code);
        }

        if (isCounted)
        {
            IngestionMetrics.Count(told);
        }

        progress?.Report(told);
    }

    public void Tell(string path, IngestOutcome outcome, FileRefusedException? reason = null) =>
        Tell(Event(path, outcome, reason));

    private void Count(IngestEvent told, string code)
    {
        if (_problems.Count < MaxListed)
        {
            _problems.Add(told);
        }

        var before = _reasons.GetValueOrDefault((told.Outcome, code)) ?? new ProblemCount(told, 0);
        _reasons[(told.Outcome, code)] = before with { Files = before.Files + 1 };
    }

    /// <summary>What became of a file, not told yet.</summary>
    public static IngestEvent Event(string path, IngestOutcome outcome, FileRefusedException? reason = null) => new()
    {
        Path = path,
        Outcome = outcome,
        Step = reason?.Step,
        Code = reason?.Code,
        Reason = reason?.Reason,
        ReasonEnglish = reason?.Message,
        Done = 0,
        Total = 0,
    };

    public IngestSummary Summary(long revision, long openCitations, bool stopped) => new()
    {
        Ingested = _outcomes.GetValueOrDefault(IngestOutcome.Ingested),
        Unchanged = _outcomes.GetValueOrDefault(IngestOutcome.Unchanged),
        Quarantined = _outcomes.GetValueOrDefault(IngestOutcome.Quarantined),
        Removed = _outcomes.GetValueOrDefault(IngestOutcome.Removed),
        Failed = _outcomes.GetValueOrDefault(IngestOutcome.Failed),
        Documents = _documents,
        Unrecognized = _unrecognized,
        Citations = _citations,
        Relinked = _relinked,
        Linked = _linked,
        OpenCitations = openCitations,
        Problems = _problems,
        ProblemCounts = [.. _reasons.Values],
        Revision = revision,
        Elapsed = Stopwatch.GetElapsedTime(_start),
        Stopped = stopped,
    };
}
