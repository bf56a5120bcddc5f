namespace Search.Engine;

/// <summary>One damaged place of an index.</summary>
/// <param name="File">File name inside the index directory.</param>
/// <param name="Block">Zero-based checksum block, or -1 where the file as a whole is wrong (missing, truncated, bad header).</param>
/// <param name="Message">What is wrong, for an operator.</param>
public sealed record IndexDamage(string File, long Block, string Message)
{
    /// <summary>Whether nothing is broken: the index was written by another version of the program, which this one does not read.</summary>
    public bool IsOtherVersion { get; init; }

    /// <summary>An index of another version of the program.</summary>
    /// <param name="file">File name inside the index directory.</param>
    /// <param name="format">What the index says of its form; null where it says nothing.</param>
    public static IndexDamage OtherVersion(string file, string? format = null) =>
        new(file, -1, $"the index was written by {(format is null ? "an earlier version" : $"another version ({format})")}") { IsOtherVersion = true };
}
