namespace Search.Application.Contracts;

/// <summary>One document citing another.</summary>
/// <param name="Source">Key of the citing document.</param>
/// <param name="Target">Key of the cited document.</param>
/// <param name="Relation">The relation that names the edge.</param>
/// <param name="Relations">Every relation between the two, most telling first.</param>
/// <param name="Mentions">How many times the one mentions the other.</param>
/// <param name="Depth">How many steps from the document asked for.</param>
public sealed record GraphEdgeLine(
    string Source, string Target, string Relation, IReadOnlyList<string> Relations, int Mentions, int Depth);
