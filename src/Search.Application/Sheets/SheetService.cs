using System.Threading.Channels;
using Search.Application.Contracts;
using Search.Application.Errors;
using Search.Application.Reading;
using Search.Application.UseCases;
using Search.Ingestion.Reading;
using Search.Store;

namespace Search.Application.Sheets;

/// <summary>Pages of the file a document was read from: their pictures, and where its paragraphs stand on them.</summary>
internal sealed class SheetService(CollectionReader knowledge, DocumentService documents)
{
    /// <summary>Some hundreds of pages.</summary>
    private const long CacheBytes = 48L << 20;

    /// <summary>So many programs run at once; who comes later waits.</summary>
    private const int AtOnce = 2;

    /// <summary>Less of a page's text in its layer means that the text came from recognition.</summary>
    private const double EnoughFound = 0.5;

    private const int WordBytes = 120;

    // A place in it is a turn: whoever cannot write waits.
    private readonly Channel<bool> _turns = Channel.CreateBounded<bool>(AtOnce);
    private readonly SheetCache _cache = new(CacheBytes);

    /// <summary>The pages that the document stands on; none where its file has no pages that can be drawn.</summary>
    public IReadOnlyList<PageLine> Pages(DocumentRecord record)
    {
        var found = new List<PageLine>();
        if (record.Document is not { Pages: { Count: > 0 } pages, Span: var span } || !IsPdf(record.Summary.Source) || !knowledge.Base.PageImages.IsAvailable)
        {
            return found;
        }

        for (var i = 0; i < pages.Count && pages[i].Start < span.End; i++)
        {
            // The last page that begins before the document holds its beginning.
            if (pages[i].Number > 0 && (i + 1 == pages.Count || pages[i + 1].Start > span.Start) && (found.Count == 0 || found[^1].Number != pages[i].Number))
            {
                found.Add(new PageLine(pages[i].Number, pages[i].Start));
            }
        }

        return found;
    }

    /// <summary>SHA-256 of the document's file: what names its pictures.</summary>
    /// <exception cref="SearchException">The document has no file.</exception>
    public string Sha256(DocumentRecord record) =>
        record.Summary.Source is { } path && knowledge.Store.File(path) is { } file ? file.Sha256 : throw Missing(1);

    /// <summary>The picture of a page.</summary>
    /// <param name="record">The document.</param>
    /// <param name="page">Number of the page in its file.</param>
    /// <param name="ct">Gives up waiting.</param>
    /// <returns>A JPEG.</returns>
    /// <exception cref="SearchException">The document does not stand on that page, its file is gone, or the page cannot be drawn.</exception>
    public async Task<byte[]> PictureAsync(DocumentRecord record, int page, CancellationToken ct)
    {
        Check(record, page);
        return await OnceAsync(
            $"{Sha256(record)}/{page}",
            () => knowledge.Base.PageImages.Draw(documents.Original(record, ct).Bytes, page) ?? throw Missing(page),
            static picture => picture.Length,
            ct);
    }

    /// <summary>Where a paragraph stands on a page.</summary>
    /// <param name="record">The document.</param>
    /// <param name="page">Number of the page.</param>
    /// <param name="paragraphs">Texts of the paragraphs of that page.</param>
    /// <param name="paragraph">Index of the one that is asked for.</param>
    /// <param name="ct">Gives up waiting.</param>
    /// <returns>None where it is not found.</returns>
    public async Task<IReadOnlyList<SheetBox>> PlacesAsync(DocumentRecord record, int page, IReadOnlyList<string> paragraphs, int paragraph, CancellationToken ct)
    {
        Check(record, page);
        var places = SheetPlaces.Of(paragraphs, await WordsAsync(recognize: false));
        if (places.Share < EnoughFound && SheetPlaces.Of(paragraphs, await WordsAsync(recognize: true)) is var recognized && recognized.Share > places.Share)
        {
            places = recognized;
        }

        return places.Boxes(paragraph);

        Task<IReadOnlyList<PageWord>> WordsAsync(bool recognize) => OnceAsync(
            $"{Sha256(record)}/{page}/{(recognize ? "scan" : "layer")}",
            () => knowledge.Base.PageImages.Words(documents.Original(record, ct).Bytes, page, recognize),
            static words => words.Count * WordBytes,
            ct);
    }

    private async Task<T> OnceAsync<T>(string name, Func<T> make, Func<T, long> size, CancellationToken ct)
        where T : class
    {
        if (_cache.Find<T>(name) is { } kept)
        {
            return kept;
        }

        await _turns.Writer.WriteAsync(true, ct);
        try
        {
            // Who waited may find it made.
            if (_cache.Find<T>(name) is { } made)
            {
                return made;
            }

            var value = await Task.Run(make, ct);
            _cache.Keep(name, value, size(value));
            return value;
        }
        finally
        {
            _turns.Reader.TryRead(out _);
        }
    }

    private void Check(DocumentRecord record, int page)
    {
        if (!Pages(record).Any(line => line.Number == page))
        {
            throw Missing(page);
        }
    }

    private static bool IsPdf(string? path) => path?.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) is true;

    private static SearchException Missing(int page) => new(
        ErrorKind.NotFound, $"Không có ảnh trang {page} của văn bản này. (There is no picture of page {page} of this document.)", $"There is no picture of page {page} of this document.");
}
