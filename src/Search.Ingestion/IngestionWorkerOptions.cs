using System.ComponentModel.DataAnnotations;

namespace Search.Ingestion;

/// <summary>What the worker watches.</summary>
public sealed class IngestionWorkerOptions
{
    /// <summary>The folders; one that does not exist yet is watched from when it does.</summary>
    public IReadOnlyList<string> Folders { get; set; } = [];

    /// <summary>Time between two looks.</summary>
    /// <value>1 second</value>
    [Range(typeof(TimeSpan), "00:00:00.05", "01:00:00")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>While nothing is heard, every so many looks are done and the others left out: not every disk tells of changes.</summary>
    /// <value>30</value>
    [Range(1, 100_000)]
    public int IdlePolls { get; set; } = 30;
}
