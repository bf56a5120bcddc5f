using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Search.Testing;

namespace Search.Api.Tests;

/// <summary>What stands on the second page of a Word file is told to stand there, in every answer that shows it.</summary>
public sealed class PageNumberTests : IDisposable
{
    private const string Slug = "90-kh-tu-quang-ngai-2014-09-13";

    private readonly string _corpus = Directory.CreateTempSubdirectory("search-pages-").FullName;

    [Fact]
    public async Task ThePageOfAPassageIsThatOfItsFile()
    {
        await File.WriteAllBytesAsync(
            Path.Combine(_corpus, "ke-hoach.docx"),
            Word(SamplePaper.Text, "Thực hiện Chỉ thị số 04-CT/TW ngày 06/7/2011 của Ban Bí thư, các huyện ven biển nuôi cá mú."));
        await using var host = await SearchHost.StartAsync(("Search:Corpus", _corpus));

        var text = await host.Client.JsonAsync($"/api/documents/{Slug}/text");
        var pages = text.GetProperty("pages").EnumerateArray().ToList();
        Assert.Equal([1, 2], pages.Select(page => page.GetProperty("number").GetInt32()));
        var second = pages[1].GetProperty("start").GetInt32() - text.GetProperty("offset").GetInt32();
        Assert.StartsWith("Thực hiện Chỉ thị", text.GetProperty("text").GetString()![second..], StringComparison.Ordinal);

        var citation = Items(await host.Client.JsonAsync($"/api/documents/{Slug}/citations"))
            .Single(item => item.GetProperty("citation").GetProperty("text").GetString()!.Contains("04-CT/TW", StringComparison.Ordinal));
        Assert.Equal(2, citation.GetProperty("page").GetInt32());

        Assert.Equal((1, 2), (await PageOfAsync(host, "yêu cầu các cấp ủy"), await PageOfAsync(host, "cá mú")));
        Assert.Contains(">tr. 2</span>", await host.Client.GetStringAsync("/van-ban/" + Slug), StringComparison.Ordinal);
        Assert.Contains("(tr. 2)", await host.Client.GetStringAsync("/?q=" + Uri.EscapeDataString("cá mú")), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_corpus, recursive: true);

    private static async Task<int> PageOfAsync(SearchHost host, string words)
    {
        var answer = await host.Client.JsonAsync("/api/search?q=" + Uri.EscapeDataString(words));
        return answer.GetProperty("hits")[0].GetProperty("passages")[0].GetProperty("page").GetInt32();
    }

    private static IEnumerable<JsonElement> Items(JsonElement answer) => answer.GetProperty("items").EnumerateArray();

    /// <summary>Each line a paragraph; Word noted that the last one begins the second page.</summary>
    private static byte[] Word(string first, string second)
    {
        var body = new StringBuilder();
        foreach (var line in first.Split('\n'))
        {
            body.Append("<w:p><w:r><w:t>").Append(line).Append("</w:t></w:r></w:p>");
        }

        body.Append("<w:p><w:r><w:lastRenderedPageBreak/><w:t>").Append(second).Append("</w:t></w:r></w:p>");
        using var memory = new MemoryStream();
        using (var package = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = package.CreateEntry("word/document.xml").Open();
            part.Write(Encoding.UTF8.GetBytes(
                $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>"));
        }

        return memory.ToArray();
    }
}
