using Search.Documents;
using Search.Documents.Catalogues;
using Search.Text;

namespace Search.Citations.Resolution;

/// <summary>Names of the catalogue: <c>Nghị quyết Trung ương 4 khóa XII</c>, <c>Đề án 06</c>, <c>Nghị quyết 18</c> with a word
/// near it that tells which.</summary>
internal sealed class Nicknames(Catalogue catalogue, Document host, SourceText source, RegistryMatcher matcher)
{
    /// <summary>Links an entity to the one document its mention is a nickname of.</summary>
    public bool TrySettle(Entity entity, Mention mention)
    {
        foreach (var name in new[] { mention.Core.Slice(source.Text), mention.Text })
        {
            foreach (var alias in catalogue.AliasesByName(string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))))
            {
                if (alias.Targets.Count != 1 || (host.Date is { } day && !alias.UsableOn(day)))
                {
                    continue;
                }

                if (host.Date is null && (alias.ValidFrom is not null || alias.ValidTo is not null) && alias.Requires.Count == 0 && catalogue.AliasesByName(name).Length > 1)
                {
                    continue;
                }

                if (alias.Requires.Count > 0 && !alias.Requires.Any(word => Surrounds(mention, word)))
                {
                    continue;
                }

                if (matcher.SettleKey(entity, RegisterOfKnownDocuments.KeyOf(catalogue, alias.Targets[0]), "Tên quen dùng của văn bản trong danh mục.", 0.9 * alias.Confidence))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool Surrounds(Mention mention, string word)
    {
        var folded = VietnameseFolding.Fold(word);
        return Holds((mention.Evidence ?? mention.Span).Slice(source.Text), folded) || Holds(host.Title, folded) || Holds(mention.Cited.Title, folded);
    }

    private static bool Holds(string? text, string folded) =>
        text is not null && VietnameseFolding.Fold(text).Contains(folded, StringComparison.Ordinal);
}
