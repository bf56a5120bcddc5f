using System.Text;
using Search.Citations;
using Search.Documents;
using Search.Store;

namespace Search.Api.Services;

/// <summary>
/// Lays a document's source out as paragraphs with its citations, anchors and marks at their places. Only the
/// signs of Markdown are left out; no word is changed, moved or dropped.
/// </summary>
internal static class TextLayout
{
    public static IReadOnlyList<TextBlock> Of(
        DocumentRecord record,
        IReadOnlyList<Citation> citations,
        IReadOnlyList<Text.TextSpan> marks,
        IReadOnlyList<Text.TextRepair>? repairs = null)
    {
        if (record.Document is not { } document || record.SourceText is not { } source) return [];
        var lines = new Lines(
            source,
            new SpanCursor<KeyValuePair<int, List<(string Anchor, int Depth)>>>(Anchors(document), a => new Text.TextSpan(a.Key, a.Key + 1)),
            new SpanCursor<Citation>(citations, c => c.Span),
            new SpanCursor<Text.TextSpan>(marks, m => m),
            new SpanCursor<Text.TextRepair>(repairs ?? [], r => r.Span));
        var blocks = new List<TextBlock>();
        var at = AfterFrontMatter(source, document.Span.Start, document.Span.End);
        while (at < document.Span.End)
        {
            var end = source.IndexOf('\n', at, document.Span.End - at);
            if (end < 0) end = document.Span.End;
            if (Block(lines, at, end) is { } block) blocks.Add(block);
            at = end + 1;
        }

        return blocks;
    }

    // Offset of a section's or passage's first character to its anchor and heading depth.
    private static SortedDictionary<int, List<(string Anchor, int Depth)>> Anchors(Document document)
    {
        var anchors = new SortedDictionary<int, List<(string, int)>>();
        foreach (var section in document.Outline) Add(section.Span.Start, section.Anchor, section.Heading is null ? -1 : section.Depth);
        foreach (var passage in document.Passages) Add(passage.Span.Start, passage.Anchor, -1);
        return anchors;

        void Add(int start, string anchor, int depth)
        {
            if (!anchors.TryGetValue(start, out var here)) anchors[start] = here = [];
            if (!here.Exists(a => string.Equals(a.Item1, anchor, StringComparison.Ordinal))) here.Add((anchor, depth));
        }
    }

    private static int AfterFrontMatter(string source, int start, int end)
    {
        if (!source.AsSpan(start, end - start).StartsWith("---", StringComparison.Ordinal)) return start;
        var close = source.IndexOf("\n---", start + 3, end - start - 3, StringComparison.Ordinal);
        if (close < 0) return start;
        var line = source.IndexOf('\n', close + 4, end - close - 4);
        return line < 0 ? end : line + 1;
    }

    private static TextBlock? Block(Lines lines, int start, int end)
    {
        var source = lines.Source;
        var here = lines.Anchors.Within(start, end).Where(a => a.Key >= start).SelectMany(a => a.Value).ToList();
        var from = start;
        while (from < end && char.IsWhiteSpace(source[from])) from++;
        var to = end;
        while (to > from && char.IsWhiteSpace(source[to - 1])) to--;
        if (from == to) return null;
        var hashes = from;
        while (hashes < to && source[hashes] == '#') hashes++;
        var isHeading = hashes > from && hashes - from <= 6 && hashes < to && source[hashes] == ' ';
        if (isHeading) from = hashes + 1;
        // The sign of a quotation; the sign of a list stays, as a dash is how these papers write lists.
        if (!isHeading && source.AsSpan(from, to - from).StartsWith("> ", StringComparison.Ordinal)) from += 2;
        if (source.AsSpan(from, to - from).TrimStart('-').IsEmpty) return null;

        var depth = here.Count > 0 ? here.Max(a => a.Depth) : -1;
        var level = depth >= 0 ? Math.Min(6, depth + 2) : isHeading ? Math.Clamp(hashes - start + 1, 2, 6) : 0;
        // A numbered item of running text is a section too, yet a long one reads as a paragraph, not as a heading.
        if (to - from > 160) level = 0;
        var runs = Runs(lines, from, to);
        return runs.Count == 0
            ? null
            : new TextBlock(
                [.. here.Select(a => a.Anchor)], level, source.AsSpan(from, to - from).Contains('\t'), runs);
    }

    private static List<TextRun> Runs(Lines lines, int from, int to)
    {
        var inside = lines.Citations.Within(from, to);
        var marked = lines.Marks.Within(from, to);
        var repaired = lines.Repairs.Within(from, to);
        var cuts = new SortedSet<int> { from, to };
        foreach (var span in inside.Select(c => c.Span).Concat(marked).Concat(repaired.Select(r => r.Span)))
        {
            cuts.Add(Math.Max(from, span.Start));
            cuts.Add(Math.Min(to, span.End));
        }

        var runs = new List<TextRun>();
        var edges = cuts.ToList();
        for (var i = 0; i + 1 < edges.Count; i++)
        {
            var (a, b) = (edges[i], edges[i + 1]);
            var text = WithoutSigns(lines.Source.AsSpan(a, b - a));
            if (text.Length == 0) continue;
            // Where mentions nest, the innermost one is the link.
            var citation = inside.Where(c => c.Span.Start <= a && c.Span.End >= b).MinBy(c => c.Span.End - c.Span.Start);
            runs.Add(new TextRun(
                text,
                citation,
                marked.Exists(m => m.Start <= a && m.End >= b),
                repaired.Find(r => r.Span.Start <= a && r.Span.End >= b)));
        }

        return runs;
    }

    // Emphasis, escapes and superscript tags of Markdown; everything else is the document's own.
    private static string WithoutSigns(ReadOnlySpan<char> text)
    {
        var shown = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length && char.IsPunctuation(text[i + 1]))
            {
                shown.Append(text[++i]);
                continue;
            }

            if (text[i] == '*') continue;
            if (text[i] == '<' && Tag(text[i..]) is var length and > 0)
            {
                i += length - 1;
                continue;
            }

            shown.Append(text[i]);
        }

        return shown.ToString();
    }

    private static int Tag(ReadOnlySpan<char> text)
    {
        foreach (var tag in (ReadOnlySpan<string>)["<sup>", "</sup>", "<sub>", "</sub>", "<br>", "<br/>", "<u>", "</u>"])
        {
            if (text.StartsWith(tag, StringComparison.OrdinalIgnoreCase)) return tag.Length;
        }

        return 0;
    }

    // What stands in the source, each kind with its own cursor: a document is laid out in one pass.
    private sealed record Lines(
        string Source,
        SpanCursor<KeyValuePair<int, List<(string Anchor, int Depth)>>> Anchors,
        SpanCursor<Citation> Citations,
        SpanCursor<Text.TextSpan> Marks,
        SpanCursor<Text.TextRepair> Repairs);
}
