using System.Text.Json;
using Search.Application;

namespace Search.Cli.Output;

/// <summary>Where a command writes: data on stdout, everything for people's eyes only on stderr.</summary>
internal sealed class CommandOutput(TextWriter output, TextWriter error, Language language)
{
    /// <summary>True where stderr is a terminal that may be drawn on.</summary>
    public bool IsInteractive =>
        ReferenceEquals(error, Console.Error)
        && !Console.IsErrorRedirected
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    public TextWriter Out => output;

    public TextWriter Error => error;

    public Language Language => language;

    /// <summary>Whether the reader chose English.</summary>
    public bool IsEnglish => language == Language.En;

    /// <summary>One JSON value, readable: indented, Vietnamese letters as they are.</summary>
    public void Json<T>(T value) => output.WriteLine(JsonSerializer.Serialize(value, WireJson.Indented));

    /// <summary>One JSON value on one line.</summary>
    public void JsonLine<T>(T value) => output.WriteLine(JsonSerializer.Serialize(value, WireJson.Compact));

    /// <summary>A line of the answer.</summary>
    public void Line(string text = "") => output.WriteLine(text);

    /// <summary>A remark that is not part of the answer.</summary>
    public void Note(string vietnamese, string english) =>
        error.WriteLine(Say(vietnamese, english));

    /// <summary>Why a command ends without an answer.</summary>
    public void Fail(Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        error.WriteLine(message.In(language));
    }

    /// <summary>The sentence in the reader's language.</summary>
    public string Say(string vietnamese, string english) => language == Language.En ? english : vietnamese;
}
