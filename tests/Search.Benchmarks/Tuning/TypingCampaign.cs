using System.Globalization;
using System.Text.Json;
using Search.Application.Reading;
using Search.Engine;
using Search.Ingestion;
using Search.Testing;

namespace Search.Benchmarks;

/// <summary>
/// In how many typed variants of real queries the first document stays the same: <c>typing DATA QUERIES.jsonl</c>, ten variants
/// of each of the first fifty queries that are words with accents, two of each kind of <see cref="TypingVariants"/>. With
/// <c>--failures</c> it prints the variants whose first document is another one, with what they were read as.
/// </summary>
internal static class TypingCampaign
{
    private const int Queries = 50;
    private const int Rounds = 2;
    private const int FewestWords = 3;

    public static int Run(string[] arguments)
    {
        if (arguments.Length < 2)
        {
            Console.Error.WriteLine("usage: typing DATA QUERIES.jsonl");
            return 2;
        }

        using var system = KnowledgeBase.Open(new KnowledgeOptions { DataDirectory = arguments[0] });
        var reader = new CollectionReader(system, TimeProvider.System);
        using var lease = reader.Lease();
        var random = new Random(17);
        var same = TypingVariants.Kinds.ToDictionary(kind => kind.Kind, _ => 0, StringComparer.Ordinal);
        var queries = File.ReadLines(arguments[1]).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("query").GetString()!)
            .Where(query => query.Split(' ').Length >= FewestWords && !query.Any(char.IsAsciiDigit) && !string.Equals(TypingVariants.Plain(query), query, StringComparison.Ordinal))
            .Take(Queries).ToList();
        foreach (var query in queries)
        {
            var first = First(query);
            for (var round = 0; round < Rounds; round++)
            {
                foreach (var (kind, make) in TypingVariants.Kinds)
                {
                    var variant = make(query, random);
                    var found = First(variant);
                    if (string.Equals(found, first, StringComparison.Ordinal))
                    {
                        same[kind]++;
                    }
                    else if (arguments.Contains("--failures", StringComparer.Ordinal))
                    {
                        Console.WriteLine($"{kind}: {variant} | {QueryParser.Parse(variant, reader.Names, lease.Snapshot.Words).ReadAs} | {query} | {found} for {first}");
                    }
                }
            }
        }

        var tried = queries.Count * Rounds;
        foreach (var (kind, count) in same)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind,-12} {count} of {tried}"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"all          {same.Values.Sum()} of {tried * same.Count}"));
        return 0;

        string? First(string query)
        {
            var parsed = QueryParser.Parse(query, reader.Names, lease.Snapshot.Words);
            return QueryAnswer.Of(lease.Snapshot, parsed, parsed.ToRequest(1), CancellationToken.None).Page.Hits.FirstOrDefault()?.Group;
        }
    }
}
