using Search.Application.Contracts;
using Search.Documents.Catalogues;

namespace Search.Api.Pages;

/// <summary>
/// The documents on one side of a document, in boxes by relation. Each stands in one box, that of the strongest relation
/// found between the two (the catalogue's precedence); its other relations are named beside it. So the boxes add up to
/// the number of documents.
/// </summary>
public sealed class RelationBoxes
{
    private RelationBoxes(IReadOnlyList<Box> boxes) => Boxes = boxes;

    /// <summary>The boxes, strongest relation first.</summary>
    public IReadOnlyList<Box> Boxes { get; }

    /// <summary>How many documents stand in them.</summary>
    public int Count => Boxes.Sum(box => box.Papers.Count);

    /// <summary>Sorts citations into boxes.</summary>
    /// <param name="items">The citations on one side, in any order.</param>
    public static RelationBoxes Of(IEnumerable<Item> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return new RelationBoxes(
        [
            .. items.GroupBy(item => item.Document.Key, StringComparer.Ordinal)
                .Select(paper => Paper.Of([.. paper.OrderBy(item => Rank(item.Relation))]))
                .GroupBy(paper => paper.Relation, StringComparer.Ordinal)
                .OrderBy(box => Rank(box.Key))
                .Select(box => new Box(box.Key, [.. box.OrderBy(paper => paper.Document.Date ?? DateOnly.MaxValue).ThenBy(paper => paper.Document.Key, StringComparer.Ordinal)])),
        ]);
    }

    private static int Rank(string relation) => Catalogue.Default.Relation(relation)?.Precedence ?? int.MaxValue;

    /// <summary>One citation, seen from the document of the page.</summary>
    /// <param name="Document">The other document.</param>
    /// <param name="Relation">Catalogue id of the relation.</param>
    /// <param name="Sentence">The sentence that proves it.</param>
    /// <param name="Reason">Why it is linked to that document.</param>
    /// <param name="Place">Address of the sentence in its document; null where it is not known.</param>
    public sealed record Item(DocumentLine Document, string Relation, string Sentence, string Reason, string? Place)
    {
        /// <summary>How often the sentence names the document.</summary>
        public int Mentions { get; init; } = 1;
    }

    /// <summary>The documents of one relation, oldest first.</summary>
    /// <param name="Relation">Catalogue id.</param>
    /// <param name="Papers">The documents.</param>
    public sealed record Box(string Relation, IReadOnlyList<Paper> Papers);

    /// <summary>One document with everything that links it.</summary>
    /// <param name="Document">The document.</param>
    /// <param name="Relation">Its strongest relation.</param>
    /// <param name="Others">Its other relations, strongest first.</param>
    /// <param name="Items">The citations, the strongest relation's first; those in one sentence once.</param>
    public sealed record Paper(DocumentLine Document, string Relation, IReadOnlyList<string> Others, IReadOnlyList<Item> Items)
    {
        internal static Paper Of(List<Item> items) => new(
            items[0].Document,
            items[0].Relation,
            [.. items.Select(item => item.Relation).Distinct(StringComparer.Ordinal).Skip(1)],
            [.. items.GroupBy(item => (item.Sentence, item.Place)).Select(same => same.First() with { Mentions = same.Count() })]);
    }
}
