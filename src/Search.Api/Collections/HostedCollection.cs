using Search.Api.Caching;
using Search.Api.Jobs;
using Search.Application;
using Search.Application.Mcp;
using Search.Application.Reading;
using Search.Ingestion;

namespace Search.Api.Collections;

/// <summary>A collection as a host serves it: with its uploads and the answers it has given.</summary>
/// <param name="system">The opened data folder.</param>
/// <param name="knowledge">Reads it.</param>
/// <param name="metrics">Count its searches.</param>
/// <param name="answerBytes">Memory for whole answers.</param>
/// <param name="clock">Dates its jobs.</param>
internal sealed class HostedCollection(KnowledgeBase system, CollectionReader knowledge, SearchMetrics metrics, long answerBytes, TimeProvider clock)
    : Collection(system, knowledge, metrics, clock)
{
    private ResponseCache _answers = new("", answerBytes);
    private McpTools? _tools;

    public IngestJobs Jobs { get; } = new(system, clock);

    /// <summary>The collection as tools of the Model Context Protocol.</summary>
    public McpTools Tools => LazyInitializer.EnsureInitialized(ref _tools, () => new McpTools(this));

    /// <summary>Answers made from the collection's present state; those of an earlier one are given up as a whole.</summary>
    public ResponseCache Answers
    {
        get
        {
            var state = CollectionReader.State;
            var kept = Volatile.Read(ref _answers);
            return string.Equals(kept.State, state, StringComparison.Ordinal) ? kept : Renewed(kept, state);
        }
    }

    private ResponseCache Renewed(ResponseCache old, string state)
    {
        var renewed = new ResponseCache(state, old.Budget);
        var winner = Interlocked.CompareExchange(ref _answers, renewed, old);
        return ReferenceEquals(winner, old) ? renewed : winner;
    }
}
