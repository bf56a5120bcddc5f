namespace Search.Ingestion.Reading;

/// <summary>A reader that may take longer than other steps because it works in child processes with limits of their own.</summary>
internal interface ISlowReader
{
    /// <summary>How long one file may take, all steps before the store together.</summary>
    TimeSpan Timeout { get; }
}
