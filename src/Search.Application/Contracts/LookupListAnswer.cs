namespace Search.Application.Contracts;

/// <summary>What each citation means.</summary>
/// <param name="Mentions">One for each mention of the text, then one for each citation of the list.</param>
public sealed record LookupListAnswer(IReadOnlyList<LookupMention> Mentions);
