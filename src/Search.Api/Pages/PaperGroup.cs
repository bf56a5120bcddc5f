using Search.Application.Layout;

namespace Search.Api.Pages;

/// <summary>Neighboring paragraphs of one part of the paper.</summary>
/// <param name="Kind">The part.</param>
/// <param name="Left">The paragraphs, or those of the left column.</param>
/// <param name="Right">Those of the right column.</param>
internal sealed record PaperGroup(PaperGroupKind Kind, List<DocumentParagraph.Item> Left, List<DocumentParagraph.Item> Right)
{
    /// <summary>Cuts paragraphs into parts, in their order.</summary>
    /// <param name="items">The paragraphs of a leaf.</param>
    public static List<PaperGroup> Of(IReadOnlyList<DocumentParagraph.Item> items)
    {
        List<PaperGroup> groups = [];
        for (var i = 0; i < items.Count; i++)
        {
            var place = items[i].Block.Place;
            var kind = KindOf(place);
            // A letter has its subject below its number: a heading that the letterhead goes on behind belongs to the left column.
            if (kind == PaperGroupKind.Title && groups is [.., { Kind: PaperGroupKind.Head }] && HeadGoesOn(items, i))
            {
                kind = PaperGroupKind.Head;
            }

            // The addressees may stand between the two columns of the letterhead; they close it.
            if (kind == PaperGroupKind.Head && groups is [.., { Kind: PaperGroupKind.Head } head, { Kind: PaperGroupKind.Addressees }])
            {
                head.Add(items[i]);
                continue;
            }

            if (groups.Count == 0 || groups[^1].Kind != kind)
            {
                groups.Add(new PaperGroup(kind, [], []));
            }

            groups[^1].Add(items[i]);
        }

        return groups;
    }

    private void Add(DocumentParagraph.Item item) =>
        (item.Block.Place is PaperPlace.Motto or PaperPlace.Signature ? Right : Left).Add(item);

    private static bool HeadGoesOn(IReadOnlyList<DocumentParagraph.Item> items, int at)
    {
        while (at < items.Count && items[at].Block.Place is PaperPlace.Heading or PaperPlace.Addressees)
        {
            at++;
        }

        return at < items.Count && items[at].Block.Place is PaperPlace.Issuer or PaperPlace.Motto;
    }

    private static PaperGroupKind KindOf(PaperPlace place) => place switch
    {
        PaperPlace.Issuer or PaperPlace.Motto => PaperGroupKind.Head,
        PaperPlace.Heading => PaperGroupKind.Title,
        PaperPlace.Addressees => PaperGroupKind.Addressees,
        PaperPlace.Recipients or PaperPlace.Signature => PaperGroupKind.Foot,
        PaperPlace.Margin => PaperGroupKind.Margin,
        _ => PaperGroupKind.Body,
    };
}
