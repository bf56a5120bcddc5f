namespace Search.Application.Errors;

/// <summary>A message in both languages, as errors bear it: Vietnamese, then English in parentheses, <c>Không có. (There is none.)</c></summary>
internal static class BothLanguages
{
    /// <summary>Its halves; a text of another form serves both.</summary>
    /// <param name="text">The message.</param>
    public static (string Vietnamese, string English) Of(string text)
    {
        var cut = text.IndexOf(". (", StringComparison.Ordinal);
        return cut < 0 || !text.EndsWith(')') ? (text, text) : (text[..(cut + 1)], text[(cut + 3)..^1]);
    }
}
