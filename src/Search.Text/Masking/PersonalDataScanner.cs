namespace Search.Text.Masking;

/// <summary>One pass over the text: e-mail addresses around an @, phone and identity numbers at runs of digits.</summary>
internal static class PersonalDataScanner
{
    internal static List<MaskedSpan> Find(string text)
    {
        var found = new List<MaskedSpan>();
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '@' && TryEmail(text, i, found.Count == 0 ? 0 : found[^1].Span.End, out var email))
            {
                // Digits in the local part may have been taken for a number before the @ was seen.
                while (found.Count > 0 && found[^1].Span.End > email.Start)
                {
                    found.RemoveAt(found.Count - 1);
                }

                found.Add(new MaskedSpan(email, "email"));
                i = email.End - 1;
            }
            else if ((char.IsAsciiDigit(c) || c is '+' or '(') && IsFree(text, i - 1))
            {
                var end = NumberScanner.Read(text, i, out var kind);
                if (kind is not null)
                {
                    found.Add(new MaskedSpan(new TextSpan(i, end), kind));
                }

                i = Math.Max(i, end - 1);
            }
        }

        return found;
    }

    /// <summary>A number does not begin inside a word, a docket, a decimal or another number.</summary>
    private static bool IsFree(string text, int before) =>
        before < 0 || !(char.IsLetterOrDigit(text[before]) || text[before] is '/' or '-' or '.' or ',' or '_' or '+');

    private static bool TryEmail(string text, int at, int from, out TextSpan span)
    {
        var start = at;
        while (start > from && at - start < 64 && IsLocal(text[start - 1]))
        {
            start--;
        }

        while (start < at && text[start] == '.')
        {
            start++;
        }

        var end = at + 1;
        var lastDot = -1;
        while (end < text.Length && end - at < 254 && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or '.'))
        {
            if (text[end] == '.')
            {
                lastDot = end;
            }

            end++;
        }

        // The sentence's own full stop is not part of the address.
        while (end > at + 1 && text[end - 1] is '.' or '-')
        {
            end--;
            lastDot = text.LastIndexOf('.', end - 1, end - at - 1);
        }

        span = new TextSpan(start, end);
        return start < at && lastDot > at + 1 && end - lastDot > 2 && char.IsAsciiLetter(text[end - 1]);
    }

    private static bool IsLocal(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '%' or '+' or '-';
}
