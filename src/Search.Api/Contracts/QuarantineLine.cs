namespace Search.Api.Contracts;

/// <summary>A refused file. Nothing of its text is kept.</summary>
/// <param name="Id">Its name in addresses; the same as long as the path is.</param>
/// <param name="Path">Path of the file.</param>
/// <param name="Size">Size in bytes.</param>
/// <param name="Step">The step that refused it.</param>
/// <param name="Code">Stable name of the reason.</param>
/// <param name="Reason">The reason, in Vietnamese.</param>
/// <param name="ReasonEn">The reason, in English.</param>
/// <param name="At">When it was refused last.</param>
/// <param name="Attempts">How many times it was tried.</param>
public sealed record QuarantineLine(
    string Id, string Path, long Size, string Step, string Code, string Reason, string ReasonEn, DateTimeOffset At, int Attempts);
