namespace Search.Engine.Embedded;

/// <summary>One generation: its manifest and open segments. Immutable.</summary>
/// <param name="Manifest">What is on disk.</param>
/// <param name="Views">The segments, in the manifest's order.</param>
internal sealed record IndexState(Manifest Manifest, IReadOnlyList<SegmentView> Views)
{
    public static IndexState Empty { get; } = new(new Manifest(), []);

    /// <summary>Opens a manifest's files.</summary>
    /// <param name="directory">The index directory.</param>
    /// <param name="manifest">The manifest.</param>
    /// <param name="before">A generation whose open segments are shared, or null.</param>
    /// <exception cref="IndexDamagedException">A file is missing or damaged.</exception>
    public static IndexState Open(string directory, Manifest manifest, IndexState? before)
    {
        // Impacts computed with other constants would rank wrongly: such an index counts as empty and is rebuilt.
        if (manifest.Ranking != RankingConstants.Fingerprint)
        {
            return new IndexState(manifest with { Revision = -1, Segments = [], Ranking = RankingConstants.Fingerprint }, []);
        }

        var views = new List<SegmentView>(manifest.Segments.Count);
        try
        {
            foreach (var entry in manifest.Segments)
            {
                var known = before?.Views.FirstOrDefault(v => string.Equals(v.Segment.Name, entry.File, StringComparison.Ordinal));
                var segment = known is not null && known.Segment.TryHold()
                    ? known.Segment
                    : OpenSegment(directory, entry);
                views.Add(new SegmentView(segment, null, entry.DeletesFile));
                if (entry.DeletesFile is null)
                {
                    continue;
                }

                var deletes = DeleteSet.Read(Path.Combine(directory, entry.DeletesFile), segment.Docs);
                views[^1] = views[^1] with { Deletes = deletes };
            }
        }
        catch
        {
            foreach (var view in views)
            {
                view.Segment.Dispose();
            }

            throw;
        }

        return new IndexState(manifest, views);
    }

    /// <summary>Lets go of the segments.</summary>
    public void Release()
    {
        foreach (var view in Views)
        {
            view.Segment.Dispose();
        }
    }

    /// <summary>Takes hold of every segment, for a reader; false when the generation is already gone.</summary>
    public bool TryHold()
    {
        for (var i = 0; i < Views.Count; i++)
        {
            if (Views[i].Segment.TryHold())
            {
                continue;
            }

            for (var k = 0; k < i; k++)
            {
                Views[k].Segment.Dispose();
            }

            return false;
        }

        return true;
    }

    private static Segment OpenSegment(string directory, ManifestSegment entry)
    {
        var segment = Segment.Open(Path.Combine(directory, entry.File));
        if (segment.Docs == entry.Docs && segment.File.FileLength == entry.Bytes)
        {
            return segment;
        }

        segment.Dispose();
        throw new IndexDamagedException(new IndexDamage(entry.File, -1, "the file is not the one the manifest names"));
    }
}
