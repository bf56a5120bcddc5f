using System.Text.Json;
using Search.Application.Lines;
using Search.Citations;
using Search.Documents;
using Search.Documents.Catalogues;

namespace Search.Api.Pages;

/// <summary>What the graph page hands to its script, in the words and the language of the page.</summary>
internal static class GraphData
{
    private const int ShortTitle = 26;

    private static readonly string[] Levels = ["trung-uong", "nha-nuoc", "tinh", "dia-phuong", "huyen", "co-so"];

    private static readonly JsonSerializerOptions Wire = new(JsonSerializerDefaults.Web);

    /// <summary>The drawing's data: its documents and who cites whom.</summary>
    /// <param name="view">The graph.</param>
    /// <param name="center">Key of the document it starts from.</param>
    /// <param name="citedBy">How many documents cite each.</param>
    /// <param name="page">The reader's language.</param>
    public static string Json(GraphView view, string center, IReadOnlyDictionary<string, int> citedBy, PageContext page) =>
        JsonSerializer.Serialize(
            new
            {
                Center = center,
                Nodes = view.Nodes.Select(node => new
                {
                    Key = node.Key.Value,
                    node.Key.Slug,
                    Url = DocumentLines.Url(node.Key),
                    Name = Name(node, page),
                    Short = node.Number ?? (node.Type is { } type ? Labels.Type(type, page.English) : null) ?? Cut(node.Title) ?? Name(node, page),
                    Title = DisplayTitle.Of(node.Title, Catalogue.Default) is { Length: > 0 } title ? char.ToUpperInvariant(title[0]) + title[1..] : null,
                    node.Type,
                    node.Date,
                    node.Level,
                    LevelName = LevelName(node.Level ?? "", page),
                    Status = DocumentLines.Status(node.Status),
                    CitedBy = citedBy.GetValueOrDefault(node.Key.Value),
                }),
                Edges = view.Edges.Where(edge => !edge.Source.Equals(edge.Target)).Select(edge => new
                {
                    Source = edge.Source.Value,
                    Target = edge.Target.Value,
                    edge.Relation,
                    Label = Labels.Relation(edge.Relation, page.English),
                    edge.Mentions,
                }),
            },
            Wire);

    /// <summary>What to call a document in one line.</summary>
    /// <param name="node">The document.</param>
    /// <param name="page">The reader's language.</param>
    public static string Name(GraphNode node, PageContext page)
    {
        var type = node.Type is { } id ? Labels.Type(id, page.English) : null;
        return node.Number is { } number
            ? $"{type} {number}".Trim()
            : DisplayTitle.Of(node.Title, Catalogue.Default) is { } title ? type is null ? title : $"{type}: {title}" : type ?? Labels.Unnamed(node.Key.Value, page.English);
    }

    /// <summary>Place of a level from the center down.</summary>
    /// <param name="level">Its id, or nothing.</param>
    public static int Rank(string level) => Array.IndexOf(Levels, level) is >= 0 and var at ? at : Levels.Length;

    /// <summary>Name of a level; documents without one have a name for that too.</summary>
    /// <param name="level">Its id, or nothing.</param>
    /// <param name="page">The reader's language.</param>
    public static string LevelName(string level, PageContext page) =>
        level.Length == 0 ? page.Say("Chưa rõ cấp", "Level unknown") : Labels.Level(level, page.English);

    private static string? Cut(string? title) =>
        title is null ? null : title.Length > ShortTitle ? title[..(ShortTitle - 1)].TrimEnd() + "…" : title;
}
