using System.Text.Json.Serialization;

namespace Search.Application.Contracts;

/// <summary>A citation graph.</summary>
/// <param name="Nodes">The documents.</param>
/// <param name="Edges">Who cites whom.</param>
public sealed record GraphAnswer(IReadOnlyList<GraphNodeLine> Nodes, IReadOnlyList<GraphEdgeLine> Edges)
{
    /// <summary>Whether a limit left something out; null where the graph is whole.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public GraphCut? Cut { get; init; }
}
