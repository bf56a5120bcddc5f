namespace Search.Ingestion.Reading;

/// <summary>What a child process may use.</summary>
/// <param name="Time">How long it may run.</param>
/// <param name="Memory">Address space in bytes.</param>
/// <param name="Output">How much it may write, in bytes.</param>
internal sealed record ChildLimits(TimeSpan Time, long Memory, long Output);
