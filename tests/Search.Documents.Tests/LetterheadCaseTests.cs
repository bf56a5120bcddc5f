using System.Globalization;
using System.Text;
using Search.Testing;

namespace Search.Documents.Tests;

/// <summary>
/// <c>Cases/letterheads/*.txt</c>: a text, a line <c>=====</c>, then the fields to expect, one block a document with
/// <c>---</c> between. A field that is not named is not checked; an empty one must be unknown.
/// </summary>
public sealed class LetterheadCaseTests
{
    private static string Folder => RepositoryFiles.PathOf("tests", "Search.Documents.Tests", "Cases", "letterheads");

    public static TheoryData<string> Names() =>
        [.. Directory.EnumerateFiles(Folder, "*.txt").Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void ReadsWhatTheCaseExpects(string name)
    {
        var (text, expected) = Load(name);
        Check(text, expected);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void DecomposedTextAndWindowsLinesReadAlike(string name)
    {
        var (text, expected) = Load(name);
        Check(text.Normalize(NormalizationForm.FormD).ReplaceLineEndings("\r\n"), expected);
    }

    private static void Check(string text, IReadOnlyList<Dictionary<string, string>> expected)
    {
        var documents = Samples.Analyze(text, "case.md");
        Assert.Equal(documents.Select(Samples.Fingerprint), Samples.Analyze(text).Select(Samples.Fingerprint));
        Assert.True(expected.Count == documents.Count, string.Join("\n", documents.Select(Samples.Fingerprint)));
        SpanChecks.AllInside(documents, text);
        foreach (var (document, fields) in documents.Zip(expected))
        {
            foreach (var (field, value) in fields)
            {
                Assert.Equal($"{field}: {value}", $"{field}: {Field(document, field)}");
            }
        }
    }

    private static string? Field(Document document, string field) => field switch
    {
        "key" => document.Key.IsNumbered ? document.Key.Value : document.Key.Value[..(document.Key.Value.IndexOf('#', StringComparison.Ordinal) + 1)],
        "type" => document.Type,
        "issuer" => document.Issuer,
        "level" => document.Level,
        "province" => document.Province,
        "place" => document.Place,
        "term" => document.Term,
        "date" => document.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        "title" => document.Title,
        "addressees" => string.Join(" | ", document.Addressees),
        "recipients" => string.Join(" | ", document.Recipients),
        "authority" => document.SigningAuthority,
        "position" => document.SignerTitle,
        "signer" => document.Signer,
        "secrecy" => document.Secrecy,
        "copyOf" => document.CopyOf?.Value,
        "annexes" => string.Join(" | ", document.Parts.Where(part => part.Kind == DocumentPartKind.Annex).Select(part => part.Title)),
        "stamps" => document.Parts.Count(part => part.Kind == DocumentPartKind.Stamp).ToString(CultureInfo.InvariantCulture),
        "inferred" => string.Join(" ", document.Inferences.Keys.Where(key => key is not ("term" or "year")).Order(StringComparer.Ordinal)),
        "anchors" => string.Join(" ", document.Outline.Select(section => section.Anchor)),
        "passages" => document.Passages.Count.ToString(CultureInfo.InvariantCulture),
        _ => throw new FormatException($"no such field: {field}"),
    };

    private static (string Text, IReadOnlyList<Dictionary<string, string>> Expected) Load(string name)
    {
        var all = File.ReadAllText(Path.Combine(Folder, name + ".txt"));
        var cut = all.LastIndexOf("\n=====\n", StringComparison.Ordinal);
        var blocks = new List<Dictionary<string, string>> { new(StringComparer.Ordinal) };
        foreach (var line in all[(cut + 7)..].Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line is "---")
            {
                blocks.Add(new(StringComparer.Ordinal));
                continue;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            blocks[^1].Add(line[..colon].Trim(), line[(colon + 1)..].Trim());
        }

        return (all[..cut], blocks);
    }
}
