namespace Search.Application.Comparison;

/// <summary>Words of one side in their order.</summary>
/// <param name="Text">The words, with single spaces between them.</param>
/// <param name="IsOwn">Whether the other side lacks them at this place.</param>
public sealed record ComparedRun(string Text, bool IsOwn);
