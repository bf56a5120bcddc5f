namespace Search.Engine.Embedded;

// Merging beside readers and the writer.
public sealed partial class EmbeddedEngine
{
    private void StartMerges()
    {
        lock (_gate)
        {
            if (_disposed || !_merging.IsCompleted || MergePolicy.Choose(_state.Views, Options.MergeFactor).Count == 0)
            {
                return;
            }

            if (_lock is null || _damage is not null)
            {
                return;
            }

            _lock.Hold();
            _merging = Task.Run(RunMerges);
        }
    }

    private void RunMerges()
    {
        try
        {
            while (!_closing.IsCancellationRequested)
            {
                var chosen = MergePolicy.Choose(State.Views, Options.MergeFactor);
                if (chosen.Count == 0)
                {
                    return;
                }

                Merge(chosen, _closing.Token);
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The sources are untouched and stay live; the next commit tries again.
        }
        finally
        {
            lock (_gate)
            {
                ReleaseLock();
            }
        }
    }

    private void Merge(IReadOnlyList<SegmentView> chosen, CancellationToken ct)
    {
        foreach (var view in chosen)
        {
            if (!view.Segment.TryHold())
            {
                return;
            }
        }

        var name = NewSegmentName();
        var path = Path.Combine(Folder, name);
        Protect(name);
        try
        {
            var merger = new SegmentMerger([.. chosen.Select(v => (v.Segment, v.Deletes))]);
            if (merger.Docs > 0)
            {
                merger.Write(Files, path, ct);
            }

            CommitMerge(chosen, merger, path);
        }
        catch
        {
            TryDelete(path);
            throw;
        }
        finally
        {
            Unprotect(name);
            foreach (var view in chosen)
            {
                view.Segment.Dispose();
            }
        }
    }

    private void CommitMerge(IReadOnlyList<SegmentView> chosen, SegmentMerger merger, string path)
    {
        lock (_commits)
        {
            var before = State;
            var generation = before.Manifest.Generation + 1;
            var merged = merger.Docs > 0 ? Segment.Open(path) : null;
            var deletes = merged is null ? null : new DeleteSet(merged.Docs);
            for (var s = 0; s < chosen.Count; s++)
            {
                // What was deleted while the merge ran is deleted in its result too.
                var now = before.Views.FirstOrDefault(v => IsSame(v, chosen[s]));
                if (now is null)
                {
                    var all = merger.DocMap(s);
                    foreach (var target in all)
                    {
                        if (target >= 0)
                        {
                            deletes?.Add(target);
                        }
                    }

                    continue;
                }

                var map = merger.DocMap(s);
                for (var doc = 0; doc < map.Length; doc++)
                {
                    if (map[doc] >= 0 && now.Deletes is { } current && current[doc])
                    {
                        deletes?.Add(map[doc]);
                    }
                }
            }

            var views = new List<SegmentView>();
            if (merged is not null)
            {
                views.Add(WithDeletes(merged, deletes, generation));
            }

            views.AddRange(before.Views.Where(v => !chosen.Any(c => IsSame(c, v))));
            try
            {
                Publish(before, [.. views.Where(v => v.Live > 0)], before.Manifest.Revision, generation);
            }
            finally
            {
                merged?.Dispose();
            }
        }
    }
}
