namespace Search.Application.Comparison;

/// <summary>What stands side by side.</summary>
/// <param name="Left">Paragraphs of the first text; empty where it has nothing here.</param>
/// <param name="Right">Paragraphs of the second text.</param>
public sealed record ComparedRow(IReadOnlyList<IReadOnlyList<ComparedRun>> Left, IReadOnlyList<IReadOnlyList<ComparedRun>> Right)
{
    /// <summary>Whether both sides say the same.</summary>
    public bool IsSame { get; } = Left.Concat(Right).All(paragraph => paragraph.All(run => !run.IsOwn));
}
