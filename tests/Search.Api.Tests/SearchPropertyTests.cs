using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using Search.Application.Reading;
using Search.Documents;
using Search.Testing;
using Search.Text;

namespace Search.Api.Tests;

/// <summary>What holds for every search, whatever is asked: thirty random queries, and a thousand in the campaign.</summary>
[Collection("host")]
public sealed class SearchPropertyTests(ApiHostFixture host)
{
    private const int FeedWindow = 500;

    private static readonly string[] Orders = ["newest", "oldest", "most-cited"];

    private static readonly string[] Filters =
    [
        "-loai:cong-van", "nam:2000..2020", "nam:1990..", "-capdo:trung-uong", "trangthai:present", "noinhan:\"tỉnh ủy\"", "tieude:công",
        "loai:chi-thi", "coquan:\"Ban Bí thư\"", "capdo:tinh", "tinh:\"Quảng Ngãi\"",
    ];

    /// <summary>The documents are the same ones in every order, on pages of every length, in facets, feed and export.</summary>
    [Fact]
    public async Task OrdersLimitsFacetsFeedsAndExportsAreOfOneSet()
    {
        var papers = await PapersAsync();
        var stubs = await WholeAsync("/api/search?q=trangthai:stub&limit=100", null);
        var random = new Random(23);
        var found = 0;
        for (var i = 0; i < Campaign.Count(30, 1000); i++)
        {
            var typed = RandomQuery(random, papers);
            var query = "/api/search?q=" + Uri.EscapeDataString(typed);
            var answer = await host.Client.JsonAsync(query + "&limit=100&facets=true");
            var total = Total(answer);
            var matches = await WholeAsync(query + "&limit=100", answer);

            Assert.True(total == matches.Count, $"{typed}: {total} against {matches.Count}");
            foreach (var order in Orders)
            {
                var sorted = await host.Client.JsonAsync(query + $"&limit={1 + random.Next(100)}&sort={order}");
                Assert.True(total == Total(sorted), $"{typed}, {order}: {total} against {Total(sorted)}");
                Same(typed, matches, await WholeAsync(query + $"&limit=100&sort={order}", null));
            }

            foreach (var (column, value, count) in Facets(answer).OrderBy(_ => random.Next()).Take(3).ToList())
            {
                var filtered = await host.Client.JsonAsync(query + $"&{column}={Uri.EscapeDataString(value)}");
                Assert.True(count == Total(filtered), $"{typed}, {column} {value}: {count} against {Total(filtered)}");
            }

            Same(typed, matches, await ExportedAsync(typed));
            if (total <= FeedWindow)
            {
                // What is only cited has not arrived and is in no feed.
                var arrived = matches.Count(key => !stubs.Contains(key));
                var fed = await FeedAsync(typed);
                Assert.True(arrived == fed, $"{typed}: {arrived} against {fed} in the feed");
            }

            found += total > 0 ? 1 : 0;
        }

        Assert.True(found > Campaign.Count(30, 1000) / 2);
    }

    /// <summary>A word behind a minus is nowhere in a hit, weak or not, from letterhead to recipients, and a phrase is somewhere in a
    /// match: in its title, its number, its passages.</summary>
    [Fact]
    public async Task MinusAndQuotesHoldForWholeTexts()
    {
        var papers = await PapersAsync();
        var wholes = papers.Keys.ToDictionary(key => key, Whole, StringComparer.Ordinal);
        var random = new Random(29);
        var held = 0;
        for (var i = 0; i < Campaign.Count(30, 1000); i++)
        {
            var (phrase, without) = (Words(random, papers, 2 + random.Next(2)), Words(random, wholes, 1));
            var typed = random.Next(3) switch { 0 => $"\"{phrase}\"", 1 => $"{phrase} -{without}", _ => $"\"{phrase}\" -{without}" };
            var answer = await host.Client.JsonAsync($"/api/search?q={Uri.EscapeDataString(typed)}&limit=100");
            var isRelaxed = answer.TryGetProperty("relaxed", out _);
            foreach (var key in typed.Contains('-', StringComparison.Ordinal) ? Hits(answer).Where(wholes.ContainsKey) : [])
            {
                Assert.True(!Holds(wholes[key], without, areBareForms: false), $"{typed}: {key} holds {without}");
            }

            foreach (var key in Matches(answer))
            {
                // What is known of other papers by citation alone is not their own text.
                if (!papers.TryGetValue(key, out var tokens))
                {
                    continue;
                }

                held++;
                Assert.True(!typed.StartsWith('"') || isRelaxed || Holds(tokens, phrase, areBareForms: true), $"{typed}: {key} lacks {phrase}");
            }
        }

        Assert.NotEqual(0, held);
    }

    // All that a document says; what a page shows around it is none of it.
    private List<FieldToken> Whole(string key)
    {
        var record = host.Services.GetRequiredService<CollectionReader>().Shown(key)!.Record;
        var (document, at) = (record.Document!, record.Document!.Span.Start);
        var stretches = new List<string>();
        foreach (var furniture in document.Parts.Where(part => part.Kind == DocumentPartKind.Furniture).Select(part => part.Span).OrderBy(span => span.Start))
        {
            stretches.Add(document.Read(record.SourceText!, new TextSpan(at, Math.Max(at, furniture.Start))));
            at = Math.Max(at, furniture.End);
        }

        stretches.Add(document.Read(record.SourceText!, new TextSpan(at, Math.Max(at, document.Span.End))));
        return FieldAnalyzer.Shared.Analyze(string.Join("\n", stretches));
    }

    private async Task<Dictionary<string, List<FieldToken>>> PapersAsync()
    {
        var papers = new Dictionary<string, List<FieldToken>>(StringComparer.Ordinal);
        var reader = host.Services.GetRequiredService<CollectionReader>();
        var answer = await host.Client.JsonAsync("/api/search?q=trangthai:present&limit=100");
        foreach (var hit in answer.GetProperty("hits").EnumerateArray())
        {
            var document = hit.GetProperty("document");
            var key = document.GetProperty("key").GetString()!;
            var record = reader.Shown(key)!.Record;
            var passages = record.Document!.Passages.SelectMany(passage => passage.HeadingPath.Append(record.Document.Read(record.SourceText!, passage.Span)));
            papers[key] = FieldAnalyzer.Shared.Analyze(string.Join("\n", passages.Append(document.GetProperty("title").GetString()).Append(document.GetProperty("number").GetString())));
        }

        return papers;
    }

    private static string RandomQuery(Random random, Dictionary<string, List<FieldToken>> papers)
    {
        var query = random.Next(9) switch
        {
            0 => $"\"{Words(random, papers, 2)}\"",
            1 => $"{Words(random, papers, 2)} -{Words(random, papers, 1)}",
            2 => $"{Words(random, papers, 2)} OR \"{Words(random, papers, 2)}\"",
            3 => $"doan:({Words(random, papers, 2)} {Words(random, papers, 1)})",
            4 => $"\"{Words(random, papers, 3)}\"~5",
            5 => $"{Words(random, papers, 1)} {Words(random, papers, 1)[..1]}*",
            6 => FieldAnalyzer.Shared.Forms(Words(random, papers, 1)).Folded + " " + FieldAnalyzer.Shared.Forms(Words(random, papers, 1)).Folded,
            7 => string.Create(CultureInfo.InvariantCulture, $"chi thi {1 + random.Next(60)}"),
            _ => Words(random, papers, 1 + random.Next(9)),
        };
        return random.Next(3) == 0 ? $"{query} {Filters[random.Next(Filters.Length)]}" : query;
    }

    // Neighbors of a random paper, without figures and signs.
    private static string Words(Random random, Dictionary<string, List<FieldToken>> papers, int count)
    {
        var tokens = papers.Values.ElementAt(random.Next(papers.Count));
        for (var i = 0; i < 200; i++)
        {
            var own = tokens.Skip(random.Next(tokens.Count)).Take(count).ToList();
            if (own.Count == count && own.TrueForAll(token => token.Exact.Length > 1 && token.Exact.All(char.IsLetter) && VietnameseSyllable.IsValid(token.Exact)))
            {
                return string.Join(' ', own.Select(token => token.Exact));
            }
        }

        return "công tác";
    }

    private static bool Holds(List<FieldToken> tokens, string words, bool areBareForms)
    {
        var wanted = FieldAnalyzer.Shared.Analyze(words);
        for (var i = 0; i + wanted.Count <= tokens.Count; i++)
        {
            var n = 0;
            while (n < wanted.Count && (string.Equals(tokens[i + n].Exact, wanted[n].Exact, StringComparison.Ordinal)
                || (areBareForms && string.Equals(tokens[i + n].Folded, wanted[n].Folded, StringComparison.Ordinal))))
            {
                n++;
            }

            if (n == wanted.Count)
            {
                return true;
            }
        }

        return false;
    }

    private static long Total(JsonElement answer)
    {
        Assert.Equal("eq", answer.GetProperty("total").GetProperty("relation").GetString());
        return answer.GetProperty("total").GetProperty("value").GetInt64();
    }

    private static IEnumerable<string> Hits(JsonElement answer) =>
        answer.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("document").GetProperty("key").GetString()!);

    private static IEnumerable<string> Matches(JsonElement answer) => answer.GetProperty("hits").EnumerateArray()
        .Where(hit => !hit.GetProperty("weak").GetBoolean()).Select(hit => hit.GetProperty("document").GetProperty("key").GetString()!);

    private static IEnumerable<(string Column, string Value, long Count)> Facets(JsonElement answer) =>
        from column in answer.GetProperty("facets").EnumerateObject()
        from value in column.Value.EnumerateArray()
        select (column.Name, value.GetProperty("value").GetString()!, value.GetProperty("count").GetInt64());

    private async Task<HashSet<string>> WholeAsync(string query, JsonElement? first)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var page = first ?? await host.Client.JsonAsync(query);
        while (true)
        {
            var count = keys.Count;
            var own = Matches(page).ToList();
            keys.UnionWith(own);
            Assert.Equal(count + own.Count, keys.Count);
            if (own.Count == 0 || page.GetProperty("nextCursor").GetString() is not { } cursor)
            {
                return keys;
            }

            page = await host.Client.JsonAsync($"{query}&cursor={Uri.EscapeDataString(cursor)}");
        }
    }

    private async Task<HashSet<string>> ExportedAsync(string typed)
    {
        var lines = await host.Client.GetStringAsync(new Uri("/api/export?q=" + Uri.EscapeDataString(typed), UriKind.Relative));
        return [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("key").GetString()!)];
    }

    private async Task<long> FeedAsync(string typed)
    {
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var count = 0L;
        for (var page = 1; ; page++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"/api/feed.atom?limit=100&page={page}&q={Uri.EscapeDataString(typed)}");
            var feed = XDocument.Parse(await host.Client.GetStringAsync(new Uri(path, UriKind.Relative))).Root!;
            count += feed.Elements(atom + "entry").Count();
            if (!feed.Elements(atom + "link").Any(link => link.Attribute("rel")?.Value is "next"))
            {
                return count;
            }
        }
    }

    private static void Same(string typed, HashSet<string> expected, HashSet<string> actual) =>
        Assert.True(expected.SetEquals(actual), $"{typed}: {string.Join(' ', expected.Except(actual))} | {string.Join(' ', actual.Except(expected))}");
}
