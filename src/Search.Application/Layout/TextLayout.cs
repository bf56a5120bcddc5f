using System.Text;
using Search.Citations;
using Search.Documents;
using Search.Store;
using Search.Text;

namespace Search.Application.Layout;

/// <summary>
/// Lays a document's source out as paragraphs with its citations, anchors and marks at their places. Only the
/// signs of Markdown are left out, and lines that the paper broke are put together again; no word is changed, moved
/// or dropped but where a person accepted another reading of the scan. One pass from front to back, however long the document.
/// </summary>
internal static class TextLayout
{
    // Longer than this, a numbered item is running text that happens to open a section.
    private const int LongestHeading = 160;

    public static IReadOnlyList<TextBlock> Of(
        DocumentRecord record,
        IReadOnlyList<Citation> citations,
        IReadOnlyList<TextSpan> marks,
        IReadOnlyList<TextRepair>? repairs = null)
    {
        if (record.Document is not { } document || record.SourceText is not { } source)
        {
            return [];
        }

        var anchors = new SpanCursor<KeyValuePair<int, List<(string Anchor, int Depth)>>>(Anchors(document), a => new TextSpan(a.Key, a.Key + 1));
        var boundaries = new SpanCursor<Citation>(citations, c => c.Span);
        var layers = new Layers(
            source,
            new SpanCursor<Citation>(citations, c => c.Span),
            new SpanCursor<TextSpan>(marks, m => m),
            new SpanCursor<TextRepair>(repairs ?? [], r => r.Span),
            new SpanCursor<AppliedCorrection>(document.Corrected.Where(applied => applied.Span is not null), applied => applied.Span!.Value),
            document.Edits);
        var blocks = new List<TextBlock>();
        var paragraph = new List<TextLine>();
        var names = new List<(string Anchor, int Depth)>();
        int? page = null;
        var places = new PaperPlaces(document, source);
        var kind = DocumentPartKind.Body;
        var at = AfterFrontMatter(source, document.Span.Start, document.Span.End);
        foreach (var line in TextLine.Read(source, at, document.Span.End))
        {
            // Lines that are not shown may carry anchors: they belong to the next one that is.
            var here = anchors.Within(at, line.To).Where(a => a.Key >= at).SelectMany(a => a.Value).ToList();
            at = line.To;
            var part = places.Kind(line.From);
            var spansBoth = paragraph.Count > 0
                && boundaries.Within(paragraph[^1].To, line.From).Exists(c => c.Span.Start < paragraph[^1].To && c.Span.End > line.From);
            var continues = paragraph.Count > 0 && here.Count == 0 && (part == kind || spansBoth)
                && ParagraphJoin.Continues(source, paragraph[^1], line, spansBoth);
            if (!continues)
            {
                Close();
            }

            names.AddRange(here);
            paragraph.Add(line);
            kind = part;
        }

        Close();
        return blocks;

        void Close()
        {
            if (paragraph.Count > 0 && Block(layers, paragraph, names) is { } block)
            {
                var turned = document.Pages.Count > 1 && document.PageAt(paragraph[0].From) is { } here && here != page ? here : (int?)null;
                page = turned ?? page;
                blocks.Add(block with { Page = turned, Place = places.Of(kind, paragraph[0].From, paragraph[^1].To) });
                names.Clear();
            }

            paragraph.Clear();
        }
    }

    // Offset of a section's or passage's first character to its anchor and heading depth.
    private static SortedDictionary<int, List<(string Anchor, int Depth)>> Anchors(Document document)
    {
        var anchors = new SortedDictionary<int, List<(string, int)>>();
        foreach (var section in document.Outline)
        {
            Add(section.Span.Start, section.Anchor, section.Heading is null ? -1 : section.Depth);
        }

        foreach (var passage in document.Passages)
        {
            Add(passage.Span.Start, passage.Anchor, -1);
        }

        return anchors;

        void Add(int start, string anchor, int depth)
        {
            if (!anchors.TryGetValue(start, out var here))
            {
                anchors[start] = here = [];
            }

            if (!here.Exists(a => string.Equals(a.Item1, anchor, StringComparison.Ordinal)))
            {
                here.Add((anchor, depth));
            }
        }
    }

    private static int AfterFrontMatter(string source, int start, int end)
    {
        if (!source.AsSpan(start, end - start).StartsWith("---", StringComparison.Ordinal))
        {
            return start;
        }

        var close = source.IndexOf("\n---", start + 3, end - start - 3, StringComparison.Ordinal);
        if (close < 0)
        {
            return start;
        }

        var line = source.IndexOf('\n', close + 4, end - close - 4);
        return line < 0 ? end : line + 1;
    }

    private static TextBlock? Block(Layers layers, List<TextLine> lines, List<(string Anchor, int Depth)> names)
    {
        var first = lines[0];
        var (from, to) = (first.From, lines[^1].To);
        var depth = names.Count > 0 ? names.Max(a => a.Depth) : -1;
        var level = depth >= 0 ? Math.Min(6, depth + 2) : first.Hashes > 0 ? Math.Clamp(first.Hashes + 1, 2, 6) : 0;
        if (to - from > LongestHeading)
        {
            level = 0;
        }

        var runs = Runs(layers, lines);
        return runs.Count == 0
            ? null
            : new TextBlock([.. names.Select(a => a.Anchor)], level, layers.Source.AsSpan(from, to - from).Contains('\t'), runs)
            {
                IsQuote = first.IsQuote,
            };
    }

    private static List<TextRun> Runs(Layers layers, List<TextLine> lines)
    {
        var (from, to) = (lines[0].From, lines[^1].To);
        var inside = layers.Citations.Within(from, to);
        var marked = layers.Marks.Within(from, to);
        var repaired = layers.Repairs.Within(from, to);
        var accepted = layers.Accepted.Within(from, to);
        var cuts = new SortedSet<int> { from, to };
        foreach (var span in inside.Select(c => c.Span).Concat(marked).Concat(repaired.Select(r => r.Span)).Concat(accepted.Select(a => a.Span!.Value)))
        {
            cuts.Add(Math.Max(from, span.Start));
            cuts.Add(Math.Min(to, span.End));
        }

        // Between two cuts nothing begins or ends: what reaches in covers the whole stretch.
        var citations = new SpanCursor<Citation>(inside, c => c.Span);
        var marks = new SpanCursor<TextSpan>(marked, m => m);
        var repairs = new SpanCursor<TextRepair>(repaired, r => r.Span);
        var readings = new SpanCursor<AppliedCorrection>(accepted, applied => applied.Span!.Value);
        var runs = new List<TextRun>();
        var line = 0;
        var a = from;
        foreach (var b in cuts.Skip(1))
        {
            var text = Text(layers.Source, lines, ref line, a, b);
            // Where mentions nest, the innermost one is the link.
            var citation = citations.Within(a, b).MinBy(c => c.Span.End - c.Span.Start);
            var isMarked = marks.Within(a, b).Count > 0;
            var repair = repairs.Within(a, b).FirstOrDefault();
            var reading = readings.Within(a, b).FirstOrDefault();
            if (reading?.Span is { } place)
            {
                // All of the reading stands where its words begin.
                text = a == place.Start ? layers.Edits.Read(layers.Source, place) : "";
            }

            if (text.Length > 0)
            {
                runs.Add(new TextRun(text, citation, isMarked, repair, reading));
            }

            a = b;
        }

        return runs;
    }

    // What is shown of a stretch. The space between two lines belongs to the stretch in which the first of them ends.
    private static string Text(string source, List<TextLine> lines, ref int line, int start, int end)
    {
        var shown = new StringBuilder(end - start);
        for (; line < lines.Count && lines[line].From < end; line++)
        {
            var (from, to) = (Math.Max(start, lines[line].From), Math.Min(end, lines[line].To));
            var text = from < to ? source.AsSpan(from, to - from) : [];
            // The star of a list is no emphasis.
            if (from == lines[line].From && text.StartsWith("* ", StringComparison.Ordinal))
            {
                shown.Append('•');
            }

            MarkdownSigns.Append(shown, text, startsLine: false);
            if (lines[line].To >= end)
            {
                break;
            }

            if (line + 1 < lines.Count)
            {
                shown.Append(' ');
            }
        }

        return shown.ToString();
    }

    // What lies over the source, each kind with its own cursor.
    private sealed record Layers(
        string Source, SpanCursor<Citation> Citations, SpanCursor<TextSpan> Marks, SpanCursor<TextRepair> Repairs, SpanCursor<AppliedCorrection> Accepted, TextEdits Edits);
}
