using System.Text;
using Search.Application.Contracts;
using Search.Application.Lines;
using Search.Application.Reading;
using Search.Engine;
using Search.Store;

namespace Search.Application.UseCases;

/// <summary>Shows a passage that the engine found: its words come from the store.</summary>
internal static class Passages
{
    private const string WholeAnchor = "doc";
    private const string Cut = "…";
    private const string Cell = " · ";
    private const int MostSentences = 24;

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
            return new SearchPassage(
                name,
                headings,
                hit.Score,
                Shown(snippet, text.Text.Length, span.Start + place.Start, span.Start + place.End),
                document.PageAt(span.Start));
        }
    }

    /// <summary>The sentence about a document that shows most of a query; null where nobody cites it.</summary>
    /// <param name="citations">The citations of the document.</param>
    /// <param name="highlighter">The query.</param>
    /// <param name="maxChars">Longest text, in UTF-16 units.</param>
    public static CitingSentence? Citing(IEnumerable<CitationRecord> citations, Highlighter highlighter, int maxChars)
    {
        var best = citations.Take(MostSentences)
            .Select(citing => (citing.Citing, Text: CitationLines.OneLine(citing.Sentence)))
            .Select(citing => new { citing.Citing, Snippet = highlighter.Snippet(citing.Text, maxChars), citing.Text.Length })
            .MaxBy(citing => citing.Snippet.Marks.Sum(mark => mark.Length));
        if (best is null)
        {
            return null;
        }

        var shown = Shown(best.Snippet, best.Length, 0, 0);
        var line = DocumentLines.Of(best.Citing);
        return new CitingSentence(line.Key, line.Number, line.Title ?? line.TypeName, line.Url, shown.Text, shown.Marks);
    }

    // "…" where the text goes on. White space is one space, and a mark between the cells of a table's row.
    private static SearchSnippet Shown(Snippet snippet, int length, int start, int end)
    {
        var text = new StringBuilder(snippet.Text.Length + 8);
        text.Append(snippet.Start > 0 ? Cut : "");
        var shift = new int[snippet.Text.Length + 1];
        for (var i = 0; i < snippet.Text.Length;)
        {
            var next = i;
            var isCell = false;
            for (; next < snippet.Text.Length && (char.IsWhiteSpace(snippet.Text[next]) || char.IsControl(snippet.Text[next])); next++)
            {
                isCell |= snippet.Text[next] == '\t';
                shift[next] = text.Length;
            }

            if (next > i)
            {
                var isInside = i > 0 && next < snippet.Text.Length;
                text.Append(!isInside ? "" : isCell ? Cell : " ");
                i = next;
                continue;
            }

            shift[i] = text.Length;
            text.Append(snippet.Text[i++]);
        }

        shift[^1] = text.Length;
        text.Append(snippet.End < length ? Cut : "");
        return new SearchSnippet(text.ToString(), start, end, [.. snippet.Marks.Select(mark => new Span(shift[mark.Start], shift[mark.End - 1] + 1))]);
    }
}
