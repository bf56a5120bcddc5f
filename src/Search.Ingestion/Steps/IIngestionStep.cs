namespace Search.Ingestion.Steps;

/// <summary>One step on the way of a file. A step reads what earlier steps left on the item and adds its own part.</summary>
internal interface IIngestionStep
{
    /// <summary>Name of the step, as reports and the quarantine show it.</summary>
    string Name { get; }

    /// <summary>Does the step.</summary>
    /// <exception cref="FileRefusedException">The file cannot go on; it goes to quarantine with this reason.</exception>
    void Run(IngestionItem item, CancellationToken ct);
}
