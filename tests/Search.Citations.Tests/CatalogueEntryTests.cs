using System.Text.Json;
using System.Text.Json.Nodes;
using Search.Documents;
using Search.Documents.Catalogues;
using Search.Testing;
using Search.Text;

namespace Search.Citations.Tests;

/// <summary>One entry in a catalogue file is all that a new document type, issuer or trigger takes: letterhead, citations and
/// typed look-ups know it then.</summary>
public sealed class CatalogueEntryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("search-catalogues-").FullName;

    [Fact]
    public void ANewTypeIsOneEntry()
    {
        var catalogue = With("types.json", """
            { "id": "phieu-trinh", "name": "Phiếu trình", "nameEn": "Submission", "abbreviations": ["PTr"], "layer": "both", "kind": "document",
              "standsAlone": true, "examples": ["12-PTr/TW"] }
            """);
        var document = Assert.Single(new DocumentAnalysis(catalogue).Analyze(Source(
            "BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 12-PTr/TW\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nHà Nội, ngày 05 tháng 3 năm 2024\n\nPHIẾU TRÌNH\nvề công tác lưu trữ\n\nBan Bí thư xem xét.")));
        Assert.Equal("phieu-trinh", document.Type);
        var citation = Assert.Single(Cite(catalogue, "Thực hiện Phiếu trình số 12-PTr/TW ngày 05/3/2024 của Ban Bí thư."));
        Assert.Equal(("phieu-trinh", "12-PTr/TW@2024-03-05", "thuc-hien"), (citation.Cited.Type, citation.Target?.Key.Value, citation.Relation));
        var known = new MemoryRegistry([new KnownDocument { Key = citation.Target!.Key, Header = new DocumentHeader { Docket = citation.Cited.Docket, Type = "phieu-trinh", Date = citation.Cited.Date }, Status = DocumentStatus.Present }]);
        Assert.Equal(200, new CitationLookup(catalogue, known).Lookup("phieu trinh 12").Status);
    }

    [Fact]
    public void ANewIssuerIsOneEntry()
    {
        var catalogue = With("bodies.json", """
            { "id": "ban-thu-nghiem-trung-uong", "name": "Ban Thử nghiệm Trung ương", "nameEn": "Central Trial Commission", "abbreviation": "BTNTW",
              "organ": "BTNTW", "level": "trung-uong", "layer": "party", "examples": ["05-HD/BTNTW"] }
            """);
        var document = Assert.Single(new DocumentAnalysis(catalogue).Analyze(Source(
            "BAN CHẤP HÀNH TRUNG ƯƠNG\nBAN THỬ NGHIỆM\n*\nSố 05-HD/BTNTW\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nHà Nội, ngày 05 tháng 3 năm 2024\n\nHƯỚNG DẪN\nvề công tác lưu trữ\n\nCác cấp ủy thực hiện.")));
        Assert.Equal("05-HD/BTNTW", document.Docket?.Canonical);
        Assert.Equal("trung-uong", document.Level);
        // The wrong mark of a State number is put right, because only the Party signs so.
        var citation = Assert.Single(Cite(catalogue, "Theo Hướng dẫn 05/HD-BTNTW ngày 05/3/2024 của Ban Thử nghiệm Trung ương về lưu trữ."));
        Assert.Equal(("05-HD/BTNTW@2024-03-05", "Ban Thử nghiệm Trung ương"), (citation.Target?.Key.Value, citation.Cited.Issuer));
    }

    [Fact]
    public void ANewTriggerIsOneEntry()
    {
        const string Text = "Các cấp ủy đưa vào cuộc sống Chỉ thị số 15-CT/TW ngày 05/3/2024.";
        Assert.Equal("dan-chieu", Assert.Single(Cite(Catalogue.Default, Text)).Relation);
        var catalogue = Edit("relations.json", entries =>
            entries.Single(entry => string.Equals((string?)entry!["id"], "trien-khai", StringComparison.Ordinal))!["triggers"]!.AsArray().Add("đưa vào cuộc sống"));
        Assert.Equal("trien-khai", Assert.Single(Cite(catalogue, Text)).Relation);
    }

    [Fact]
    public void AFolderOfOneFileLeavesTheOthersAsTheyAre()
    {
        var catalogue = Edit("terms.json", _ => { });
        Assert.Equal(Catalogue.Default.Types.Length, catalogue.Types.Length);
        Assert.Throws<CatalogueException>(() => Catalogue.LoadOver(Path.Combine(_folder, "none")));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static List<Citation> Cite(Catalogue catalogue, string text)
    {
        var source = Source(text);
        var host = new Document { Key = DocumentKey.ForUnnumbered("?", null, "case", null), Header = new DocumentHeader { Type = "ke-hoach" }, Span = new TextSpan(0, text.Length) };
        var mentions = new CitationExtractor(catalogue).Extract(source, VietnameseNormalizer.Normalize(text), host);
        return [.. new CitationResolver(catalogue).Resolve(host, source, mentions, new MemoryRegistry([]))];
    }

    private static SourceText Source(string text) => DocumentReaders.FromText("case.txt", text);

    private Catalogue With(string file, string entry) => Edit(file, entries => entries.Add(JsonNode.Parse(entry)));

    private Catalogue Edit(string file, Action<JsonArray> change)
    {
        var entries = JsonNode.Parse(File.ReadAllText(RepositoryFiles.PathOf("seeds", file)))!.AsArray();
        change(entries);
        File.WriteAllText(Path.Combine(_folder, file), entries.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
        return Catalogue.LoadOver(_folder);
    }
}
