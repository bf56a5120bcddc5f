using System.Runtime.CompilerServices;

namespace Search.Engine.Campaign;

/// <summary>A storage with a planted bug around a sound one.</summary>
/// <param name="inner">The sound storage.</param>
/// <param name="bug">The bug.</param>
internal sealed class BuggedStorage(IIndexStorage inner, PlantedBug bug) : IIndexStorage
{
    private readonly ConditionalWeakTable<IIndexGeneration, Generation> _generations = [];
    private readonly ConditionalWeakTable<ISegment, BuggedSegment> _segments = [];
    private IIndexGeneration? _first;

    public string Name => inner.Name;

    public IIndexGeneration Open()
    {
        if (bug == PlantedBug.StaleGeneration && _first is not null)
        {
            _first.TryHold();
            return Wrapped(_first);
        }

        var generation = inner.Open();
        if (bug == PlantedBug.StaleGeneration && generation.Revision >= 1)
        {
            _first = generation;
            generation.TryHold();
        }

        return Wrapped(generation);
    }

    public IStorageWriter OpenWriter() => new Writer(inner.OpenWriter(), bug);

    public IndexVerification Verify(CancellationToken ct) => inner.Verify(ct);

    public void Compact(CancellationToken ct) => inner.Compact(ct);

    public void Purge(CancellationToken ct) => inner.Purge(ct);

    public long CopyTo(string folder, CancellationToken ct) => inner.CopyTo(folder, ct);

    public void Dispose()
    {
        _first?.Dispose();
        inner.Dispose();
    }

    private Generation Wrapped(IIndexGeneration generation) => _generations.GetValue(generation, own => new Generation(own, this, bug));

    private SegmentState Wrapped(SegmentState state)
    {
        var segment = _segments.GetValue(state.Segment, own => new BuggedSegment(own, bug));
        if (state.Live is null)
        {
            return state with { Segment = segment };
        }

        return bug switch
        {
            PlantedBug.DeletedIsLive => new SegmentState(segment, null, state.Segment.Docs),
            PlantedBug.ShiftedLiveBits => state with { Segment = segment, Live = [.. state.Live.Select(bits => (bits << 1) | 1)] },
            _ => state with { Segment = segment },
        };
    }

    private sealed class Generation(IIndexGeneration inner, BuggedStorage storage, PlantedBug bug) : IIndexGeneration
    {
        public long Number => inner.Number;

        public long Revision => bug == PlantedBug.StaleCursor ? 1 : inner.Revision;

        public IReadOnlyList<SegmentState> Segments { get; } = [.. inner.Segments.Select(storage.Wrapped)];

        public bool TryHold() => inner.TryHold();

        public void Dispose() => inner.Dispose();
    }

    private sealed class Writer(IStorageWriter inner, PlantedBug bug) : IStorageWriter
    {
        private int _puts;

        public bool IsEmpty => inner.IsEmpty;

        public void Put(AnalyzedPassage passage, bool replace)
        {
            if (bug != PlantedBug.LostPut || Interlocked.Increment(ref _puts) % 40 != 0)
            {
                inner.Put(passage, replace && bug != PlantedBug.NotReplaced);
            }
        }

        public void DeletePassage(string id)
        {
            if (bug != PlantedBug.LostPassageDelete)
            {
                inner.DeletePassage(id);
            }
        }

        public void DeleteDocument(string group)
        {
            if (bug != PlantedBug.LostDocumentDelete)
            {
                inner.DeleteDocument(group);
            }
        }

        public void Clear()
        {
            if (bug != PlantedBug.NotCleared)
            {
                inner.Clear();
            }
        }

        public void Commit(long revision) => inner.Commit(bug == PlantedBug.OldRevision ? revision - 1 : revision);

        public void Dispose() => inner.Dispose();
    }
}
