using Search.Text;

namespace Search.Documents;

/// <summary>From here on the text stands on this page of the file it was read from, up to the next one.</summary>
/// <param name="Number">Number of the page, from 1; 0 where the page is not known.</param>
/// <param name="Start">Offset into the decoded source.</param>
public sealed record PageStart(int Number, int Start)
{
    /// <summary>The pages of one part of a source, in order; none when the file has no pages, as plain text, or does not
    /// say where they turn.</summary>
    /// <param name="source">The source with its blocks; a block stands on the page that it begins on.</param>
    /// <param name="span">The part.</param>
    internal static IReadOnlyList<PageStart> Of(SourceText source, TextSpan span)
    {
        var pages = new List<PageStart>();
        var page = 0;
        foreach (var block in source.Blocks)
        {
            if (block.Span.End <= span.Start || block.Page == page)
            {
                continue;
            }

            if (block.Span.Start >= span.End)
            {
                break;
            }

            page = block.Page;
            pages.Add(new PageStart(page, Math.Max(block.Span.Start, span.Start)));
        }

        return pages;
    }
}
