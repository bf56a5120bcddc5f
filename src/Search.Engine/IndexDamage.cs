namespace Search.Engine;

/// <summary>One damaged place of an index.</summary>
/// <param name="File">File name inside the index directory.</param>
/// <param name="Block">Zero-based checksum block, or -1 where the file as a whole is wrong (missing, truncated, bad header).</param>
/// <param name="Message">What is wrong, for an operator.</param>
public sealed record IndexDamage(string File, long Block, string Message);
