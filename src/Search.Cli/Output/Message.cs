namespace Search.Cli.Output;

/// <summary>A sentence for people, in both languages.</summary>
/// <param name="Vietnamese">Shown first.</param>
/// <param name="English">Shown on the second line, or alone with <c>--lang en</c>.</param>
internal sealed record Message(string Vietnamese, string English);
