using System.Diagnostics;
using System.Globalization;
using Search.Citations;
using Search.Documents;
using Search.Documents.Catalogues;
using Search.Text;

namespace Search.Benchmarks;

/// <summary>100,000 documents that make 1,000,000 mentions: extraction, resolution, edges, graph questions.</summary>
internal static class CitationScaleBenchmark
{
    private const int Documents = 100_000;
    private const int MentionsEach = 10;
    private static readonly string[] Types = ["Chỉ thị", "Nghị quyết", "Kết luận", "Kế hoạch", "Hướng dẫn", "Thông báo"];
    private static readonly string[] Letters = ["CT", "NQ", "KL", "KH", "HD", "TB"];
    private static readonly string[] Organs = ["TW", "TU", "VPTW", "BTCTW", "BĐNTW", "UBKTTW"];

    private static readonly HashSet<string> Carries =
        [.. Catalogue.Default.Relations.Where(relation => relation.Chain).Select(relation => relation.Id)];

    public static void Run()
    {
        var random = new Random(20_260_109);
        var hosts = new List<(Document Host, string Text)>(Documents);
        var known = new MemoryRegistry();
        var provinces = Catalogue.Default.Provinces;
        var numbers = new (string Number, int Type, DateOnly Date, string? Province)[Documents];
        for (var i = 0; i < Documents; i++)
        {
            var type = i % Types.Length;
            var organ = Organs[i / Types.Length % Organs.Length];
            var number = string.Create(CultureInfo.InvariantCulture, $"{1 + (i % 997):00}-{Letters[type]}/{organ}");
            var date = new DateOnly(1996, 7, 2).AddDays(i % 10_000);
            var province = string.Equals(organ, "TU", StringComparison.Ordinal) ? provinces[i % provinces.Length].Id : null;
            numbers[i] = (Docket.Parse(number).Canonical, type, date, province);
        }

        for (var i = 0; i < Documents; i++)
        {
            var (number, type, date, province) = numbers[i];
            var key = DocumentKey.ForNumber(number, province, date);
            var text = new System.Text.StringBuilder();
            for (var m = 0; m < MentionsEach; m++)
            {
                // Popular documents are cited more, as in life.
                var cited = (int)(Documents * Math.Pow(random.NextDouble(), 3));
                var (citedNumber, citedType, citedDate, _) = numbers[cited];
                text.Append(CultureInfo.InvariantCulture, $"Tổ chức thực hiện {Types[citedType]} số {citedNumber} ngày {citedDate:dd/M/yyyy} về công tác xây dựng Đảng trong tình hình mới. ");
            }

            known.Add(new KnownDocument
            {
                Key = key,
                Header = new DocumentHeader
                {
                    Docket = Docket.Parse(number),
                    Type = VietnameseFolding.Fold(Types[type]).Replace(' ', '-'),
                    Date = date,
                    ProvinceId = province,
                },
                Status = DocumentStatus.Present,
            });
            var content = text.ToString();
            hosts.Add((new Document
            {
                Key = key,
                Header = new DocumentHeader
                {
                    Docket = Docket.Parse(number),
                    Type = VietnameseFolding.Fold(Types[type]).Replace(' ', '-'),
                    Date = date,
                    ProvinceId = province,
                },
                Span = new TextSpan(0, content.Length),
            }, content));
        }

        var extractor = new CitationExtractor(Catalogue.Default);
        var resolver = new CitationResolver(Catalogue.Default);
        var edgeMaker = new DocumentEdges(Catalogue.Default);
        var nodes = new List<GraphNode>();
        var edges = new List<GraphEdge>();
        var mentions = 0;
        var linked = 0;
        var resolving = TimeSpan.Zero;
        var clock = Stopwatch.StartNew();
        foreach (var (host, text) in hosts)
        {
            var source = new SourceText { Name = "", Text = text, Encoding = "utf-8", Blocks = [] };
            var found = extractor.Extract(source, VietnameseNormalizer.Normalize(text), host);
            var before = clock.Elapsed;
            var citations = resolver.Resolve(host, source, found, known);
            resolving += clock.Elapsed - before;
            mentions += citations.Count;
            linked += citations.Count(citation => citation.Target is not null);
            edges.AddRange(edgeMaker.Of(host, citations));
            nodes.Add(new GraphNode(host.Key, DocumentStatus.Present, host.Header));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"resolution: {Documents} documents, {mentions} mentions ({linked} linked) in {clock.Elapsed.TotalSeconds:F1} s, of that resolving {resolving.TotalSeconds:F1} s; peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0} MB"));
        clock.Restart();
        var graph = CitationGraph.Build(nodes, edges);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"graph: {graph.Nodes.Count} nodes, {graph.EdgeCount} edges built in {clock.Elapsed.TotalSeconds:F2} s"));
        Question("around, depth 2", key => graph.Around(key, 2).Nodes.Count);
        Question("chains", key => graph.Chains(key, Carries).Count);
        Question("history", key => graph.History(key).Count);
        Question("shared citations", key => graph.SharedCitations(key).Count);
        Question("path", key => graph.Path(key, nodes[0].Key).Nodes.Count);

        void Question(string name, Func<DocumentKey, int> ask)
        {
            var times = new List<double>();
            for (var i = 0; i < 1000; i++)
            {
                // Half of the questions go to the most cited documents.
                var key = nodes[i % 2 == 0 ? i / 2 : random.Next(nodes.Count)].Key;
                var watch = Stopwatch.StartNew();
                ask(key);
                times.Add(watch.Elapsed.TotalMilliseconds);
            }

            times.Sort();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: p50 {times[500]:F2} ms, p99 {times[990]:F2} ms"));
        }
    }
}
