using Search.Text.Repairs;

namespace Search.Text;

/// <summary>
/// Proposes readings for words that recognition got wrong. A reading is proposed only where the words around it
/// support it more than what stands there; good text gets none.
/// </summary>
public static class OcrRepairer
{
    /// <summary>All repairs of a text, in order, never overlapping.</summary>
    /// <param name="text">The normalized text; spans of the result are source spans.</param>
    /// <param name="collection">The words of the whole collection, where known.</param>
    public static IReadOnlyList<TextRepair> FindRepairs(NormalizedText text, IVocabulary? collection = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return RepairRun.Find(text, collection);
    }
}
