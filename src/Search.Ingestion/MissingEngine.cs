namespace Search.Ingestion;

/// <summary>Why an engine cannot be used in this build.</summary>
/// <param name="Message">One Vietnamese sentence that says what to do.</param>
/// <param name="MessageEnglish">The same in English.</param>
public sealed record MissingEngine(string Message, string MessageEnglish);
