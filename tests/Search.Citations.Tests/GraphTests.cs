using System.Text.Json;
using System.Xml.Linq;
using Search.Citations.Tests.Support;
using Search.Documents;
using Search.Documents.Catalogues;
using Search.Testing;
using Search.Text;

namespace Search.Citations.Tests;

public sealed class GraphTests
{
    private static readonly DocumentKey Directive = DocumentKey.Parse("04-CT/TW@2011-07-06");
    private static readonly DocumentKey Guideline = DocumentKey.Parse("02-HD/BĐNTW@2017-01-16");
    private static readonly DocumentKey Plan = DocumentKey.Parse("25-KH/TU~lam-dong@2017-05-04");
    private static readonly DocumentKey District = DocumentKey.Parse("30-KH/HU~lam-dong@2017-08-01");
    private static readonly DocumentKey Older = DocumentKey.Parse("44-CT/TW@1994-09-20");
    private static readonly DocumentKey Review = DocumentKey.Parse("295-CV/BĐNTW@2021-03-18");

    private static readonly CitationGraph Graph = CitationGraph.Build(
        [
            Node(Guideline, "trung-uong"), Node(Plan, "tinh"), Node(District, "huyen"), Node(Review, "trung-uong"),
            new GraphNode(Directive, DocumentStatus.Stub, DocumentHeader.Of(Directive) with { Level = "trung-uong" }),
        ],
        [
            Edge(Guideline, Directive, "huong-dan", 3), Edge(Plan, Guideline, "thuc-hien", 2), Edge(Plan, Directive, "trien-khai", 5),
            Edge(District, Plan, "trien-khai", 1), Edge(Directive, Older, "thay-the", 1), Edge(Review, Directive, "tong-ket", 12),
            Edge(Plan, Plan, "tu-dan-chieu", 0),
        ]);

    private static readonly HashSet<string> Carries = [.. Search.Documents.Catalogues.Catalogue.Default.Relations.Where(relation => relation.Chain).Select(relation => relation.Id)];

    [Fact]
    public void FindsTheNeighboursByDirection()
    {
        Assert.Equal([Directive, Older], Graph.Around(Directive, 1, GraphDirection.Out).Nodes.Select(n => n.Key));
        Assert.Equal(5, Graph.Around(Directive, 5, GraphDirection.In).Nodes.Count);
        Assert.Equal(6, Graph.Around(Directive, 5).Nodes.Count);
        Assert.Empty(Graph.Around(DocumentKey.Parse("99-CT/TW@?"), 2).Nodes);
        var cut = Graph.Around(Directive, 2, maxNodes: 3);
        Assert.Equal(3, cut.Nodes.Count);
        Assert.True(cut.Omitted > 0);
    }

    [Fact]
    public void ACopyThatCitesItsOriginalIsOneEdge()
    {
        const string Text = "Sao lục Chỉ thị số 12-CT/TW ngày 05/01/2022 của Ban Bí thư để quán triệt. Tổ chức thực hiện Chỉ thị số 12-CT/TW.";
        var original = DocumentKey.Parse("12-CT/TW@2022-01-05");
        var copy = new Document { Key = DocumentKey.Parse("348-BS/TU~nam-dinh@2022-01-20"), Header = new DocumentHeader { Type = "ban-sao" }, CopyOf = original, Span = new TextSpan(0, Text.Length) };
        var source = new SourceText { Name = "a", Text = Text, Encoding = "utf-8", Blocks = [] };
        var edge = Assert.Single(new DocumentEdges(Catalogue.Default).Of(copy, Pipeline.Cite(source, copy)));
        Assert.Equal((original, "sao-luc", 2), (edge.Target, edge.Relation, edge.Mentions));
        Assert.Equal("sao-luc", edge.Relations[0]);
        Assert.Equal(edge.Relations.Distinct(StringComparer.Ordinal), edge.Relations);
        Assert.Contains("thuc-hien", edge.Relations);
    }

    [Fact]
    public void LeavesSelfEdgesOut() => Assert.Equal(6, Graph.EdgeCount);

    [Fact]
    public void WalksTheChainOfImplementationByLevel()
    {
        var chains = Graph.Chains(Directive, Carries).Select(chain => chain.Select(step => step.Node.Key.Value).ToList()).ToList();
        Assert.Contains(chains, chain => chain.SequenceEqual([Directive.Value, Guideline.Value, Plan.Value, District.Value]));
        Assert.Contains(chains, chain => chain.SequenceEqual([Directive.Value, Review.Value]));
        Assert.DoesNotContain(chains, chain => chain.SequenceEqual([Directive.Value, Plan.Value, District.Value]));
    }

    [Fact]
    public void FindsTheShortestPath()
    {
        var path = Graph.Path(District, Review);
        Assert.Equal([District, Plan, Directive, Review], path.Nodes.Select(n => n.Key));
        Assert.Empty(Graph.Path(District, DocumentKey.Parse("1-CT/TW@?")).Nodes);
    }

    [Fact]
    public void TellsTheHistory()
    {
        var history = Graph.History(Directive);
        Assert.Equal([(Older, "thay-the", true), (Review, "tong-ket", false)], history.Select(h => (h.Node.Key, h.Relation, h.IsPredecessor)));
    }

    [Fact]
    public void FindsSharedCitations() =>
        Assert.Equal([Guideline, Plan], Graph.SharedCitations(Review).Select(shared => shared.Node.Key).Order());

    [Fact]
    public void WritesEveryFormat()
    {
        var view = Graph.Around(Directive, 1);
        using var json = JsonDocument.Parse(GraphWriter.Json(view));
        Assert.Equal(view.Nodes.Count, json.RootElement.GetProperty("nodes").GetArrayLength());
        Assert.Equal("stub", json.RootElement.GetProperty("nodes")[0].GetProperty("status").GetString());
        Assert.StartsWith("digraph", GraphWriter.Dot(view), StringComparison.Ordinal);
        Assert.StartsWith("flowchart", GraphWriter.Mermaid(view), StringComparison.Ordinal);
        var xml = XDocument.Parse(GraphWriter.GraphMl(view));
        Assert.Equal(view.Edges.Count, xml.Descendants().Count(e => e.Name.LocalName is "edge"));
    }

    [Fact]
    public void WritesReferencesIntoAkomaNtoso()
    {
        const string Text = "Thực hiện Chỉ thị số 04-CT/TW ngày 06/7/2011\ncủa Ban Bí thư khóa XI & các văn bản.\nHết.";
        var source = new SourceText { Name = "a", Text = Text, Encoding = "utf-8", Blocks = [] };
        var host = new Document { Key = Plan, Span = new TextSpan(0, Text.Length) };
        var xml = XDocument.Parse(AkomaNtosoWriter.Write(host, Text, Pipeline.Cite(source, host)));
        var reference = Assert.Single(xml.Descendants(), e => e.Name.LocalName is "ref");
        Assert.Equal("/akn/vn/chi-thi/2011-07-06/04-ct-tw-2011-07-06", reference.Attribute("href")?.Value);
        Assert.Equal(Text.Replace("\n", "", StringComparison.Ordinal), string.Concat(xml.Descendants().Where(e => e.Name.LocalName is "p").Select(e => e.Value)).Replace("\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public void MakesTheExpectedEdgesOfTheSampleFiles()
    {
        using var gold = JsonDocument.Parse(SharedData.ReadAllText("data", "seeds-gold.json"));
        var maker = new DocumentEdges(Catalogue.Default);
        var edges = new[] { "000_64e9e2dbed100a1d.txt", "003_94894e7a596e0915.txt" }
            .Select(GoldHosts.Read)
            .SelectMany(file => file.Hosts.SelectMany(host => maker.Of(host, Pipeline.Cite(file.Source, host)))).ToList();
        foreach (var expected in gold.RootElement.GetProperty("expected_edges").EnumerateArray())
        {
            string Field(string name) => expected.GetProperty(name).GetString()!;
            var edge = Assert.Single(edges, e => Evaluation.EvaluateCitations.SameTarget(Field("source"), e.Source.Value)
                && Evaluation.EvaluateCitations.SameTarget(Field("target"), e.Target.Value));
            Assert.Equal(Field("primary_relation"), edge.Relation.Replace('-', '_'));
            Assert.Equal(expected.GetProperty("mentions_all_tiers").GetInt32(), edge.Mentions);
        }
    }

    private static GraphNode Node(DocumentKey key, string level) =>
        new(key, DocumentStatus.Present, DocumentHeader.Of(key) with { Level = level });

    private static GraphEdge Edge(DocumentKey source, DocumentKey target, string relation, int depth) =>
        new(source, target, relation, [relation], depth);
}
