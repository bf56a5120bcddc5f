namespace Search.Ingestion;

/// <summary>
/// How files are read. Every source bears the version that read it; what an older one read is read again, from the file
/// where it lies, by the next run over it or in the background of a host.
/// </summary>
public static class ReadingVersion
{
    /// <summary>To be raised by one whenever decoding, blocks, letterheads, keys or citations of existing files come out
    /// otherwise than before. 0 is everything that was read before versions were kept.</summary>
    public const int Current = 11;
}
