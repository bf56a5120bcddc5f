namespace Search.Engine;

/// <summary>The outcome of reading every block of an index.</summary>
/// <param name="FilesChecked">Files read.</param>
/// <param name="BlocksChecked">Checksummed blocks read.</param>
/// <param name="Damages">What was found wrong; empty for a sound index.</param>
public sealed record IndexVerification(int FilesChecked, long BlocksChecked, IReadOnlyList<IndexDamage> Damages)
{
    /// <summary>True when nothing is wrong.</summary>
    public bool IsSound => Damages.Count == 0;
}
