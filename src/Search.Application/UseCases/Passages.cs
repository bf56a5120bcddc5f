using Search.Application.Contracts;
using Search.Application.Reading;
using Search.Engine;

namespace Search.Application.UseCases;

/// <summary>Shows a passage that the engine found: its words come from the store.</summary>
internal static class Passages
{
    private const string WholeAnchor = "doc";

    /// <summary>The passage with its snippet; null where the store holds another version of the document by now.</summary>
    public static SearchPassage? Show(CachedDocument shown, PassageHit hit, Highlighter highlighter, int maxChars)
    {
        if (shown.Record is not { Document: { } document, SourceText: { } source })
        {
            return null;
        }

        var anchor = hit.Id.AsSpan(hit.Id.LastIndexOf('#') + 1);
        if (shown.Passage(anchor) is { } passage)
        {
            return Make(passage.Anchor, passage.Span, passage.HeadingPath);
        }
        // A document without an outline is indexed as a whole.
        if (!anchor.SequenceEqual(WholeAnchor))
        {
            return null;
        }

        var whole = document.BodySpan ?? document.Span;
        return Make(WholeAnchor, new Text.TextSpan(whole.Start, Math.Min(whole.End, whole.Start + Highlighter.MaxText)), []);

        SearchPassage Make(string name, Text.TextSpan span, IReadOnlyList<string> headings)
        {
            var text = document.Edits.Apply(source, span);
            var snippet = highlighter.Snippet(text.Text, maxChars);
            var place = text.ToSource(new Text.TextSpan(snippet.Start, snippet.End));
            var marks = new Span[snippet.Marks.Count];
            for (var i = 0; i < marks.Length; i++)
            {
                marks[i] = new Span(snippet.Marks[i].Start, snippet.Marks[i].End);
            }

            return new SearchPassage(
                name,
                headings,
                hit.Score,
                new SearchSnippet(snippet.Text, span.Start + place.Start, span.Start + place.End, marks),
                document.PageAt(span.Start));
        }
    }
}
