using System.Text.RegularExpressions;

namespace Search.Documents.Letterheads;

/// <summary>
/// Matching that never throws: an expression that runs out of time, which on a busy machine takes no hostile text,
/// has found nothing.
/// </summary>
internal static class SafeRegex
{
    public static bool Fits(this Regex regex, ReadOnlySpan<char> text)
    {
        try
        {
            return regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    public static Match Find(this Regex regex, string text) => regex.Find(text, 0, text.Length);

    public static Match Find(this Regex regex, string text, int start, int length)
    {
        try
        {
            return regex.Match(text, start, length);
        }
        catch (RegexMatchTimeoutException)
        {
            return Match.Empty;
        }
    }

    public static IEnumerable<Match> FindAll(this Regex regex, string text)
    {
        for (var match = regex.Find(text); match.Success; match = Next(match))
        {
            yield return match;
        }
    }

    private static Match Next(Match match)
    {
        try
        {
            return match.NextMatch();
        }
        catch (RegexMatchTimeoutException)
        {
            return Match.Empty;
        }
    }
}
