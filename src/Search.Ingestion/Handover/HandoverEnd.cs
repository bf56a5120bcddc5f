namespace Search.Ingestion.Handover;

/// <summary>What the summary of a run needs beside its files.</summary>
internal sealed record HandoverEnd(long Revision, long OpenCitations, bool Stopped);
