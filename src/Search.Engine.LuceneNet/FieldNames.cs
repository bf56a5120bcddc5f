namespace Search.Engine.LuceneNet;

/// <summary>Lucene fields beside the text fields, which keep the names of <see cref="IndexFields"/>.</summary>
internal static class FieldNames
{
    public const string Id = "_id";
    public const string Group = "_group";
    public const string NumberKey = "_numberKey";
    public const string Content = "_content";
    public const string Signature = "_signature";
    public const string Title = "_title";
    public const string Number = "_number";

    /// <summary>Key of the commit's user data that holds the store's revision.</summary>
    public const string Revision = "revision";

    /// <summary>The column compared without regard to case and accents.</summary>
    public static string Filter(string column) => "_filter." + column;

    /// <summary>The column's values as written.</summary>
    public static string Values(string column) => "_values." + column;

    /// <summary>The number column as a sortable value.</summary>
    public static string Number64(string column) => "_sort." + column;
}
