namespace Search.Documents.Reading;

/// <summary>
/// Tells by one scan whether a text is safe to parse as Markdown. Deep nesting of lists and quotes, and runs of open
/// brackets, make Markdig's time grow with the square of the length (50,000 × <c>[a](</c>: 42 s); honest documents
/// come nowhere near these limits.
/// </summary>
internal static class MarkdownGuard
{
    private const int MaxLength = 4 * 1024 * 1024;
    private const int MaxLine = 256 * 1024;
    private const int MaxMarks = 24;
    private const int MaxIndent = 64;
    private const int MaxNestedLines = 2_000;

    /// <summary>Brackets, tags and code marks of one paragraph; each is looked for its partner over the rest of it.</summary>
    private const int MaxBrackets = 1_000;

    /// <summary>Marks of emphasis of one paragraph.</summary>
    private const int MaxEmphasis = 4_000;

    public static bool IsTame(string text, int from)
    {
        if (text.Length - from > MaxLength)
        {
            return false;
        }

        var nested = 0;
        int brackets = 0, emphasis = 0;
        foreach (var line in text.AsSpan(from).EnumerateLines())
        {
            if (line.Length > MaxLine)
            {
                return false;
            }

            if (line.IsWhiteSpace())
            {
                (brackets, emphasis) = (0, 0);
                continue;
            }

            brackets += line.Count('[') + line.Count('<') + line.Count('`');
            emphasis += line.Count('*') + line.Count('_');
            if (brackets > MaxBrackets || emphasis > MaxEmphasis)
            {
                return false;
            }

            var marks = 0;
            var indent = 0;
            foreach (var c in line)
            {
                if (c is '>' or '-' or '+' or '*')
                {
                    marks++;
                }
                else if (c is ' ')
                {
                    indent++;
                }
                else if (c is '\t')
                {
                    indent += 4;
                }
                else if (!char.IsAsciiDigit(c) && c is not ('.' or ')'))
                {
                    break;
                }
            }

            // A rule (-----) is long and harmless; marks with spaces between are nested containers.
            if (marks > MaxMarks && line.Trim().ContainsAny(" \t>"))
            {
                return false;
            }

            if (indent > MaxIndent && marks > 0)
            {
                return false;
            }

            if ((marks > 1 || indent > 8) && indent > 0 && ++nested > MaxNestedLines)
            {
                return false;
            }
        }

        return true;
    }
}
