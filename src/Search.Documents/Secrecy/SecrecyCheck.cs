using System.Buffers;
using System.Text;
using Search.Documents.Catalogues;
using Search.Text;

namespace Search.Documents.Secrecy;

/// <summary>
/// Looks for secrecy marks in the text itself, whether a letterhead was recognized or not, and fails closed. In the heads
/// (the lines and cells before the first paragraph of prose of the file, of each later document and of each annex) and at
/// headers, footers, text boxes and the edges of pages, a short line or cell that holds the mark's word as a word of its own is a mark, whatever stands
/// beside it; anywhere else a line that is nothing but a stamp in capitals is one, for it may head a page. A sentence is
/// none, and neither are words like <c>bí mật</c>.
/// </summary>
public sealed class SecrecyCheck
{
    /// <summary>Lines of a head before its first telling one: the mark is stamped above the motto.</summary>
    private const int Above = 8;

    /// <summary>Lines at the top and at the foot of a page.</summary>
    private const int Edge = 3;

    /// <summary>A column of more letters is no stamp.</summary>
    private const int LongestColumn = 12;

    private static readonly SearchValues<char> LineBreaks = SearchValues.Create("\r\n\f\v\u0085\u2028\u2029");

    private readonly MarkFinder _finder;
    private readonly SecrecyWords _words;

    /// <summary>A check with the words of a catalogue.</summary>
    public SecrecyCheck(Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        _words = new SecrecyWords(catalogue);
        _finder = MarkFinder.Of(catalogue);
    }

    /// <summary>Ids of the levels that marks were found of; empty where none was.</summary>
    /// <param name="source">The file.</param>
    /// <param name="documents">The documents that were recognized in it; each begins a head.</param>
    public IReadOnlySet<string> Find(SourceText source, IReadOnlyList<Document> documents)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(documents);
        var found = new HashSet<string>(StringComparer.Ordinal);
        var heads = new Queue<int>(documents.Select(document => document.Span.Start)
            .Concat(documents.SelectMany(document => document.Parts).Where(part => part.Kind == DocumentPartKind.Annex).Select(part => part.Span.Start))
            .Order());
        var edges = new BlockSpans(PageEdges(source));
        var apart = new BlockSpans(source.Blocks.Where(block => block.Kind == BlockKind.Furniture || block.IsBox).Select(block => block.Span));
        var above = new Queue<IReadOnlyList<string>>();
        var prose = new Prose();
        var isHead = true;
        string? before = null;
        var alone = new List<string>();
        var paragraphs = new Paragraphs(source.Text);
        var column = new StringBuilder();
        foreach (var span in Lines(source.Text))
        {
            var cells = LineText.Cells(source.Text.AsSpan(span.Start, span.Length), _words.Mark);
            if (cells is [{ Length: 1 }] && char.IsLetter(cells[0][0]))
            {
                // Letters one below the other are a word of a narrow box.
                column.Append(cells[0]);
                Add(column.Length is >= 3 and <= LongestColumn ? _finder.InHead([column.ToString()], before: null, needsCapitals: true) : null);
            }
            else
            {
                column.Clear();
            }

            var begins = cells.Any(cell => cell[^1] is not (':' or ';' or ',' or '.') && _words.BeginsHead(Words.Of(cell)));
            while (heads.TryPeek(out var start) && start < span.End)
            {
                begins = true;
                heads.Dequeue();
            }

            if (begins && !isHead)
            {
                isHead = true;
                prose.Reset();
                foreach (var earlier in above)
                {
                    Add(_finder.InHead(earlier, before: null));
                }
            }

            // A stamp may be typed below the signature; the last line of a table is no stamp.
            var isLast = cells.Count == 1 && source.Text.AsSpan(span.End).IsWhiteSpace();
            var place = isHead || apart.Holds(span) ? MarkPlace.Head : edges.Holds(span) ? MarkPlace.Edge : isLast ? MarkPlace.Last : MarkPlace.Body;
            Add(_finder.Find(cells, before, place));
            if (place is MarkPlace.Body or MarkPlace.Last && paragraphs.IsAlone(span) && _finder.Alone(cells) is { } stamped)
            {
                alone.Add(stamped);
            }

            if (prose.Ends(cells))
            {
                isHead = false;
                above.Clear();
            }
            else if (!isHead)
            {
                above.Enqueue(cells);
                if (above.Count > Above)
                {
                    above.Dequeue();
                }
            }

            before = cells.Count == 0 ? before : cells[^1];
        }

        // A text that sets several levels one below the other as headings or in a list speaks of them.
        if (alone.Distinct(StringComparer.Ordinal).Count() == 1)
        {
            Add(alone[0]);
        }

        foreach (var (name, value) in source.Metadata)
        {
            Add(_words.LevelOfField(name, value));
        }

        foreach (var line in source.Metadata.Values.SelectMany(value => value.Split('\n')).Concat(source.Beside))
        {
            Add(_finder.InHead(LineText.Cells(line, _words.Mark), before: null));
        }

        foreach (var line in source.Remarks)
        {
            Add(_finder.Find(LineText.Cells(line, _words.Mark), before: null, MarkPlace.Remark));
        }

        return found;

        void Add(string? level)
        {
            if (level is not null)
            {
                found.Add(level);
            }
        }
    }

    /// <summary>Ids of the levels that the name of a file, its folders or the archives it lies in bear; empty where none does.</summary>
    /// <param name="path">The path as the store names it.</param>
    public IReadOnlySet<string> FindInName(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in PathNames.Of(path))
        {
            if (_finder.InHead(LineText.Cells(name, _words.Mark), before: null) is { } level)
            {
                found.Add(level);
            }
        }

        return found;
    }

    /// <summary>The level that a record states of its document by name, sign or id; null for none.</summary>
    /// <param name="value">What the record says.</param>
    public string? LevelOf(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return _words.LevelOfField("secrecy", value) ?? _finder.InHead(LineText.Cells(value, _words.Mark), before: null);
    }

    /// <summary>The lines of a text up to its first paragraph of prose, where a mark would stand.</summary>
    /// <param name="text">A text that is kept nowhere, such as the plain form of a message that is read as a page.</param>
    /// <param name="most">So many lines at most.</param>
    public static IEnumerable<string> Head(string text, int most)
    {
        ArgumentNullException.ThrowIfNull(text);
        var prose = new Prose();
        foreach (var span in Lines(text).Take(most))
        {
            yield return text[span.Start..span.End].Trim();
            if (prose.Ends(LineText.Cells(text.AsSpan(span.Start, span.Length), "")))
            {
                yield break;
            }
        }
    }

    /// <summary>The first and last blocks of every page of a paged file: where headers and footers are printed.</summary>
    private static IEnumerable<TextSpan> PageEdges(SourceText source)
    {
        foreach (var page in source.Blocks.Where(block => block.Page > 0).GroupBy(block => block.Page))
        {
            var all = page.ToList();
            foreach (var block in all.Take(Edge).Concat(all.TakeLast(Edge)))
            {
                yield return block.Span;
            }
        }

        // Text that was printed into a file turns its pages with a form feed.
        for (var turn = source.Text.IndexOf('\f', StringComparison.Ordinal); turn >= 0; turn = source.Text.IndexOf('\f', turn + 1))
        {
            yield return new TextSpan(Reach(source.Text, turn, step: -1), Reach(source.Text, turn, step: 1));
        }
    }

    /// <summary>Where the lines at the edge of a page end that is turned at a place.</summary>
    private static int Reach(string text, int turn, int step)
    {
        var at = turn + step;
        for (var lines = 0; at > 0 && at < text.Length && text[at] != '\f' && lines < Edge; at += step)
        {
            lines += text[at] == '\n' && !char.IsWhiteSpace(text[at - step]) ? 1 : 0;
        }

        return Math.Clamp(at, 0, text.Length);
    }

    /// <summary>The lines that are not blank.</summary>
    private static IEnumerable<TextSpan> Lines(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny(LineBreaks);
            var end = length < 0 ? text.Length : start + length;
            if (!text.AsSpan(start, end - start).IsWhiteSpace())
            {
                yield return new TextSpan(start, end);
            }

            start = end + 1;
        }
    }
}
