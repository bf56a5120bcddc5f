namespace Search.Ingestion.Discovery;

/// <summary>Something a scan could not take.</summary>
/// <param name="Path">Path as the store names it, or as the operator gave it.</param>
/// <param name="IsRefused">True for what a person must look at, false for what may go away by itself.</param>
/// <param name="Code">Stable name of the reason.</param>
/// <param name="Reason">The reason in Vietnamese.</param>
/// <param name="ReasonEnglish">The reason in English.</param>
internal sealed record ScanProblem(string Path, bool IsRefused, string Code, string Reason, string ReasonEnglish);
