namespace Search.Documents.Letterheads;

/// <summary>Signing authority lines: T/M, K/T, T/L, TUQ.</summary>
internal static class Authorities
{
    /// <summary>Whom a line such as <c>T/M BAN THƯỜNG VỤ</c> names; null for K/T, which names a person's position.</summary>
    public static string? BodyOf(string text)
    {
        var at = 0;
        var letters = "";
        while (at < text.Length && letters.Length < 3)
        {
            var c = text[at];
            if (char.IsLetter(c))
            {
                letters += char.ToUpperInvariant(c);
            }
            else if (c is not ('/' or '.' or ' '))
            {
                return null;
            }

            at++;
            if (letters is "TM" or "TL" && (at == text.Length || !char.IsLetter(text[at])))
            {
                break;
            }
        }

        return letters is "TM" or "TL" ? text[at..].TrimStart(' ', '.', '/').Trim() : null;
    }
}
