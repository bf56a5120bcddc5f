using System.Globalization;
using Search.Documents;

namespace Search.Store.Sqlite;

/// <summary>On what two sources of one document disagree. An abstract tells of the document in words of its own, so its
/// text is not compared.</summary>
internal static class SourceComparison
{
    public static IReadOnlyList<SourceDifference> Of(SourceRow source, SourceRow used)
    {
        if (source.Id == used.Id) return [];
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
            differences.Add(new SourceDifference("text", Length(source), Length(used)));
        }

        return differences;
    }

    private static string Length(SourceRow source) => (source.SpanEnd - source.SpanStart).ToString(CultureInfo.InvariantCulture);
}
