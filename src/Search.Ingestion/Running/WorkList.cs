using Search.Ingestion.Containers;
using Search.Ingestion.Discovery;

namespace Search.Ingestion.Running;

/// <summary>What has to be looked into of what a scan found. What is known by size and time is passed on as known.</summary>
internal sealed class WorkList(
    KnownFiles known, IReadOnlyList<IContainerReader> containers, KnowledgeOptions options, Func<string, bool>? isSound = null)
{
    public IEnumerable<WorkItem> Of(FolderScan scan, CancellationToken ct)
    {
        foreach (var problem in scan.Problems)
        {
            yield return Problem(problem);
        }

        foreach (var file in scan.Files)
        {
            if (known.Stored(file.Path) is not null && isSound?.Invoke(file.Path) == false)
            {
                // What is stored of it is damaged: it is ingested again, unchanged as it is.
                known.Forget(file.Path);
                foreach (var item in Of(file, ct))
                {
                    yield return item;
                }
            }
            else if (known.Stored(file.Path) is { } same && same.IsSame(file.Size, file.Modified))
            {
                yield return Done(file.Path, RunReport.Event(file.Path, IngestOutcome.Unchanged));
            }
            else if (known.Refused(file.Path) is { Refusal: { IsWorthTrying: false } why } refused
                && refused.IsSame(file.Size, file.Modified))
            {
                yield return Done(file.Path, why.Again(file.Path));
            }
            else
            {
                foreach (var item in Of(file, ct))
                {
                    yield return item;
                }
            }
        }
    }

    /// <summary>What has to be looked into of one file: itself, or what lies in it.</summary>
    public IEnumerable<WorkItem> Of(FoundFile file, CancellationToken ct) => Container(file.Path) is { } container
        ? Inner(file, container, ct)
        : [new WorkItem(file.Path, file.Size, file.Modified, token => FileAnalyzer.Read(file, token)) { File = file }];

    private static WorkItem Done(string path, IngestEvent told) => new(path, 0, default, _ => []) { Known = told };

    private static WorkItem Problem(ScanProblem problem)
    {
        var reason = new FileRefusedException(problem.Code, problem.Reason, problem.ReasonEnglish) { Step = "find" };
        return problem.IsRefused
            ? new WorkItem(problem.Path, 0, DateTimeOffset.UnixEpoch, _ => [], reason)
            : Done(problem.Path, RunReport.Event(problem.Path, IngestOutcome.Failed, reason));
    }

    private IContainerReader? Container(string path)
    {
        var extension = Path.GetExtension(path).ToLowerInvariant();
        return containers.FirstOrDefault(reader => reader.Extensions.Contains(extension, StringComparer.Ordinal));
    }

    /// <summary>What lies in a container. It is opened in every run: only its entries' hashes tell what changed.</summary>
    private IEnumerable<WorkItem> Inner(FoundFile file, IContainerReader container, CancellationToken ct)
    {
        // What was one document may have become a list, and the other way round.
        var gone = known.Inside(file.Path);
        if (known.Stored(file.Path) is not null)
        {
            gone.Add(file.Path);
        }

        using var entries = Entries(file, container, ct).GetEnumerator();
        while (true)
        {
            WorkItem next;
            try
            {
                if (!entries.MoveNext())
                {
                    break;
                }

                next = entries.Current;
            }
            catch (FileRefusedException refusal)
            {
                gone.Clear();
                if (refusal.Step.Length == 0)
                {
                    refusal.Step = "open";
                }

                next = new WorkItem(file.Path, file.Size, file.Modified, _ => [], refusal);
            }

            gone.Remove(next.Path);
            yield return next;
        }

        foreach (var path in gone)
        {
            known.AddGone(path);
        }
    }

    private IEnumerable<WorkItem> Entries(FoundFile file, IContainerReader container, CancellationToken ct)
    {
        if (file.Size > options.MaxFileBytes)
        {
            throw Refusals.FileTooLarge(file.Size, options.MaxFileBytes);
        }

        var bytes = FileAnalyzer.Read(file, ct);
        var used = new HashSet<string>(StringComparer.Ordinal);
        var position = -1;
        foreach (var entry in container.Open(bytes, Path.GetDirectoryName(file.FullPath)!, ct))
        {
            position++;
            if (entry.Refusal is { } refusal)
            {
                refusal.Step = "open";
            }

            yield return new WorkItem(
                entry.Name.Length == 0 ? file.Path : ContainerPaths.Inner(file.Path, FreeNames.Take(entry.Name, used.Add)),
                entry.Bytes.Length,
                file.Modified,
                _ => entry.Bytes,
                entry.Refusal)
            {
                File = file,
                Heading = entry.Heading,
                Reload = Reload(file, container, position),
            };
        }
    }

    /// <summary>Apart from the entry, so that the function does not hold its bytes. By its position: names repeat.</summary>
    private static Func<CancellationToken, byte[]> Reload(FoundFile file, IContainerReader container, int position) => ct =>
        container.Open(FileAnalyzer.Read(file, ct), Path.GetDirectoryName(file.FullPath)!, ct)
            .ElementAtOrDefault(position)?.Bytes ?? throw Refusals.Vanished();
}
