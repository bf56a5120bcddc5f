using Search.Testing;

namespace Search.Pages.Tests;

/// <summary>A document of 300 pages: nothing grows faster than it, everything in it is reached.</summary>
[Collection("site")]
public sealed class LongDocumentTests(Site site)
{
    private const int Long = 990;
    private const int Half = 991;

    [SkippableFact]
    public async Task ThreeHundredPagesOpen()
    {
        await using var reader = await site.ReaderAsync();
        var folder = Directory.CreateTempSubdirectory("search-pages-long-").FullName;
        try
        {
            var corpus = Directory.CreateDirectory(Path.Combine(folder, "corpus")).FullName;
            // Kept for those who want to measure with it.
            var kept = Path.Combine(Directory.CreateDirectory(Path.Combine(RepositoryFiles.Root, "screenshots")).FullName, "long-300.txt");
            await File.WriteAllTextAsync(kept, LongDocument.Write(300, Long));
            File.Copy(kept, Path.Combine(corpus, "long-300.txt"));
            await File.WriteAllTextAsync(Path.Combine(corpus, "long-150.txt"), LongDocument.Write(150, Half));
            await using var app = await Site.StartAsync(folder, corpus);
            var address = Site.AddressOf(app);
            await ReadAsync(reader, address + LongDocument.Path(Long));
            using var http = new HttpClient();
            var (whole, half) = ((await http.GetStringAsync(address + LongDocument.Path(Long))).Length, (await http.GetStringAsync(address + LongDocument.Path(Half))).Length);
            Assert.InRange((double)whole / half, 1.5, 2.3);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task ReadAsync(Reader reader, string url)
    {
        await reader.GoAsync(url);
        var page = reader.Page;
        Assert.InRange(await page.Locator(".text .leaf").CountAsync(), 60, 400);
        Assert.True(await page.Locator(".text a.cite").CountAsync() > 600);
        // Broken lines are one paragraph.
        Assert.InRange(await page.Locator(".text p").CountAsync(), 900, 3000);
        Assert.True(await page.Locator(".outline > ol > li").CountAsync() >= 10);
        Assert.Equal(0, await page.Locator(".outline details[open], .rest[open]").CountAsync());
        Assert.True(await page.Locator(".relations details.rest").CountAsync() > 0);
        Assert.False(await page.Locator(".outline details a").First.IsVisibleAsync());
        await page.Locator(".outline summary").First.ClickAsync();
        Assert.True(await page.Locator(".outline details a").First.IsVisibleAsync());
        // A section at the far end, which was not laid out yet.
        await page.Locator(".outline > ol > li > a").Last.ClickAsync();
        await page.WaitForFunctionAsync("() => { const t = document.querySelector(':target')?.getBoundingClientRect(); return t && t.top >= 0 && t.top < innerHeight; }");
        reader.CheckConsole();
    }
}
