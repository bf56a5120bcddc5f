using Search.Api.Contracts;
using Search.Engine;
using Search.Store;

namespace Search.Api.Services;

/// <summary>Shows a passage that the engine found: its words come from the store.</summary>
internal static class Passages
{
    private const string WholeAnchor = "doc";

    /// <summary>The passage with its snippet; null where the store holds another version of the document by now.</summary>
    public static SearchPassage? Show(DocumentRecord record, PassageHit hit, Query query, int maxChars)
    {
        var cut = hit.Id.LastIndexOf('#');
        var anchor = hit.Id[(cut + 1)..];
        if (record.Document is not { } document || record.SourceText is null) return null;
        var passage = document.Passages.FirstOrDefault(p => string.Equals(p.Anchor, anchor, StringComparison.Ordinal));
        if (passage is null)
        {
            // A document without an outline is indexed as a whole.
            return anchor is WholeAnchor ? Whole(document.BodySpan ?? document.Span) : null;
        }

        return Make(passage.Span.Start, passage.Span.End, passage.HeadingPath);

        SearchPassage Whole(Text.TextSpan span) => Make(span.Start, Math.Min(span.End, span.Start + Highlighter.MaxText), []);

        SearchPassage Make(int start, int end, IReadOnlyList<string> headings)
        {
            var snippet = Highlighter.Snippet(record.SourceText[start..end], query, maxChars);
            return new SearchPassage(
                anchor,
                headings,
                hit.Score,
                new SearchSnippet(
                    snippet.Text,
                    start + snippet.Start,
                    start + snippet.End,
                    [.. snippet.Marks.Select(mark => new Span(mark.Start, mark.End))]));
        }
    }
}
