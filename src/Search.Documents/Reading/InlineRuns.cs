using Markdig.Syntax.Inlines;
using Search.Text;

namespace Search.Documents.Reading;

/// <summary>The inline text of a leaf of Markdown, flat: what is kept of the source and what is read otherwise.</summary>
internal sealed class InlineRuns(string text, int shift)
{
    /// <summary>Deeper nesting reads as it is written.</summary>
    private const int MaxDepth = 60;

    private readonly List<Run> _runs = [];
    private readonly List<TextSpan> _strong = [];
    private int _next;
    private int _nextStrong;

    /// <param name="Start">Where it lies in the source.</param>
    /// <param name="End">One past its end.</param>
    /// <param name="Text">What is read; null where it is the source itself.</param>
    private readonly record struct Run(int Start, int End, string? Text);

    /// <summary>Takes the inlines of a leaf in place of those before.</summary>
    public void Read(ContainerInline inlines)
    {
        _runs.Clear();
        _strong.Clear();
        (_next, _nextStrong) = (0, 0);
        Walk(inlines, 0, isRaised: false);
    }

    /// <summary>Adds what lies between two places of the source to a block. The places ascend from one call to the next.</summary>
    public void AddTo(BlockText block, int start, int end, bool isRow = false)
    {
        var first = isRow && start < end && text[start] == '|'; // "Số 210-KL/TW | Hà Nội, …" has no bar at its edge
        while (_next < _runs.Count && _runs[_next].Start < start)
        {
            _next++;
        }

        for (; _next < _runs.Count && _runs[_next].End <= end; _next++)
        {
            var run = _runs[_next];
            if (run.Text is not null)
            {
                if (!isRow || run.Text is not "\n")
                {
                    block.Replace(run.Start, run.End, run.Text);
                }
            }
            else if (isRow)
            {
                AddCells(block, run, end, ref first);
            }
            else
            {
                AddLiteral(block, run.Start, run.End);
            }
        }

        while (_nextStrong < _strong.Count && _strong[_nextStrong].End <= start)
        {
            _nextStrong++;
        }

        for (var i = _nextStrong; i < _strong.Count && _strong[i].Start < end; i++)
        {
            block.MarkStrong(Math.Max(_strong[i].Start, start), Math.Min(_strong[i].End, end));
        }
    }

    /// <summary>The bars at both ends of a row part nothing.</summary>
    private void AddCells(BlockText block, Run run, int end, ref bool first)
    {
        var from = run.Start;
        for (var i = run.Start; i <= run.End; i++)
        {
            if (i < run.End && text[i] != '|')
            {
                continue;
            }

            AddTrimmed(block, from, i);
            if (i < run.End && !first && !string.IsNullOrWhiteSpace(text[(i + 1)..end]))
            {
                block.EndCell(i, i + 1);
            }

            first = false;
            from = i + 1;
        }
    }

    private void AddTrimmed(BlockText block, int start, int end)
    {
        while (start < end && text[start] is ' ' && (start == 0 || text[start - 1] is '|'))
        {
            start++;
        }

        while (end > start && text[end - 1] is ' ' && (end == text.Length || text[end] is '|'))
        {
            end--;
        }

        AddLiteral(block, start, end);
    }

    /// <summary>Emphasis that Markdown does not see as such (<c>**A **</c>, <c>*B *</c>) is still no text.</summary>
    private void AddLiteral(BlockText block, int start, int end)
    {
        var from = start;
        for (var i = start; i < end; i++)
        {
            if (text[i] is not ('*' or '_'))
            {
                continue;
            }

            var last = i;
            while (last < end && text[last] == text[i])
            {
                last++;
            }

            if (IsStrayEmphasis(i, last))
            {
                block.Keep(from, i);
                from = last;
            }

            i = last - 1;
        }

        block.Keep(from, end);
    }

    /// <summary>Two marks are emphasis that went wrong; so is one that touches a word on one side alone, unless it is a note's or a
    /// bullet's.</summary>
    private bool IsStrayEmphasis(int start, int end)
    {
        var before = start == 0 ? ' ' : text[start - 1];
        var after = end == text.Length ? ' ' : text[end];
        if (text[start] == '_')
        {
            return end - start == 2 && char.IsLetter(before) != char.IsLetter(after);
        }

        var isBeforeBlank = char.IsWhiteSpace(before);
        var isAfterBlank = char.IsWhiteSpace(after);
        return end - start == 2
            || (end - start == 1 && ((isBeforeBlank && char.IsLetterOrDigit(after)) || (isAfterBlank && char.IsLetterOrDigit(before))
                || (isBeforeBlank && !IsLineStart(start) && IsLineEnd(end))));
    }

    private bool IsLineStart(int at)
    {
        while (at > 0 && text[at - 1] is ' ' or '\t')
        {
            at--;
        }

        return at == 0 || text[at - 1] == '\n';
    }

    private bool IsLineEnd(int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '\r')
        {
            at++;
        }

        return at == text.Length || text[at] == '\n';
    }

    private void Walk(ContainerInline container, int depth, bool isRaised)
    {
        foreach (var inline in container)
        {
            var start = inline.Span.Start + shift;
            var end = inline.Span.End + 1 + shift;
            switch (inline)
            {
                case LiteralInline literal:
                    AddLiteral(literal, start, end, isRaised);
                    break;
                case LineBreakInline line:
                    _runs.Add(new Run(start, Math.Max(end, start + 1), line.IsHard ? Block.HardBreak.ToString() : "\n"));
                    break;
                case HtmlEntityInline entity:
                    _runs.Add(new Run(start, end, Whole(entity.Transcoded.ToString())));
                    break;
                case HtmlInline html:
                    isRaised = HtmlMarks.IsRaised(html.Tag, isRaised);
                    if (HtmlMarks.Reading(html.Tag) is { Length: > 0 } reading)
                    {
                        _runs.Add(new Run(start, end, reading));
                    }

                    break;
                case CodeInline code:
                    AddFound(code.Content, start, end);
                    break;
                case AutolinkInline link:
                    AddFound(link.Url, start, end);
                    break;
                case LinkInline { IsImage: true }:
                    break;
                case EmphasisInline emphasis when depth < MaxDepth:
                    if (emphasis.DelimiterCount >= 2)
                    {
                        _strong.Add(new TextSpan(start, end));
                    }

                    Walk(emphasis, depth + 1, isRaised);
                    break;
                case ContainerInline inner when depth < MaxDepth:
                    AddDelimiter(inner, start);
                    Walk(inner, depth + 1, isRaised);
                    break;
                default:
                    if (end > start && end <= text.Length)
                    {
                        _runs.Add(new Run(start, end, null));
                    }

                    break;
            }
        }
    }

    /// <summary>An opening bracket or emphasis that found no partner holds what follows it, and is text.</summary>
    private void AddDelimiter(ContainerInline inner, int start)
    {
        if (inner is DelimiterInline delimiter)
        {
            var literal = delimiter.ToLiteral();
            if (literal.Length > 0 && start + literal.Length <= text.Length)
            {
                _runs.Add(new Run(start, start + literal.Length, null));
            }
        }
    }

    private void AddLiteral(LiteralInline literal, int start, int end, bool isRaised)
    {
        var content = literal.Content.AsSpan();
        if (content.Length == 0 || start < 0 || end > text.Length)
        {
            return;
        }

        if (isRaised && content.Length <= 3 && !content.ContainsAnyExceptInRange('0', '9'))
        {
            _runs.Add(new Run(start, end, HtmlMarks.Raise(content)));
        }
        else if (literal.IsFirstCharacterEscaped && end - start == content.Length + 1)
        {
            _runs.Add(new Run(start, start + 2, content[..1].ToString()));
            if (content.Length > 1)
            {
                _runs.Add(new Run(start + 2, end, null));
            }
        }
        else if (end - start == content.Length && text.AsSpan(start, content.Length).SequenceEqual(content))
        {
            _runs.Add(new Run(start, end, null));
        }
        else
        {
            AddFound(content.ToString(), start, end);
        }
    }

    private void AddFound(string content, int start, int end)
    {
        if (content.Length == 0 || start < 0 || end > text.Length)
        {
            return;
        }

        var at = text.IndexOf(content, start, Math.Max(0, end - start), StringComparison.Ordinal);
        _runs.Add(at < 0 ? new Run(start, end, content) : new Run(at, at + content.Length, null));
    }

    private static string Whole(string decoded) => decoded is "\u00A0" ? " " : decoded;
}
