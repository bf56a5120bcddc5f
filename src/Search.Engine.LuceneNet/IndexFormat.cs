using System.Globalization;
using Lucene.Net.Util;

namespace Search.Engine.LuceneNet;

/// <summary>The fields of a passage in Lucene's files and the user data of a commit; told as a story in the README.</summary>
internal static class IndexFormat
{
    /// <summary>The version of Lucene's files.</summary>
    public const LuceneVersion Lucene = LuceneVersion.LUCENE_48;

    /// <summary>Indexed terms: words and number keys; a term's position is its impact less 1.</summary>
    public const string Words = "words";

    /// <summary>Indexed terms: pairs of neighboring syllables, positions as those of words.</summary>
    public const string Pairs = "pairs";

    /// <summary>Indexed term and sorted value: the passage's id.</summary>
    public const string Id = "id";

    /// <summary>Indexed term and sorted value: the key of the passage's document.</summary>
    public const string Group = "document";

    /// <summary>Sorted value: number and title, for suggestions.</summary>
    public const string Label = "label";

    /// <summary>Binary value: the text in codes.</summary>
    public const string Text = "text";

    /// <summary>Binary value: the content hash.</summary>
    public const string Hash = "hash";

    /// <summary>Key of a commit's user data: the store's revision.</summary>
    public const string Revision = "revision";

    /// <summary>Key of a commit's user data: <see cref="Current"/> when it was written.</summary>
    public const string Format = "format";

    // Grows when fields, keys or the forms of words change.
    private const int Layout = 3;

    /// <summary>
    /// What an index must say of itself to be read: the layout, the constants baked into its impacts, the table of codes.
    /// </summary>
    public static string Current { get; } = string.Create(
        CultureInfo.InvariantCulture, $"{Layout}.{RankingConstants.Fingerprint:x8}.{SyllableCode.Fingerprint:x8}");

    /// <summary>The dictionary's field.</summary>
    public static string FieldOf(TermKind kind) => kind == TermKind.Word ? Words : Pairs;

    /// <summary>The user data of a commit.</summary>
    public static Dictionary<string, string> CommitData(long revision) => new(StringComparer.Ordinal)
    {
        [Revision] = revision.ToString(CultureInfo.InvariantCulture),
        [Format] = Current,
    };

    /// <summary>The store's revision in a commit's user data.</summary>
    /// <exception cref="IndexDamagedException">The commit is of another version, or not ours.</exception>
    public static long RevisionOf(IDictionary<string, string> data, string file)
    {
        if (!data.TryGetValue(Format, out var format))
        {
            throw new IndexDamagedException(new IndexDamage(file, -1, "the index was not written by this program"));
        }

        if (!string.Equals(format, Current, StringComparison.Ordinal))
        {
            throw new IndexDamagedException(IndexDamage.OtherVersion(file, format));
        }

        return data.TryGetValue(Revision, out var text) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var revision)
            ? revision
            : throw new IndexDamagedException(new IndexDamage(file, -1, "the commit names no revision"));
    }
}
