using Search.Documents.Catalogues;

namespace Search.Documents.Letterheads;

/// <summary>Says of each copy endorsement which document of the same file it copies.</summary>
internal static class Copies
{
    public static void Link(List<Document> documents, Catalogue catalogue)
    {
        for (var i = 0; i < documents.Count; i++)
        {
            if (!IsCopy(documents[i], catalogue))
            {
                continue;
            }

            // The endorsement stands under the paper it copies; at the head of a file only what follows can be meant.
            var original = Nearest(documents, i, -1, catalogue) ?? (i == 0 ? Nearest(documents, i, 1, catalogue) : null);
            if (original is not null)
            {
                documents[i] = documents[i] with { CopyOf = original.Key };
            }
        }
    }

    private static Document? Nearest(List<Document> documents, int index, int step, Catalogue catalogue)
    {
        for (var i = index + step; i >= 0 && i < documents.Count; i += step)
        {
            if (!IsCopy(documents[i], catalogue))
            {
                return documents[i];
            }
        }

        return null;
    }

    private static bool IsCopy(Document document, Catalogue catalogue) =>
        document.Type is { } id && catalogue.Type(id) is { Kind: TypeKind.Copy };
}
