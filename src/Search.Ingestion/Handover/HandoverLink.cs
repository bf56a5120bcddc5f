namespace Search.Ingestion.Handover;

/// <summary>A citation that was linked.</summary>
internal sealed record HandoverLink(string Citing, string Text, string Target);
