namespace Search.Ingestion.Running;

/// <summary>Why files were refused, as told before. Many files share one.</summary>
/// <param name="Step">The step that refused.</param>
/// <param name="Code">Stable name of the reason.</param>
/// <param name="Reason">The reason in Vietnamese.</param>
/// <param name="ReasonEnglish">The reason in English.</param>
internal sealed record KnownRefusal(string Step, string Code, string Reason, string ReasonEnglish)
{
    /// <summary>What was refused for want of a tool may go in once the tool is there.</summary>
    public bool IsWorthTrying => Code.StartsWith("needs-", StringComparison.Ordinal);

    /// <summary>What was refused before is told again as long as it is there.</summary>
    public IngestEvent Again(string path) => RunReport.Event(
        path, IngestOutcome.Quarantined, new FileRefusedException(Code, Reason, ReasonEnglish) { Step = Step }) with { IsAgain = true };
}
