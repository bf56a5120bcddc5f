using Search.Documents.Letterheads;
using Search.Text;

namespace Search.Documents;

/// <summary>Brings the spans of a document from the laid-out text back to its source.</summary>
internal static class SourceSpans
{
    public static Document Of(Document document, LaidOutText layout)
    {
        var map = layout.Map;
        var span = map.ToSource(document.Span);
        return document with
        {
            Span = span,
            Edits = layout.Edits.Within(span),
            TitleSpan = document.TitleSpan is { } title ? map.ToSource(title) : null,
            BodySpan = document.BodySpan is { } body ? map.ToSource(body) : null,
            Parts = [.. document.Parts.Select(part => part with { Span = map.ToSource(part.Span) })],
            Outline = [.. document.Outline.Select(section => section with { Span = map.ToSource(section.Span) })],
            Passages = Passages(document.Passages, map),
        };
    }

    /// <summary>A passage that was cut inside one character of the source (an entity that reads as two) leaves it to the one
    /// before it.</summary>
    private static List<Passage> Passages(IReadOnlyList<Passage> passages, NormalizedText map)
    {
        var read = new List<Passage>(passages.Count);
        for (var i = 0; i < passages.Count; i++)
        {
            var span = map.ToSource(passages[i].Span);
            var isCut = read.Count > 0 && passages[i - 1].Span.End <= passages[i].Span.Start && span.Start < read[^1].Span.End;
            var start = isCut ? read[^1].Span.End : span.Start;
            if (start < span.End)
            {
                read.Add(passages[i] with { Span = new TextSpan(start, span.End) });
            }
        }

        return read;
    }
}
