using Search.Application.Errors;

namespace Search.Cli.Output;

/// <summary>A sentence for people, in both languages.</summary>
/// <param name="Vietnamese">Shown by default.</param>
/// <param name="English">Shown instead with <c>--lang en</c>.</param>
internal sealed record Message(string Vietnamese, string English)
{
    private const string Between = " | ";

    /// <summary>Reads a description, <c>Vietnamese. | English.</c>; one without the second half serves both.</summary>
    public static Message Parse(string? description)
    {
        var text = description ?? "";
        var cut = text.IndexOf(Between, StringComparison.Ordinal);
        return cut < 0 ? new Message(text, text) : new Message(text[..cut], text[(cut + Between.Length)..]);
    }

    /// <summary>Reads what an exception says, <c>Vietnamese. (English.)</c>; anything else serves both.</summary>
    public static Message Said(string text)
    {
        var (vietnamese, english) = BothLanguages.Of(text);
        return new Message(vietnamese, english);
    }

    /// <summary>The half in the reader's language.</summary>
    public string In(Language language) => language == Language.En ? English : Vietnamese;
}
