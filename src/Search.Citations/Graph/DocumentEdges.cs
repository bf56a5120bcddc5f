using Search.Documents;
using Search.Documents.Catalogues;

namespace Search.Citations;

/// <summary>
/// Makes edges between documents out of citations. The main relation: what the title says; else what the enacting
/// clause says (the first paragraph); else a closing clause (replaces, repeals); else the relation most mentions
/// show. Relations that speak of the mention and not of the two documents (alias, attachment, plain reference) give
/// way to any other.
/// </summary>
public sealed class DocumentEdges
{
    private const int EnactingClause = 1500;
    private readonly Dictionary<string, int> _precedence;

    /// <summary>Edges by the precedence of a catalogue's relations.</summary>
    public DocumentEdges(Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        _precedence = catalogue.Relations.ToDictionary(relation => relation.Id, relation => relation.Precedence, StringComparer.Ordinal);
    }

    /// <summary>The edges of one document, one for each document it cites.</summary>
    /// <param name="host">The citing document; its title and first paragraph weigh most.</param>
    /// <param name="citations">Its citations, linked and open; open ones make no edge.</param>
    public IReadOnlyList<GraphEdge> Of(Document host, IReadOnlyList<Citation> citations)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(citations);
        var edges = Group(citations, citation => Rank(host, citation));
        if (host is { IsAbstract: false, CopyOf: { } original } && !original.Equals(host.Key))
        {
            // A copy that also cites its original is one edge: what it is to it comes first.
            const string Copies = "sao-luc";
            var cited = edges.FindIndex(edge => edge.Target.Equals(original));
            var also = cited < 0 ? null : edges[cited];
            if (cited >= 0)
            {
                edges.RemoveAt(cited);
            }

            edges.Insert(0, new GraphEdge(host.Key, original, Copies, [Copies, .. also?.Relations.Where(relation => relation is not Copies) ?? []], also?.Mentions ?? 1));
        }

        return edges;
    }

    /// <summary>The edges of many documents where only their citations are at hand.</summary>
    public IReadOnlyList<GraphEdge> Of(IEnumerable<Citation> citations)
    {
        ArgumentNullException.ThrowIfNull(citations);
        return Group(citations, static _ => 3);
    }

    private List<GraphEdge> Group(IEnumerable<Citation> citations, Func<Citation, int> rank)
    {
        var edges = new List<GraphEdge>();
        foreach (var pair in citations.Where(citation => citation is { Target: not null, IsNote: false })
            .GroupBy(citation => (citation.Document, citation.Target!.Key)))
        {
            var self = pair.Key.Document.Equals(pair.Key.Key);
            var relations = pair.GroupBy(citation => citation.Relation, StringComparer.Ordinal)
                .Select(group => (
                    Relation: group.Key,
                    Rank: IsWeak(group.Key) ? 9 : IsClosing(group.Key) ? Math.Min(2, group.Min(rank)) : group.Min(rank),
                    Count: group.Count()))
                .OrderBy(entry => entry.Rank)
                .ThenByDescending(entry => entry.Rank >= 3 ? entry.Count : 0)
                .ThenBy(entry => _precedence.GetValueOrDefault(entry.Relation, int.MaxValue))
                .ToList();
            var main = relations[0].Relation;
            edges.Add(new GraphEdge(
                pair.Key.Document,
                pair.Key.Key,
                main,
                [main, .. relations.Skip(1).Select(entry => entry.Relation).OrderBy(relation => _precedence.GetValueOrDefault(relation, int.MaxValue))],
                self ? 0 : pair.Count()));
        }

        return edges;
    }

    private static int Rank(Document host, Citation citation)
    {
        if (host.TitleSpan is { } title && title.Contains(citation.Core.Start))
        {
            return 0;
        }

        if (host.BodySpan is { } body && citation.Core.Start >= body.Start)
        {
            var end = host.Passages.FirstOrDefault(passage => passage.Span.Start >= body.Start)?.Span.End ?? body.Start + EnactingClause;
            if (citation.Core.Start < end)
            {
                return 1;
            }
        }

        return 3;
    }

    private static bool IsWeak(string relation) => relation is "dan-chieu" or "ban-hanh-kem-theo" or "dinh-nghia-alias" or "tu-dan-chieu";

    private static bool IsClosing(string relation) => relation is "thay-the" or "bai-bo" or "sua-doi-bo-sung" or "dinh-chinh" or "hop-nhat";
}
