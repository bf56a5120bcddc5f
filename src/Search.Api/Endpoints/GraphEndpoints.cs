using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Search.Api.Problems;
using Search.Application.Contracts;
using Search.Application.UseCases;
using Search.Citations;

namespace Search.Api.Endpoints;

/// <summary>Who cites whom.</summary>
internal static class GraphEndpoints
{
    public static void MapGraph(this IEndpointRouteBuilder app)
    {
        var api = app.MapApi("Graph", Scopes.Read);
        api.MayFail(404, 409);
        api.WithETag();
        api.MapGet("/graph", Around)
            .WithName("getGraph").WithSummary("The citation graph around a document")
            .WithDescription("Source cites target. What a limit left out is said in cut.")
            .Produces<GraphAnswer>(200, "application/json", "application/graphml+xml", "text/vnd.graphviz", "text/vnd.mermaid");
        api.MapGet("/graph/path", Path)
            .WithName("getPath").WithSummary("A shortest chain of citations between two documents; empty where there is none")
            .Produces<GraphAnswer>(200, "application/json", "application/graphml+xml", "text/vnd.graphviz", "text/vnd.mermaid");
        api.MapGet("/documents/{slug}/chains", Chains)
            .WithName("getChains").WithSummary("Chains of implementation, as ordered steps: who carries a document out, level by level, and what it carries out itself");
    }

    private static Ok<ListAnswer<ChainLine>> Chains(
        [Description("Slug, key or number.")] string slug, DocumentService documents, GraphService graphs)
    {
        var chains = graphs.Chains(documents.Readable(slug).Summary.Key.Value);
        return TypedResults.Ok(new ListAnswer<ChainLine>(chains.Count, chains));
    }

    private static IResult Around(
        [AsParameters] GraphQuery query,
        [FromQuery, Description("json (default), graphml, dot or mermaid."), AllowedValues("json", "graphml", "dot", "mermaid", null)] string? format,
        GraphService graphs) =>
        Write(graphs.Around(query), format);

    private static IResult Path(
        [FromQuery, Description("Key, slug or number of one end."), Required, MaxLength(256)] string? from,
        [FromQuery, Description("Key, slug or number of the other end."), Required, MaxLength(256)] string? to,
        [FromQuery, Description("json (default), graphml, dot or mermaid."), AllowedValues("json", "graphml", "dot", "mermaid", null)] string? format,
        GraphService graphs) =>
        Write(graphs.Path(from ?? "", to ?? ""), format);

    private static IResult Write(GraphView graph, string? format) => format switch
    {
        null or "json" => TypedResults.Ok(GraphService.Answer(graph)),
        "graphml" => TypedResults.Text(GraphWriter.GraphMl(graph), "application/graphml+xml; charset=utf-8", Encoding.UTF8),
        "dot" => TypedResults.Text(GraphWriter.Dot(graph), "text/vnd.graphviz; charset=utf-8", Encoding.UTF8),
        "mermaid" => TypedResults.Text(GraphWriter.Mermaid(graph), "text/vnd.mermaid; charset=utf-8", Encoding.UTF8),
        _ => throw ProblemException.Invalid(
            "format", "Có các định dạng json, graphml, dot, mermaid.", "The formats are json, graphml, dot, mermaid."),
    };
}
