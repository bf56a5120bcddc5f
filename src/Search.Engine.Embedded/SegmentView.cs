namespace Search.Engine.Embedded;

/// <summary>A segment with what is deleted of it in one generation.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="Deletes">Deleted passages; null for none.</param>
/// <param name="DeletesFile">Their file name.</param>
internal sealed record SegmentView(Segment Segment, DeleteSet? Deletes, string? DeletesFile)
{
    /// <summary>Passages that are not deleted.</summary>
    public int Live => Segment.Docs - (Deletes?.Count ?? 0);

    public ManifestSegment ToManifest() =>
        new(Segment.Name, Segment.Docs, Segment.File.FileLength, DeletesFile, Deletes?.Count ?? 0);
}
