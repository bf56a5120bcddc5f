namespace Search.Application.Contracts;

/// <summary>What a whole export holds, to check a download against.</summary>
/// <param name="Revision">Revision of the store.</param>
/// <param name="Files">Its files.</param>
public sealed record ExportManifest(long Revision, IReadOnlyList<ExportFile> Files);
