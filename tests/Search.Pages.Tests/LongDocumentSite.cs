using Search.Testing;

namespace Search.Pages.Tests;

/// <summary>A host over two made-up documents of 300 and of 75 pages, which all tests of long documents share.</summary>
public sealed class LongDocumentSite : IAsyncLifetime
{
    private const int Long = 990;
    private const int Quarter = 991;

    private readonly string _corpus = Directory.CreateTempSubdirectory("search-pages-long-").FullName;
    private SearchHost? _host;

    /// <summary>Address of the document of 300 pages.</summary>
    public string LongAddress { get; private set; } = "";

    /// <summary>Address of the document of 75 pages.</summary>
    public string QuarterAddress { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        // Kept for those who want to measure with it.
        var kept = Path.Combine(Directory.CreateDirectory(Path.Combine(RepositoryFiles.Root, "screenshots")).FullName, "long-300.txt");
        await File.WriteAllTextAsync(kept, LongDocument.Write(300, Long));
        File.Copy(kept, Path.Combine(_corpus, "long-300.txt"));
        await File.WriteAllTextAsync(Path.Combine(_corpus, "long-75.txt"), LongDocument.Write(75, Quarter));
        _host = await SearchHost.StartAsync(("Search:Corpus", _corpus));
        LongAddress = _host.Address + LongDocument.Path(Long);
        QuarterAddress = _host.Address + LongDocument.Path(Quarter);
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        Directory.Delete(_corpus, recursive: true);
    }
}
