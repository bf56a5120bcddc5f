using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Search.Engine;

/// <summary>Reads corpus and question files: one JSON object a line, plain or gzip (<c>.gz</c>).</summary>
public static class EvaluationFiles
{
    /// <summary>The articles of a corpus file, one at a time.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FormatException">A line is not an article; the message names it.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IEnumerable<EvaluationArticle> ReadCorpus(string path) =>
        Read(path, EvaluationJson.Default.EvaluationArticle).Where(a => a.Id is not null);

    /// <summary>The questions of a question file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FormatException">A line is not a question; the message names it.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<EvaluationQuestion> ReadQuestions(string path) =>
        [.. Read(path, EvaluationJson.Default.EvaluationQuestion).Where(q => q is { Id: not null, Text: not null, Relevant: not null })];

    private static IEnumerable<T> Read<T>(string path, JsonTypeInfo<T> type)
        where T : class
    {
        using Stream file = File.OpenRead(path);
        using var stream = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
            ? new GZipStream(file, CompressionMode.Decompress)
            : file;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.Length > 0)
            {
                yield return Parse(line, type, path, number);
            }
        }
    }

    private static T Parse<T>(string line, JsonTypeInfo<T> type, string path, int number)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(line, type) ?? throw new JsonException("null");
        }
        catch (JsonException e)
        {
            throw new FormatException($"{path}:{number}: {e.Message}", e);
        }
    }
}
