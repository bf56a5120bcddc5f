namespace Search.Citations.Evaluation;

/// <summary>The result of an evaluation: figures and one outcome for each label. Holds ids only, no text.</summary>
public sealed record CitationReport
{
    /// <summary>One for each gold citation, in the order of the gold set.</summary>
    public required IReadOnlyList<CitationOutcome> Outcomes { get; init; }

    /// <summary>Figures of all, by tier and by form.</summary>
    public required IReadOnlyList<CitationScore> Scores { get; init; }

    /// <summary>Share of right relations among the found citations of tiers 1 and 2.</summary>
    public required double RelationAccuracy { get; init; }

    /// <summary>Share of exact spans among the found citations.</summary>
    public required double SpanAccuracy { get; init; }

    /// <summary>Citations linked to a wrong document.</summary>
    public required int WrongTargets { get; init; }

    /// <summary>Traps that were linked, as <c>file:line</c>.</summary>
    public required IReadOnlyList<string> LinkedTraps { get; init; }

    /// <summary>Predictions that no label matches, as <c>file:start-end</c>.</summary>
    public required IReadOnlyList<string> Unmatched { get; init; }

    /// <summary>Ids that an earlier result had right and this one has not.</summary>
    public IReadOnlyList<string> Losses(CitationReport earlier) => Difference(earlier, this);

    /// <summary>Ids that this result has right and an earlier one had not.</summary>
    public IReadOnlyList<string> Gains(CitationReport earlier) => Difference(this, earlier);

    private static List<string> Difference(CitationReport right, CitationReport other)
    {
        ArgumentNullException.ThrowIfNull(right);
        ArgumentNullException.ThrowIfNull(other);
        var others = other.Outcomes.Where(Good).Select(outcome => outcome.Id).ToHashSet(StringComparer.Ordinal);
        return [.. right.Outcomes.Where(outcome => Good(outcome) && !others.Contains(outcome.Id)).Select(outcome => outcome.Id)];
    }

    private static bool Good(CitationOutcome outcome) => outcome is { IsRight: true, RelationRight: true };
}
