using System.Diagnostics;
using System.Globalization;
using System.Text;
using Search.Documents.Catalogues;
using Search.Engine;
using Search.Engine.LuceneNet;
using Search.Testing;

namespace Search.Benchmarks;

/// <summary>
/// What a reader's search for documents takes in the engine, and what it answers:
/// <c>documents [--folder DIR] [--questions N] [--rounds N] [--answers FILE] [--small]</c>. Every article of the corpus is a
/// document of one passage or more. Asked are questions as they are, and short queries cut from them, with facets and without, in
/// every order. <c>--answers</c> writes each answer as a line, scores to the last bit, to be compared with another build's.
/// </summary>
internal static class DocumentSearchBenchmark
{
    private const int PassageLength = 1500;

    private static readonly string[] Types = ["thong-bao", "bao-cao", "cong-van", "ke-hoach", "huong-dan", "quy-dinh", "chi-thi"];
    private static readonly string[] Facets = [IndexFields.Type, IndexFields.Issuer, IndexFields.Province, IndexFields.Year, IndexFields.Validity];

    public static int Run(string[] args)
    {
        var small = args.Contains("--small", StringComparer.Ordinal);
        var folder = Option(args, "--folder") ?? Path.Combine(Path.GetTempPath(), small ? "search-documents-small" : "search-documents");
        var count = Number(args, "--questions", 300);
        var rounds = Number(args, "--rounds", 1);
        using var engine = LuceneNetEngine.Open(folder);
        if (engine.Revision < 1)
        {
            Fill(engine, small);
        }

        using var snapshot = engine.OpenSnapshot();
        var statistics = snapshot.Statistics;
        Say($"{statistics.Groups} documents, {statistics.Entries} passages, {statistics.Segments} segments");
        var questions = EngineBenchmark.Questions(small).Take(count).Select(question => question.Text).ToList();
        var briefs = Load.LoadQueries.Make(Math.Max(100, count / 3)).ToList();
        var lines = Option(args, "--answers") is { } file ? new StreamWriter(file, append: false, new UTF8Encoding(false)) : null;
        using (lines)
        {
            foreach (var (name, texts, with) in Rounds(questions, briefs))
            {
                Ask(snapshot, name, texts, with, rounds, lines);
            }
        }

        Say($"{Environment.WorkingSet >> 20} MB resident, {GC.GetTotalMemory(forceFullCollection: true) >> 20} MB of them live objects");
        return 0;
    }

    private static IEnumerable<(string Name, List<string> Texts, Func<SearchRequest, SearchRequest> With)> Rounds(List<string> questions, List<string> briefs)
    {
        yield return ("questions", questions, request => request);
        yield return ("short queries", briefs, request => request);
        yield return ("short queries, facets", briefs, request => request with { Facets = Facets });
        yield return ("short queries, newest first", briefs, request => request with { Sort = SortOrder.Newest });
        yield return ("short queries, oldest first", briefs, request => request with { Sort = SortOrder.Oldest });
        yield return ("short queries, most cited first", briefs, request => request with { Sort = SortOrder.MostCited });
        yield return ("short queries, matches only", briefs, request => request with { IncludeWeak = false, PassagesPerGroup = 1 });
        yield return ("short queries, one type", briefs, request => request with { Filters = [.. request.Filters, new KeywordFilter(IndexFields.Type, ["chi-thi"])] });
        yield return ("short queries, 100 with 5 passages", briefs, request => request with { Limit = 100, PassagesPerGroup = 5 });
        yield return ("short phrases", [.. briefs.Select(text => $"\"{text}\"")], request => request);
    }

    private static void Ask(
        IIndexSnapshot snapshot, string name, List<string> texts, Func<SearchRequest, SearchRequest> with, int rounds, StreamWriter? answers)
    {
        var names = Names();
        var requests = texts.ConvertAll(text => (Text: text, Parsed: QueryParser.Parse(text, names, snapshot.Words)));
        foreach (var (text, parsed) in requests)
        {
            var page = QueryAnswer.Of(snapshot, parsed, with(parsed.ToRequest()), CancellationToken.None).Page;
            answers?.WriteLine($"{name}\t{text}\t{Line(page)}");
        }

        var times = new List<double>(requests.Count * rounds);
        var processor = Environment.CpuUsage.TotalTime;
        var allocated = GC.GetTotalAllocatedBytes();
        for (var round = 0; round < rounds; round++)
        {
            foreach (var (_, parsed) in requests)
            {
                var started = Stopwatch.GetTimestamp();
                QueryAnswer.Of(snapshot, parsed, with(parsed.ToRequest()), CancellationToken.None);
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }

        var each = (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / times.Count;
        var bytes = (GC.GetTotalAllocatedBytes() - allocated) / times.Count;
        times.Sort();
        Say($"{name,-36} {each,8:0.00} ms of processor each, p50 {times[times.Count / 2]:0.00} ms, p99 {times[times.Count * 99 / 100]:0.00} ms, {bytes >> 10} KB allocated");
    }

    private static string Line(SearchPage page)
    {
        var line = new StringBuilder();
        line.Append(CultureInfo.InvariantCulture, $"{page.Total.Value} {page.Total.Relation} {page.Rule} {page.Weak}");
        foreach (var hit in page.Hits)
        {
            line.Append(CultureInfo.InvariantCulture, $" | {hit.Group} {hit.Id} {BitConverter.DoubleToInt64Bits(hit.Score):x} {hit.IsWeak}");
            foreach (var passage in hit.Passages)
            {
                line.Append(CultureInfo.InvariantCulture, $" {passage.Id} {BitConverter.DoubleToInt64Bits(passage.Score):x}");
            }
        }

        foreach (var (column, values) in page.Facets.OrderBy(facet => facet.Key, StringComparer.Ordinal))
        {
            line.Append(CultureInfo.InvariantCulture, $" | {column}: {string.Join(',', values.Select(value => $"{value.Value}={value.Count}"))}");
        }

        return line.ToString();
    }

    private static QueryCatalogue Names()
    {
        var catalogue = Catalogue.Default;
        return new QueryCatalogue(
            catalogue.Types.Select(type => new QueryType(type.Id, type.Name, [], [.. type.LongNames])),
            catalogue.Bodies.Select(body => KeyValuePair.Create(body.Name, body.Name)),
            catalogue.Provinces.Select(province => KeyValuePair.Create(province.Name, province.Id)));
    }

    private static void Fill(ISearchEngine engine, bool small)
    {
        using var writer = engine.OpenWriter();
        var number = 0;
        foreach (var article in EvaluationFiles.ReadCorpus(SharedData.PathOf("data", "retrieval", small ? "corpus-small.jsonl.gz" : "corpus.jsonl.gz")))
        {
            foreach (var entry in Entries(article, number))
            {
                writer.Put(entry);
            }

            if (++number % 20_000 == 0)
            {
                Say($"{number} articles indexed");
            }
        }

        writer.Commit(revision: 1);
    }

    private static IEnumerable<IndexEntry> Entries(EvaluationArticle article, int number)
    {
        var year = 1990 + (number % 35);
        var key = string.Create(CultureInfo.InvariantCulture, $"ART{number:D6}@{year}");
        var title = $"{article.Document} · {article.Title}".Trim(' ', '·');
        var body = article.Text ?? "";
        var keywords = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            [IndexFields.Status] = [number % 9 == 0 ? "referenced" : "present"],
            [IndexFields.Type] = [Types[number % Types.Length]],
            [IndexFields.Year] = [year.ToString(CultureInfo.InvariantCulture)],
            [IndexFields.Province] = number % 5 == 0 ? ["ha-noi"] : [],
            [IndexFields.Validity] = [number % 4 == 0 ? "het-hieu-luc" : "con-hieu-luc"],
        };
        var numbers = new Dictionary<string, long>(StringComparer.Ordinal)
        {
            [IndexFields.Date] = (year * 10000L) + ((1 + (number % 12)) * 100) + 1 + (number % 28),
            [IndexFields.CitedBy] = number % 97 == 0 ? number % 31 : 0,
            [IndexFields.Authority] = 10 * (number % Types.Length),
        };
        for (var (start, part) = (0, 0); start < body.Length || part == 0; part++)
        {
            // At the end of a line where one is near, as a reader of documents cuts.
            var end = Math.Min(body.Length, start + PassageLength);
            var line = end < body.Length ? body.LastIndexOf('\n', end - 1, end - start) : -1;
            end = line > start ? line + 1 : end;
            yield return new IndexEntry
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"{key}#p{part}"),
                Group = key,
                Text = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    [IndexFields.Title] = number % 50 == 0 ? "" : title.Length > 300 ? title[..300] : title,
                    [IndexFields.Headings] = article.Title ?? "",
                    [IndexFields.Body] = body[start..end],
                },
                Keywords = keywords,
                Numbers = numbers,
            };
            start = end;
        }
    }

    private static int Number(string[] args, string name, int otherwise) =>
        Option(args, name) is { } value ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;

    private static string? Option(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
