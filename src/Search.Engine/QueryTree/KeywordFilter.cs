namespace Search.Engine;

/// <summary>The column carries at least one of the values.</summary>
/// <param name="Column">A keyword column.</param>
/// <param name="Values">Accepted values, compared ordinally without regard to case and accents.</param>
public sealed record KeywordFilter(string Column, IReadOnlyList<string> Values) : Filter(Column)
{
    /// <summary>Whether the words of a value may be part of a longer one: <c>Rứa</c> finds <c>Tô Huy Rứa</c>.</summary>
    /// <value>false</value>
    public bool IsPart { get; init; }

    /// <summary>Whether a value that some document carries whole means itself all the same, as a value chosen of a facet does:
    /// what is counted is found.</summary>
    /// <value>false</value>
    public bool IsWholeFirst { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{Column}:{(IsPart ? "~" : "")}{(IsWholeFirst ? "=" : "")}[{string.Join(" | ", Values)}]";
}
