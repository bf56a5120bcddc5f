using Search.Documents;

namespace Search.Store.Sqlite;

/// <summary>On what two sources of one document disagree. An abstract tells of the document in words of its own, so its
/// text is not compared.</summary>
internal static class SourceComparison
{
    /// <summary>UTF-16 units shown of two texts where they part.</summary>
    private const int Shown = 60;

    /// <summary>Of them, at most so many before the place.</summary>
    private const int Before = 24;

    /// <param name="source">One source.</param>
    /// <param name="used">The one that is read from.</param>
    /// <param name="text">Reads the text of a source; asked only where the texts differ.</param>
    public static IReadOnlyList<SourceDifference> Of(SourceRow source, SourceRow used, Func<SourceRow, string> text)
    {
        if (source.Id == used.Id)
        {
            return [];
        }

        var (other, document) = (StoreJson.Read<Document>(source.Payload), StoreJson.Read<Document>(used.Payload));
        IEnumerable<SourceDifference> fields =
        [
            new("type", other.Type, document.Type),
            new("issuer", other.Issuer, document.Issuer),
            new("date", StoreValues.Day(other.Date), StoreValues.Day(document.Date)),
            new("place", other.Place, document.Place),
            new("title", other.Title, document.Title),
            new("signer", other.Signer, document.Signer),
            new("secrecy", other.Secrecy, document.Secrecy),
        ];
        var differences = fields.Where(field => !string.Equals(field.Value, field.Used, StringComparison.Ordinal)).ToList();
        if (source.IsAbstract == 0 && !string.Equals(source.TextSha256, used.TextSha256, StringComparison.Ordinal))
        {
            differences.Add(Text(text(source), text(used)));
        }

        return differences;
    }

    /// <summary>Both texts from a little before the first place where they part.</summary>
    private static SourceDifference Text(string other, string used)
    {
        var common = other.AsSpan().CommonPrefixLength(used);
        var start = common <= Before ? 0 : used.IndexOf(' ', common - Before, Before) is var space && space >= 0 ? space + 1 : common - Before;
        return new SourceDifference("text", Excerpt(other, start), Excerpt(used, start));
    }

    private static string? Excerpt(string text, int start)
    {
        var end = Math.Min(text.Length, start + Shown);
        var shown = string.Join(' ', text[start..end].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return shown.Length == 0 ? null : (start > 0 ? "…" : "") + shown + (end < text.Length ? "…" : "");
    }
}
