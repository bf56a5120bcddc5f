using System.Text.Json.Nodes;
using Search.Application.Contracts;
using Search.Application.Reading;
using Search.Application.UseCases;
using Search.Citations;
using Search.Documents.Catalogues;
using Search.Ingestion;
using Search.Testing;

namespace Search.Api.Tests;

/// <summary>What one entry in a catalogue file adds is read from letterheads and citations, and found by queries.</summary>
public sealed class NewEntryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("search-entries-").FullName;

    [Fact]
    public async Task ANewTypeIsFoundByQueries()
    {
        using var system = await IngestAsync("types.json", entries => entries.Add(JsonNode.Parse("""
            { "id": "phieu-trinh", "name": "Phiếu trình", "nameEn": "Submission", "abbreviations": ["PTr"], "layer": "both", "kind": "document",
              "standsAlone": true, "examples": ["12-PTr/TW"] }
            """)));
        foreach (var query in (string[])["loai:phieu-trinh", "phiếu trình 12", "phieu trinh so 12", "12-PTr/TW", "PTr 12"])
        {
            Assert.Equal((query, "12-PTr/TW@2024-03-05"), (query, Find(system, new SearchQuery { Q = query }).FirstOrDefault()));
        }

        Assert.Equal(["12-PTr/TW@2024-03-05"], Find(system, new SearchQuery { Type = ["phieu-trinh"] }));
    }

    [Fact]
    public async Task ANewIssuerIsFoundByQueries()
    {
        using var system = await IngestAsync("bodies.json", entries => entries.Add(JsonNode.Parse("""
            { "id": "ban-thu-nghiem-trung-uong", "name": "Ban Thử nghiệm Trung ương", "nameEn": "Central Trial Commission", "abbreviation": "BTNTW",
              "organ": "BTNTW", "level": "trung-uong", "layer": "party", "examples": ["05-HD/BTNTW"] }
            """)));
        foreach (var query in (string[])["coquan:\"Ban Thử nghiệm Trung ương\"", "coquan:BTNTW", "hướng dẫn 05 BTNTW", "05/HD-BTNTW"])
        {
            Assert.Equal((query, "05-HD/BTNTW@2024-04-09"), (query, Find(system, new SearchQuery { Q = query }).FirstOrDefault()));
        }
    }

    [Fact]
    public async Task ANewTriggerIsFoundByQueries()
    {
        using (var before = await IngestAsync("terms.json", _ => { }))
        {
            Assert.Empty(CarryingOut(before));
        }

        using var system = await IngestAsync("relations.json", entries =>
            entries.Single(entry => string.Equals((string?)entry!["id"], "trien-khai", StringComparison.Ordinal))!["triggers"]!.AsArray().Add("đưa vào cuộc sống"));
        Assert.Equal("05-HD/BTNTW@2024-04-09", Assert.Single(CarryingOut(system)).Source.Value);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static List<string> Find(KnowledgeBase system, SearchQuery query)
    {
        var reader = new CollectionReader(system, TimeProvider.System);
        using var metrics = new SearchMetrics(reader, TimeProvider.System);
        return [.. new SearchService(reader, metrics, TimeProvider.System).Search(query, CancellationToken.None).Hits.Select(hit => hit.Document.Key)];
    }

    private static IReadOnlyList<GraphEdge> CarryingOut(KnowledgeBase system) =>
        new GraphService(new CollectionReader(system, TimeProvider.System)).Around(new GraphQuery { Key = "15-CT/TW@2024-02-05", Relation = ["trien-khai"] }).Edges;

    /// <summary>A submission and a guide that carries a directive out, read with catalogues of which one file is changed.</summary>
    private async Task<KnowledgeBase> IngestAsync(string file, Action<JsonArray> change)
    {
        var catalogues = Directory.CreateTempSubdirectory("search-entries-seeds-").FullName;
        var entries = JsonNode.Parse(await File.ReadAllTextAsync(RepositoryFiles.PathOf("seeds", file)))!.AsArray();
        change(entries);
        await File.WriteAllTextAsync(Path.Combine(catalogues, file), entries.ToJsonString());
        var catalogue = Catalogue.LoadOver(catalogues);
        Directory.Delete(catalogues, recursive: true);

        var papers = Directory.CreateDirectory(Path.Combine(_folder, "papers")).FullName;
        await File.WriteAllTextAsync(Path.Combine(papers, "a.txt"),
            "BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 12-PTr/TW\n\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 05 tháng 3 năm 2024\n\nPHIẾU TRÌNH\nvề công tác lưu trữ\n\nBan Bí thư xem xét.");
        await File.WriteAllTextAsync(Path.Combine(papers, "b.txt"),
            "BAN CHẤP HÀNH TRUNG ƯƠNG\nBAN THỬ NGHIỆM\n*\nSố 05-HD/BTNTW\n\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 09 tháng 4 năm 2024\n\nHƯỚNG DẪN\nvề số hóa hồ sơ\n\n"
            + "Để thống nhất trong toàn Đảng, cơ quan hướng dẫn một số nội dung như sau:\n\nI. NỘI DUNG\n\n"
            + "1. Các cấp ủy đưa vào cuộc sống Chỉ thị số 15-CT/TW ngày 05/02/2024.\n\n2. Các cơ quan lưu trữ hồ sơ.\n");
        var system = KnowledgeBase.Open(new KnowledgeOptions { DataDirectory = Path.Combine(_folder, Guid.NewGuid().ToString("N")), Catalogue = catalogue });
        await system.IngestAsync([papers]);
        return system;
    }
}
