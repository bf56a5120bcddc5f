using Search.Api.Contracts;
using Search.Api.Hosting;
using Search.Citations;
using Search.Documents;

namespace Search.Api.Services;

/// <summary>Answers questions about who cites whom.</summary>
internal sealed class GraphService(Knowledge knowledge)
{
}
