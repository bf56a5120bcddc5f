namespace Search.Ingestion.Reading;

/// <summary>How a child process ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it wrote.</param>
/// <param name="Error">The beginning of what it complained about; never shown to readers, it may quote the file.</param>
/// <param name="IsLate">Whether it was ended because its time was up.</param>
/// <param name="IsTooLong">Whether it was ended because it wrote too much.</param>
internal sealed record ChildResult(int ExitCode, byte[] Output, string Error, bool IsLate, bool IsTooLong)
{
    /// <summary>Whether it came to its end and was content.</summary>
    public bool IsDone => ExitCode == 0 && !IsLate && !IsTooLong;
}
