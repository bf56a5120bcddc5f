namespace Search.Store.Corrections;

/// <summary>What can be corrected.</summary>
public static class CorrectionKinds
{
    /// <summary>A field of a document's header.</summary>
    public const string Field = "field";

    /// <summary>The target or relation of a citation, or that it stays open.</summary>
    public const string Citation = "citation";

    /// <summary>A document known by citation alone is another one.</summary>
    public const string Merge = "merge";

    /// <summary>A file is no document.</summary>
    public const string NoDocument = "no-document";

    /// <summary>A reading of scanned words is right, or what stands there is.</summary>
    public const string Repair = "repair";

    /// <summary>A document known by citation alone is several: some of its mentions mean others.</summary>
    public const string Split = "split";

    /// <summary>A document exists that no file of the collection holds.</summary>
    public const string Known = "known";

    /// <summary>Where a document begins and ends in its file.</summary>
    public const string Extent = "extent";

    /// <summary>Every kind.</summary>
    public static IReadOnlyList<string> All { get; } = [Field, Citation, Merge, NoDocument, Repair, Split, Known, Extent];
}
