using Search.Ingestion.Steps;
using Search.Store;

namespace Search.Ingestion.Running;

/// <summary>
/// Brings analyzed files into the store, several in one transaction, and tells each of them once it is on disk. When a
/// transaction fails, its files are tried one by one, so that no file loses its neighbors.
/// </summary>
internal sealed class BatchWriter(
    IDocumentStore store, IngestionPipeline pipeline, FileAnalyzer analyzer, KnownFiles known, OriginalSources originals, KnowledgeOptions options, RunReport report)
{
    private readonly HashSet<string> _freed = new(StringComparer.Ordinal);

    /// <summary>Lets go what is kept of files that were taken out, refused or changed.</summary>
    public void ReleaseOriginals() => originals.Release(_freed);

    public void Write(IReadOnlyList<AnalyzedFile> batch)
    {
        var told = new List<IngestEvent>(batch.Count);
        try
        {
            if (batch.All(analyzed => analyzed.Work.Known is not null))
            {
                told.AddRange(batch.Select(analyzed => analyzed.Work.Known!));
            }
            else
            {
                Commit(batch, told);
            }
        }
        catch (Exception error) when (batch.Count > 1 && error is not (OutOfMemoryException or StoreBusyException))
        {
            foreach (var one in batch)
            {
                Write([one]);
            }

            return;
        }
        catch (FileRefusedException refusal)
        {
            Write([batch[0] with { Refusal = refusal }]);
            return;
        }
        catch (IOException error)
        {
            // The disk is full or fails, or what this file touches is damaged: the store is as it was before this file, which
            // stays to be done.
            told = [RunReport.Event(batch[0].Work.Path, IngestOutcome.Failed, Refusals.StoreFailed(error))];
        }

        foreach (var one in told)
        {
            report.Tell(one);
        }
    }

    /// <summary>Takes a file out that is gone.</summary>
    public void Remove(IReadOnlyList<string> paths)
    {
        store.WriteTogether(changes =>
        {
            foreach (var path in paths)
            {
                changes.Remove(path);
            }
        });
        foreach (var path in paths)
        {
            Free(path);
            report.Tell(path, IngestOutcome.Removed);
        }
    }

    private void Commit(IReadOnlyList<AnalyzedFile> batch, List<IngestEvent> told)
    {
        var found = new List<string>();
        IngestionMetrics.Timing commit = default;
        store.WriteTogether(changes =>
        {
            told.Clear();
            found.Clear();
            foreach (var analyzed in batch)
            {
                told.Add(Settle(changes, analyzed, found));
            }

            commit = IngestionMetrics.Time("commit", options.IsCounted);
        });
        commit.Dispose();
        foreach (var path in found)
        {
            known.Found(path);
        }
    }

    private IngestEvent Settle(IStoreChanges changes, AnalyzedFile analyzed, List<string> found)
    {
        var (work, item, refusal, failure) = analyzed;
        if (work.Known is { } outcome)
        {
            return outcome;
        }

        if (failure is not null)
        {
            return RunReport.Event(work.Path, IngestOutcome.Failed, failure);
        }

        if (refusal is not null)
        {
            return Refuse(changes, work, item, refusal);
        }

        if (item!.Source is not null)
        {
            return Store(changes, work, item);
        }

        if (known.Stored(work.Path) is { IsCurrent: true } stored && stored.Content == ContentHash.Of(item.Sha256))
        {
            if (stored.Modified != work.Modified)
            {
                changes.Touch(work.Path, work.Modified);
            }

            return RunReport.Event(work.Path, IngestOutcome.Unchanged);
        }

        if (known.GoneOf(item.Sha256) is { } from && changes.Move(from, work.Path))
        {
            found.Add(from);
            changes.Touch(work.Path, work.Modified);
            return RunReport.Event(work.Path, IngestOutcome.Unchanged);
        }

        // Two files of the content of one that is gone: the first was its move, this one is a file of its own.
        return known.Refused(work.Path) is { Refusal: { } refused }
            ? refused.Again(work.Path)
            : Settle(changes, analyzer.Analyze(work, CancellationToken.None), found);
    }

    private void Free(string path, string? sha256 = null)
    {
        if (known.Stored(path) is { } stored && stored.Content.ToString() is var before && !string.Equals(before, sha256, StringComparison.Ordinal))
        {
            _freed.Add(before);
        }
    }

    private IngestEvent Store(IStoreChanges changes, WorkItem work, IngestionItem item)
    {
        // Before the transaction is committed: what is acknowledged can be read again.
        if (originals.Keep(work, item.Sha256) is { } failure)
        {
            return RunReport.Event(work.Path, IngestOutcome.Failed, failure);
        }

        Free(work.Path, item.Sha256);
        item.Changes = changes;
        IngestionPipeline.Run(pipeline.Ordered, item, CancellationToken.None);
        if (options.IsCounted)
        {
            item.RecordTimes();
        }

        var citations = item.Analyzed.SelectMany(document => document.Citations).ToList();
        return RunReport.Event(work.Path, IngestOutcome.Ingested) with
        {
            Documents = item.Stored!.Documents,
            Citations = citations.Count,
            OpenCitations = citations.Count(citation => citation.Target is null),
            Linked = item.Stored.Linked,
        };
    }

    private IngestEvent Refuse(IStoreChanges changes, WorkItem work, IngestionItem? item, FileRefusedException refusal)
    {
        if (known.Refused(work.Path) is { Refusal: { } why, IsCurrent: true } before && before.Modified == work.Modified
            && string.Equals(why.Code, refusal.Code, StringComparison.Ordinal))
        {
            return why.Again(work.Path);
        }

        if (options.IsCounted && !string.Equals(refusal.Code, SecrecyStep.Code, StringComparison.Ordinal))
        {
            item?.RecordTimes();
        }

        var isTakenOut = refusal.Code is SecrecyStep.Code or CorrectStep.NoDocument;
        if (isTakenOut)
        {
            Free(work.Path);
        }

        changes.AddToQuarantine(
            new QuarantineEntry
            {
                Path = work.Path,
                Sha256 = item?.Sha256 ?? "",
                Size = item?.Size ?? work.Size,
                Modified = work.Modified,
                Step = refusal.Step,
                Code = refusal.Code,
                Reason = refusal.Reason,
                ReasonEnglish = refusal.Message,
                Reading = ReadingVersion.Current,
                At = options.Clock.GetUtcNow(),
            },
            takeOut: isTakenOut);
        return RunReport.Event(work.Path, IngestOutcome.Quarantined, refusal);
    }
}
