namespace Search.Application.Contracts;

/// <summary>One file of a whole export.</summary>
/// <param name="Url">Where to get it.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">SHA-256 of its bytes, in lower-case hex.</param>
public sealed record ExportFile(string Url, int Rows, long Bytes, string Sha256);
