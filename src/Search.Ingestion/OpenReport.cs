namespace Search.Ingestion;

/// <summary>What opening a data folder found and did.</summary>
/// <param name="Caught">Documents that the index was behind by and that were written to it.</param>
/// <param name="Rebuilt">Whether the whole index was written anew.</param>
/// <param name="Message">What was found, in Vietnamese; null when nothing is to be told.</param>
/// <param name="MessageEnglish">The same in English.</param>
public sealed record OpenReport(int Caught, bool Rebuilt, string? Message, string? MessageEnglish);
