namespace Search.Ingestion.Running;

/// <summary>What the store says of a file it holds or has refused, without the path: small, for there may be a million.</summary>
/// <param name="Content">Hash of its content.</param>
/// <param name="Size">Size in bytes.</param>
/// <param name="ModifiedTicks">Last write time, in ticks of UTC.</param>
/// <param name="ReadTicks">When it was read, in ticks of UTC.</param>
/// <param name="Refusal">Why it was refused; null where it is held.</param>
/// <param name="IsCurrent">Whether it was read as files are read now. One that was not is read again.</param>
internal readonly record struct KnownFile(
    ContentHash Content, long Size, long ModifiedTicks, long ReadTicks, KnownRefusal? Refusal, bool IsCurrent)
{
    /// <summary>Last write time.</summary>
    public DateTimeOffset Modified => new(ModifiedTicks, TimeSpan.Zero);

    /// <summary>Whether a file looks as it did when it was read. One written within the clock's grain of its last reading may
    /// have changed under the same time.</summary>
    public bool IsSame(long size, DateTimeOffset modified) =>
        IsCurrent && Size == size && ModifiedTicks == modified.UtcTicks && ReadTicks - ModifiedTicks > 2 * TimeSpan.TicksPerSecond;
}
