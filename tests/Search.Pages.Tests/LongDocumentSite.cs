using Microsoft.AspNetCore.Builder;
using Search.Testing;

namespace Search.Pages.Tests;

/// <summary>A host over two made-up documents of 300 and of 150 pages, which all tests of long documents share.</summary>
public sealed class LongDocumentSite : IAsyncLifetime
{
    private const int Long = 990;
    private const int Half = 991;

    private readonly string _folder = Directory.CreateTempSubdirectory("search-pages-long-").FullName;
    private WebApplication? _app;

    /// <summary>Address of the document of 300 pages.</summary>
    public string LongAddress { get; private set; } = "";

    /// <summary>Address of the document of 150 pages.</summary>
    public string HalfAddress { get; private set; } = "";

    public async Task InitializeAsync()
    {
        var corpus = Directory.CreateDirectory(Path.Combine(_folder, "corpus")).FullName;
        // Kept for those who want to measure with it.
        var kept = Path.Combine(Directory.CreateDirectory(Path.Combine(RepositoryFiles.Root, "screenshots")).FullName, "long-300.txt");
        await File.WriteAllTextAsync(kept, LongDocument.Write(300, Long));
        File.Copy(kept, Path.Combine(corpus, "long-300.txt"));
        await File.WriteAllTextAsync(Path.Combine(corpus, "long-150.txt"), LongDocument.Write(150, Half));
        _app = await Site.StartAsync(_folder, corpus);
        LongAddress = Site.AddressOf(_app) + LongDocument.Path(Long);
        HalfAddress = Site.AddressOf(_app) + LongDocument.Path(Half);
    }

    public async Task DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }
}
