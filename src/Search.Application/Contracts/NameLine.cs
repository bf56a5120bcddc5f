namespace Search.Application.Contracts;

/// <summary>A name of a catalogue.</summary>
/// <param name="Id">What filters and answers use.</param>
/// <param name="Name">Its Vietnamese name.</param>
/// <param name="NameEn">Its English name, where there is one.</param>
/// <param name="Abbreviations">How numbers and texts abbreviate it.</param>
public sealed record NameLine(string Id, string Name, string? NameEn, IReadOnlyList<string> Abbreviations);
