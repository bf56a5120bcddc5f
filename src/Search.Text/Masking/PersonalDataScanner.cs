namespace Search.Text.Masking;

/// <summary>One pass over the text as it is read: e-mail addresses around an @, phone and identity numbers at runs of digits.</summary>
internal static class PersonalDataScanner
{
    internal static List<MaskedSpan> Find(string text)
    {
        var found = new List<MaskedSpan>();
        Find(text, 0, text.Length, found);
        found.Sort(static (one, other) => one.Span.Start.CompareTo(other.Span.Start));
        return found;
    }

    private static void Find(string source, int from, int to, List<MaskedSpan> found)
    {
        var resolved = ResolvedText.Of(source, from, to);
        var spans = new List<(int Start, int End, string Kind)>();
        var text = resolved.Text;
        var columns = new ColumnLabels(text);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (EmailScanner.Beginnings.Contains(c, StringComparison.Ordinal) && EmailScanner.TryRead(text, i, spans.Count == 0 ? 0 : BeforeEmail(spans, i), out var start, out var end))
            {
                // Digits in the local part may have been taken for a number before the @ was seen.
                spans.RemoveAll(span => span.End > start);
                spans.Add((start, end, "email"));
                i = end - 1;
            }
            else if (char.IsAsciiLetter(c) && i + 1 < text.Length && (char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(text[i + 1])) && NumberScanner.TryReadPassport(text, i, out var passport))
            {
                spans.Add((i, passport, "identity-number"));
                i = passport - 1;
            }
            else if (char.IsAsciiDigit(c) || (c is '+' or '(' && i + 1 < text.Length && (char.IsAsciiDigit(text[i + 1]) || text[i + 1] == '+')))
            {
                var previous = spans.Count == 0 ? -1 : spans[^1].End;
                var begin = i;
                if (NumberScanner.TryRead(text, ref begin, previous, columns, out var last, out var kind))
                {
                    spans.Add((begin, last, kind));
                    i = last - 1;
                }
                else if (char.IsAsciiDigit(c))
                {
                    i = NumberScanner.SkipGroup(text, i) - 1;
                }
            }
        }

        found.AddRange(spans.Select(span => new MaskedSpan(resolved.ToSource(span.Start, span.End), span.Kind)));
        foreach (var tag in resolved.Attributes)
        {
            // Not inside what is masked as a whole, and without tags of its own.
            if (!found.Exists(span => span.Span.Start < tag.End && tag.Start < span.Span.End))
            {
                Find(source, tag.Start, tag.End, found);
            }
        }
    }

    /// <summary>An address ends where the one before it ends; a number before it may be its first part.</summary>
    private static int BeforeEmail(List<(int Start, int End, string Kind)> spans, int at)
    {
        for (var i = spans.Count - 1; i >= 0 && at - spans[i].End < 100; i--)
        {
            if (string.Equals(spans[i].Kind, "email", StringComparison.Ordinal))
            {
                return spans[i].End;
            }
        }

        return 0;
    }
}
