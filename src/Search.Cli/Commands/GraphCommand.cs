using System.CommandLine;
using Search.Application.Contracts;
using Search.Application.Lines;
using Search.Application.UseCases;
using Search.Citations;

namespace Search.Cli.Commands;

/// <summary><c>search graph KEY</c>: who cites whom around a document.</summary>
internal static class GraphCommand
{
    private static readonly Argument<string> Key = new("KEY") { Description = "Mã văn bản, địa chỉ rút gọn hoặc số ký hiệu. | Key, slug or number." };

    private static readonly Option<int> Depth = new("--depth")
    {
        Description = $"Số bước dẫn chiếu tính từ văn bản, từ 1 đến {ApiLimits.GraphDepth}. | How many steps from the document, 1 to {ApiLimits.GraphDepth}.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<string> Direction = new("--direction")
    {
        Description = "Chiều: in (văn bản dẫn tới nó), out (văn bản nó dẫn tới), both (cả hai). | Which way: in (who cites it), out (what it cites), both.",
        HelpName = "WAY",
        DefaultValueFactory = _ => "both",
    };

    private static readonly Option<string?> Format = new("--format")
    {
        Description = "Dạng in ra: json, dot, graphml, mermaid; không nêu thì mỗi dòng một quan hệ. | Form: json, dot, graphml, mermaid; one relation a line by default.",
        HelpName = "FORMAT",
    };

    public static Command Create()
    {
        Direction.AcceptOnlyFromAmong("in", "out", "both");
        Format.AcceptOnlyFromAmong("json", "dot", "graphml", "mermaid");
        return new Command("graph", "Đồ thị dẫn chiếu quanh một văn bản. | The citation graph around a document.") { Key, Depth, Direction, Format }
            .WithExamples(
                "search graph 04-CT/TW@2011-07-06 --depth 2 --format json",
                "search graph 02-HD/BĐNTW --direction in --format mermaid")
            .Does(Run);
    }

    private static int Run(CommandRun run)
    {
        using var system = run.OpenExisting(writes: false);
        var graph = system.Graphs.Around(new GraphQuery
        {
            Key = run.Value(Key),
            Depth = run.Value(Depth),
            Direction = run.Value(Direction),
        });
        if (graph.Omitted > 0)
        {
            run.Output.Note(
                $"Chỉ hiện {graph.Nodes.Count} văn bản; còn {graph.Omitted} văn bản nữa.",
                $"Only {graph.Nodes.Count} documents are shown; {graph.Omitted} more are within reach.");
        }

        switch (run.Value(Format) ?? (run.Json ? "json" : "text"))
        {
            case "json":
                run.Output.Json(GraphService.Answer(graph));
                break;
            case "dot":
                run.Output.Line(GraphWriter.Dot(graph).TrimEnd());
                break;
            case "graphml":
                run.Output.Line(GraphWriter.GraphMl(graph).TrimEnd());
                break;
            case "mermaid":
                run.Output.Line(GraphWriter.Mermaid(graph).TrimEnd());
                break;
            default:
                foreach (var edge in graph.Edges)
                {
                    run.Output.Line($"{edge.Source.Value} → {edge.Target.Value}  ({string.Join(", ", edge.Relations.Select(relation => Labels.Relation(relation, run.Output.IsEnglish)))})");
                }

                break;
        }

        return ExitCodes.Done;
    }
}
