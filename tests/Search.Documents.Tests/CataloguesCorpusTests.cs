using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Search.Documents.Catalogues;
using Search.Testing;
using YamlDotNet.Serialization;

namespace Search.Documents.Tests;

/// <summary>The records of <c>corpus/</c> agree with the catalogues, with one another and with their own list.</summary>
public sealed partial class CataloguesCorpusTests
{
    private static readonly Catalogue Known = Catalogue.Default;

    private static readonly string[] Levels = ["trung-uong", "tinh", "huyen", "co-so", "nha-nuoc"];

    private static readonly string[] Fields =
        ["record", "number", "type", "issuer", "level", "province", "term", "date", "place", "title", "signer", "status", "copyOf"];

    public static TheoryData<string> Names =>
        [.. Directory.GetFiles(RepositoryFiles.PathOf("corpus"), "*.md").Select(file => Path.GetFileNameWithoutExtension(file))
            .Where(name => name is not "README").Order(StringComparer.Ordinal)];

    public static TheoryData<int, string, string> Forms
    {
        get
        {
            var rows = new TheoryData<int, string, string>();
            foreach (Match row in FormRow().Matches(Read("README")))
            {
                rows.Add(int.Parse(row.Groups["form"].ValueSpan, CultureInfo.InvariantCulture), row.Groups["record"].Value, row.Groups["words"].Value);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TheFieldsOfARecordAreThoseOfTheCatalogues(string name)
    {
        var (fields, body) = Open(name);
        Assert.All(fields.Keys, field => Assert.Contains(field, Fields));
        Assert.Equal("tom-tat", fields["record"]);
        Assert.Contains("Bản tóm tắt do ban biên tập soạn, không phải toàn văn văn bản.", body, StringComparison.Ordinal);
        Assert.Contains(fields["level"], Levels);
        var type = Known.Type(fields["type"]!);
        Assert.NotNull(type);
        if (fields["province"] is { Length: > 0 } province)
        {
            Assert.NotNull(Known.Province(province));
        }

        if (fields["status"] is { Length: > 0 } status)
        {
            Assert.Contains(status, (string[])["con-hieu-luc", "het-hieu-luc"]);
        }

        if (fields.GetValueOrDefault("copyOf") is { } copied)
        {
            Assert.NotNull(Known.Known(copied));
        }

        if (fields["number"] is not { Length: > 0 } number)
        {
            return;
        }

        var docket = Docket.Parse(number);
        Assert.Equal(number, docket.Canonical);
        var meaning = Known.Interpret(docket);
        Assert.Contains(type, meaning.Types);
        var date = DateOnly.ParseExact(fields["date"]!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (fields["term"] is { Length: > 0 } term)
        {
            Assert.Contains(term, Known.TermsOn(date).Select(known => known.Id));
        }

        // The slug of a key without a place, and the place before the date, make the name.
        var slug = DocumentKey.ForNumber(number, fields["province"] is { Length: > 0 } place ? place : null, date).Slug;
        Assert.Equal(slug, name);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ARecordSaysWhatTheRegisterSays(string name)
    {
        var (fields, _) = Open(name);
        if (fields["number"] is not { Length: > 0 } number)
        {
            return;
        }

        var entry = Assert.Single(Known.Register, known =>
            string.Equals(known.Number, number, StringComparison.Ordinal)
            && string.Equals(known.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), fields["date"], StringComparison.Ordinal)
            && string.Equals(known.Province ?? "", fields["province"] ?? "", StringComparison.Ordinal));
        Assert.Equal(entry.Type, fields["type"]);
        Assert.Equal(entry.Issuer ?? "", fields["issuer"] ?? "");
        Assert.Equal(entry.Term ?? "", fields["term"] ?? "");
        Assert.Equal(entry.Signer ?? "", fields["signer"] ?? "");
        Assert.Equal(entry.Status ?? "", fields["status"] ?? "");
        if (fields["title"] is { Length: > 0 } title && entry.Title is not null)
        {
            Assert.Contains(Plain(entry.Title), Plain(title), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ARecordIsReadAsOneAbstractUnderItsKey(string name)
    {
        var (fields, _) = Open(name);
        var document = Assert.Single(new DocumentAnalysis(Known).Analyze(new MarkdownReader().Read(name + ".md", Read(name))));
        Assert.True(document.IsAbstract);
        Assert.Equal(fields["type"], document.Type);
        Assert.Equal(fields["title"] ?? "", document.Title ?? "");
        if (fields["number"] is { Length: > 0 })
        {
            Assert.NotNull(Known.Known(document.Key.Value));
        }
        else
        {
            Assert.StartsWith("KH/TU~?#", document.Key.Value, StringComparison.Ordinal);
        }

        Assert.Equal(fields.GetValueOrDefault("copyOf"), document.CopyOf?.Value);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ARecordIsListedWithItsSourceAndNormalized(string name)
    {
        Assert.Matches(new Regex($@"^\| \[{Regex.Escape(name)}\]\({Regex.Escape(name)}\.md\) \| \S.* \|$", RegexOptions.Multiline | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)), Read("README"));
        Assert.True(Read(name).IsNormalized(NormalizationForm.FormC));
    }

    [Fact]
    public void EveryWayOfCitingOccurs() =>
        Assert.Equal(Enumerable.Range(1, 30), Forms.Select(row => row.Data.Item1));

    [Theory]
    [MemberData(nameof(Forms))]
    public void TheWordsListedForAWayOfCitingStandInTheRecord(int form, string record, string words) =>
        Assert.True(Open(record).Body.Contains(words, StringComparison.Ordinal), $"form {form} in {record}: {words}");

    [Fact]
    public void ThereAreEnoughRecords() => Assert.True(Names.Count >= 25);

    private static string Plain(string text) =>
        text.Replace("\u201C", "\"", StringComparison.Ordinal).Replace("\u201D", "\"", StringComparison.Ordinal).ToLowerInvariant();

    private static (Dictionary<string, string?> Fields, string Body) Open(string name)
    {
        var parts = Read(name).Split("---\n", 3);
        Assert.Equal("", parts[0]);
        return (new Deserializer().Deserialize<Dictionary<string, string?>>(parts[1]), parts[2]);
    }

    private static string Read(string name) => File.ReadAllText(RepositoryFiles.PathOf("corpus", name + ".md"));

    // | 1 | type + số … | [02-hd-bdntw-2017-01-16](02-hd-bdntw-2017-01-16.md) | Chỉ thị số 04-CT/TW … |
    [GeneratedRegex(@"^\| (?<form>\d+) \| [^|]+ \| \[[^\]]+\]\((?<record>[^)]+)\.md\) \| (?<words>.+) \|$", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FormRow();
}
