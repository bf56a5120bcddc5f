using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Search.Application;

/// <summary>
/// How everything that leaves the program as JSON is written: camelCase, ISO dates, enums as kebab-case words,
/// Vietnamese letters as they are. The answers are data, never put into a page, so nothing but what JSON itself
/// asks for is escaped.
/// </summary>
public static class WireJson
{
    /// <summary>On one line.</summary>
    public static JsonSerializerOptions Compact { get; } = Make(indented: false);

    /// <summary>Over many lines, for people.</summary>
    public static JsonSerializerOptions Indented { get; } = Make(indented: true);

    /// <summary>Applies the rules to a host's own options.</summary>
    /// <param name="options">The options to change.</param>
    public static void Apply(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DictionaryKeyPolicy = null;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
    }

    private static JsonSerializerOptions Make(bool indented)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = indented };
        Apply(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
