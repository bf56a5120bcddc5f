using Search.Citations.Tests.Support;
using Search.Documents;
using Search.Testing;
using Search.Text;

namespace Search.Citations.Tests;

/// <summary>
/// The case tables: a sentence and the mentions in it. A mention is printed as its form and its text; what is said of
/// the document follows where the line asks for it. An empty right side means that nothing may be found.
/// </summary>
public sealed class ExtractionTests
{
    public static TheoryData<string, string, string> Mentions => CaseTable.Theory("Search.Citations.Tests", "mentions");

    public static TheoryData<string, string, string> Fields => CaseTable.Theory("Search.Citations.Tests", "fields");

    public static TheoryData<string, string, string> Relations => CaseTable.Theory("Search.Citations.Tests", "relations");

    public static TheoryData<string, string, string> HostRelations => CaseTable.Theory("Search.Citations.Tests", "host-relations");

    public static TheoryData<string, string, string> Nothing => CaseTable.Theory("Search.Citations.Tests", "nothing");

    /// <summary>form [text]; joined by " + ".</summary>
    [Theory]
    [MemberData(nameof(Mentions))]
    public void FindsTheMentions(string input, string expected, string place) =>
        Check(expected, string.Join(" + ", Find(input).Select(mention => $"{Form(mention)} [{Flat(mention.Text)}]")), place);

    /// <summary>number; type; date or year; issuer; term; pinpoint; title: the fields that are known, joined by " | ".</summary>
    [Theory]
    [MemberData(nameof(Fields))]
    public void ReadsTheFields(string input, string expected, string place)
    {
        var printed = Find(input).Select(mention => string.Join(" | ", new[]
        {
            mention.Cited.Docket?.Canonical ?? mention.Cited.Sequence,
            mention.Cited.Type,
            mention.Cited.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? mention.Cited.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            mention.Cited.Issuer,
            mention.Cited.Term is { } term ? "khóa " + term : null,
            mention.Pinpoint is { } pinpoint ? "tại " + pinpoint : null,
            mention.Cited.Effective is { } effective ? "từ " + effective.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null,
        }.OfType<string>()));
        Check(expected, string.Join(" + ", printed), place);
    }

    /// <summary>relation of every mention, joined by spaces.</summary>
    [Theory]
    [MemberData(nameof(Relations))]
    public void FindsTheRelations(string input, string expected, string place) =>
        Check(expected, string.Join(' ', Find(input).Select(mention => mention.Relation)), place);

    /// <summary>The same of a text of the type before the bar (<c>-</c>: nobody knows), which a number may follow; what stands before
    /// <c>\n\n</c> is its title.</summary>
    [Theory]
    [MemberData(nameof(HostRelations))]
    public void FindsWhatTheDocumentDoes(string input, string expected, string place)
    {
        var bar = input.IndexOf(" | ", StringComparison.Ordinal);
        var (type, number) = input[..bar].Split(' ') is [var first, .. var rest] ? (first, rest is [var docket] ? docket : null) : default;
        var mentions = Find(input[(bar + 3)..], string.Equals(type, "-", StringComparison.Ordinal) ? null : type, titled: true, number);
        Check(expected, string.Join(' ', mentions.Select(mention => mention.Relation)), place);
    }

    [Theory]
    [MemberData(nameof(Nothing))]
    public void FindsNothing(string input, string expected, string place) =>
        Check(expected, string.Join(" + ", Find(input).Select(mention => $"{Form(mention)} [{Flat(mention.Text)}]")), place);

    internal static IReadOnlyList<Mention> Find(string text, string? hostType = "cong-van", bool titled = false, string? number = null)
    {
        var titleEnd = titled ? text.IndexOf("\n\n", StringComparison.Ordinal) : -1;
        var source = new SourceText { Name = "case", Text = text, Encoding = "utf-8", Blocks = [] };
        var host = new Document { Key = DocumentKey.ForUnnumbered("?", null, "case", null), Header = DocumentHeader.OfNumber(number) with { Type = hostType }, Span = new TextSpan(0, text.Length), TitleSpan = titleEnd > 0 ? new TextSpan(0, titleEnd) : null };
        var mentions = Pipeline.Extractor.Extract(source, VietnameseNormalizer.Normalize(text), host);
        foreach (var mention in mentions)
        {
            Assert.Equal(text[mention.Span.Start..mention.Span.End], mention.Text);
        }

        return [.. mentions.Where(mention => mention is not GenericMention)];
    }

    private static string Form(Mention mention) => mention switch
    {
        BackReference { Kind: BackReferenceKind.This } => "this",
        BackReference { Kind: BackReferenceKind.Above } => "above",
        _ => mention.Form switch
        {
            CitationForm.AliasDefinition => "alias",
            var form => form.ToString().ToLowerInvariant(),
        },
    };

    private static string Flat(string text) => string.Join(' ', text.Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static void Check(string expected, string actual, string place) =>
        Assert.True(string.Equals(expected, actual, StringComparison.Ordinal), $"{place}:\nexpected '{expected}'\n     got '{actual}'");
}
