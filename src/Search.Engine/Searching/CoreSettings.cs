namespace Search.Engine;

/// <summary>The settings of an engine with what is made of them once.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Abbreviations">The abbreviations that questions may use.</param>
internal sealed record CoreSettings(SearchEngineOptions Options, Abbreviations Abbreviations);
