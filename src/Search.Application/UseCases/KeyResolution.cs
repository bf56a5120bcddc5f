using Search.Application.Errors;
using Search.Application.Reading;
using Search.Documents;
using Search.Store;

namespace Search.Application.UseCases;

/// <summary>
/// Finds the one document that a reader's text names: a key, a key without its place, a slug, or a bare number
/// where only one document bears it. Never picks one of several.
/// </summary>
internal static class KeyResolution
{
    /// <summary>The keys that fit, one for a clear answer.</summary>
    public static IReadOnlyList<DocumentKey> Find(CollectionReader knowledge, string text)
    {
        var store = knowledge.Store;
        text = text.Trim();
        if (text.Length is 0 or > 256 || HasLoneSurrogate(text))
        {
            return [];
        }

        if (DocumentKey.TryParse(text, out var key))
        {
            if (store.Summary(key) is { } exact)
            {
                return [exact.Key];
            }

            if (store.OfFormerKey(key) is { } present)
            {
                return [present];
            }

            if (Led(knowledge, text) is { Count: > 0 } led)
            {
                return led;
            }

            return key.Place is null && key.IsNumbered
                ? [.. ByNumber(store, key.Number).Where(k => string.Equals(k.DatePart, key.DatePart, StringComparison.Ordinal))]
                : [];
        }

        if (store.ReadBySlug(text.ToLowerInvariant()) is { } bySlug)
        {
            return [bySlug.Summary.Key];
        }

        return Led(knowledge, text.ToLowerInvariant()) is { Count: > 0 } others ? others : [.. ByNumber(store, text)];
    }

    /// <summary>Whether a text is a key, or a slug of the store, be it of former times: an address, and no words to look up.</summary>
    public static bool IsAddress(CollectionReader knowledge, string text) =>
        DocumentKey.TryParse(text, out _) || text.Length is 0 or > 256 || HasLoneSurrogate(text)
        || knowledge.Store.ReadBySlug(text.ToLowerInvariant()) is not null || Led(knowledge, text.ToLowerInvariant()).Count > 0;

    /// <summary>The one document.</summary>
    /// <exception cref="SearchException">None (404) or several (409) fit.</exception>
    public static DocumentKey One(CollectionReader knowledge, string text) => Find(knowledge, text) switch
    {
        [var one] => one,
        [] => throw SearchException.NotFound(text.Length > 80 ? text[..80] + "…" : text),
        var several => throw Several(text, several),
    };

    /// <summary>The error of a text that several documents fit (409), with their keys.</summary>
    public static SearchException Several(string text, IReadOnlyList<DocumentKey> keys) => Several(text, [.. keys.Select(key => key.Value)], null);

    /// <summary>The same with the reason why it is open.</summary>
    public static SearchException Several(string text, IReadOnlyList<string> keys, string? reason)
    {
        var english = $"'{text}' fits {keys.Count} documents.";
        return new SearchException(ErrorKind.Ambiguous, $"'{text}' khớp {keys.Count} văn bản.{(reason is null ? "" : " " + reason)} ({english})", english)
        {
            Candidates = [.. keys.Take(20)],
        };
    }

    /// <summary>What a person merged into another document leads there, however many merges lie between; what was split up leads to
    /// its parts.</summary>
    private static IReadOnlyList<DocumentKey> Led(CollectionReader knowledge, string keyOrSlug)
    {
        var corrections = knowledge.Base.Corrections;
        return corrections.Merged(keyOrSlug) is { } stub && corrections.MergeOf(stub) is var (target, _) ? [target]
            : [.. corrections.SplitOf(keyOrSlug).Where(part => knowledge.Store.Summary(part) is not null)];
    }

    private static IEnumerable<DocumentKey> ByNumber(IDocumentStore store, string number) =>
        Docket.TryParse(number, out var docket)
            ? store.FindByNumber(docket.Canonical).Select(known => known.Key).Distinct()
            : [];

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return true;
            }
        }

        return false;
    }
}
