using System.Text.Json.Serialization;

namespace Search.Engine;

/// <summary>A line of a corpus file.</summary>
/// <param name="Id">The article's id.</param>
/// <param name="Document">The name of the document it belongs to; may be missing.</param>
/// <param name="Title">The article's title.</param>
/// <param name="Text">The article's text.</param>
public sealed record EvaluationArticle(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("document")] string? Document,
    [property: JsonPropertyName("title")] string? Title,
    [property: JsonPropertyName("text")] string? Text)
{
    /// <summary>The article as an index entry, a document of its own: name, title and text become title, headings and body.</summary>
    public IndexEntry ToEntry() => new()
    {
        Id = Id,
        Group = Id,
        Text = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [IndexFields.Title] = Document ?? "",
            [IndexFields.Headings] = Title ?? "",
            [IndexFields.Body] = Text ?? "",
        },
    };
}
