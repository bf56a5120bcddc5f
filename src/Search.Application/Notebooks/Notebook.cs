using Search.Application.Accounts;
using Search.Application.Contracts;
using Search.Application.Errors;
using Search.Application.Lines;
using Search.Application.UseCases;
using Search.Documents;
using Search.Ingestion.Corrections;
using Search.Store;
using Search.Text;

namespace Search.Application.Notebooks;

/// <summary>Notes and lists of documents that people keep in one collection. Everything is on disk when a call returns.</summary>
internal sealed class Notebook(IDocumentStore store, DocumentService documents, TimeProvider clock)
{
    private const int LongestNote = 10_000;
    private const int LongestQuote = 2_000;
    private const int LongestName = 200;
    private const int MostBaskets = 200;
    private const int MostDocuments = 2_000;

    private readonly RecordCache<Note> _notes = new(store.Records, RecordKinds.Note);

    /// <summary>The notes at a document that somebody may see: his own and shared ones, in the order of their places.</summary>
    /// <param name="record">The document.</param>
    /// <param name="owner">Who asks; null for nobody in particular, who sees shared ones.</param>
    public IReadOnlyList<NoteLine> Notes(DocumentRecord record, string? owner) =>
    [
        .. _notes.All.Where(note => (note.IsShared || string.Equals(note.Owner, owner, StringComparison.Ordinal)) && IsOf(note, record.Summary.Key))
            .Select(note => Line(note, record, owner)).OrderBy(line => line.Start ?? int.MaxValue).ThenBy(line => line.At),
    ];

    /// <summary>Everything that somebody noted, latest first.</summary>
    public IReadOnlyList<NoteLine> NotesOf(string owner) =>
    [
        .. _notes.All.Where(note => string.Equals(note.Owner, owner, StringComparison.Ordinal)).OrderByDescending(note => note.At)
            .Select(note => Known(note.Document) is { } key && store.Read(key) is { } record ? Line(note, record, owner) : null).OfType<NoteLine>(),
    ];

    /// <summary>Notes something.</summary>
    /// <exception cref="SearchException">There is no such document or place, or nothing is noted.</exception>
    public NoteLine AddNote(string document, NoteRequest request, string owner, string by)
    {
        ArgumentNullException.ThrowIfNull(request);
        var record = documents.Record(document);
        if (record.SourceText is not { } source || record.Document is not { } text)
        {
            throw SearchException.Invalid("document", "Kho chưa có toàn văn của văn bản này.", "The collection does not hold the text of this document.");
        }

        var words = request.Text?.Trim() ?? "";
        if (words.Length is 0 or > LongestNote)
        {
            throw SearchException.Invalid("text", $"Ghi chú dài từ 1 đến {LongestNote} ký tự.", $"A note has 1 to {LongestNote} characters.");
        }

        var span = Span(request, source, text.Span);
        var (quote, before, after) = span is { } place ? QuotedPlace.Of(source, place) : (null, null, null)!;
        if (span is not null && string.IsNullOrEmpty(quote))
        {
            throw SearchException.Invalid("start", "Chỗ ghi chú không có chữ nào.", "There are no words at that place.");
        }

        var note = new Note
        {
            Id = Secrets.NewId(bytes: 8),
            Owner = owner,
            By = by,
            Source = store.File(record.Summary.Source ?? "")?.Sha256 ?? "",
            Document = record.Summary.Key.Value,
            Quote = quote,
            Before = before,
            After = after,
            Text = words,
            IsShared = request.Shared == true,
            At = clock.GetUtcNow(),
        };
        store.Records.Write(changes =>
        {
            changes.Put(RecordKinds.Note, note.Id, RecordJson.Write(note), note.Source);
            return true;
        });
        return Line(note, record, owner);
    }

    /// <summary>Takes a note away.</summary>
    /// <returns>False where there is none of that id, or it is another's.</returns>
    public bool RemoveNote(string id, string owner) => store.Records.Write(changes =>
        changes.Read(RecordKinds.Note, id) is { } record && string.Equals(RecordJson.Read<Note>(record).Owner, owner, StringComparison.Ordinal) && changes.Remove(RecordKinds.Note, id));

    /// <summary>Somebody's lists in the order of their names.</summary>
    public IReadOnlyList<Basket> Baskets(string owner) =>
        [.. store.Records.Of(RecordKinds.Basket, owner).Select(RecordJson.Read<Basket>).OrderBy(basket => basket.Name, StringComparer.Ordinal)];

    /// <summary>Makes a list.</summary>
    /// <exception cref="SearchException">It has no name, or there are too many.</exception>
    public Basket AddBasket(BasketRequest request, string owner)
    {
        ArgumentNullException.ThrowIfNull(request);
        var name = request.Name?.Trim() ?? "";
        if (name.Length is 0 or > LongestName)
        {
            throw SearchException.Invalid("name", $"Tên giỏ dài từ 1 đến {LongestName} ký tự.", $"A name has 1 to {LongestName} characters.");
        }

        var basket = new Basket
        {
            Id = Secrets.NewId(bytes: 8),
            Owner = owner,
            Name = name,
            Documents = [.. (request.Documents ?? []).Select(document => documents.Record(document).Summary.Key.Value).Distinct(StringComparer.Ordinal)],
            CreatedAt = clock.GetUtcNow(),
        };
        store.Records.Write(changes =>
        {
            if (changes.Of(RecordKinds.Basket, owner).Count >= MostBaskets)
            {
                throw SearchException.Limit("name", $"Chỉ có được {MostBaskets} giỏ.", $"There can be no more than {MostBaskets} lists.");
            }

            Put(changes, basket);
            return true;
        });
        return basket;
    }

    /// <summary>Puts a document into a list, at its end; one that is there stays where it is.</summary>
    /// <returns>The list; null where there is none of that id, or it is another's.</returns>
    /// <exception cref="SearchException">There is no such document, or the list is full.</exception>
    public Basket? Put(string id, string owner, string document)
    {
        var key = documents.Record(document).Summary.Key.Value;
        return Change(id, owner, all => all.Contains(key, StringComparer.Ordinal) ? all : [.. all, key]);
    }

    /// <summary>Takes a document out of a list.</summary>
    /// <returns>The list; null where there is none of that id, or it is another's.</returns>
    public Basket? Take(string id, string owner, string document)
    {
        var key = (Known(document) ?? store.ReadBySlug(document)?.Summary.Key)?.Value ?? document;
        return Change(id, owner, all => [.. all.Where(other => !string.Equals(other, key, StringComparison.Ordinal) && !string.Equals(Known(other)?.Value, key, StringComparison.Ordinal))]);
    }

    /// <summary>Takes a list away.</summary>
    /// <returns>False where there is none of that id, or it is another's.</returns>
    public bool RemoveBasket(string id, string owner) => store.Records.Write(changes =>
        changes.Read(RecordKinds.Basket, id) is { } record && string.Equals(record.Subject, owner, StringComparison.Ordinal) && changes.Remove(RecordKinds.Basket, id));

    /// <summary>The documents of a list that are there, in its order, under the keys they have now.</summary>
    public IReadOnlyList<DocumentSummary> DocumentsOf(Basket basket)
    {
        ArgumentNullException.ThrowIfNull(basket);
        return [.. basket.Documents.Select(Known).OfType<DocumentKey>().Distinct().Select(store.Summary).OfType<DocumentSummary>()];
    }

    /// <summary>A list with its documents.</summary>
    public BasketLine Line(Basket basket) => new(basket.Id, basket.Name, basket.CreatedAt, [.. DocumentsOf(basket).Select(DocumentLines.Of)]);

    private Basket? Change(string id, string owner, Func<IReadOnlyList<string>, IReadOnlyList<string>> change) => store.Records.Write(changes =>
    {
        if (changes.Read(RecordKinds.Basket, id) is not { } record || !string.Equals(record.Subject, owner, StringComparison.Ordinal))
        {
            return null;
        }

        var basket = RecordJson.Read<Basket>(record);
        basket = basket with { Documents = change(basket.Documents) };
        if (basket.Documents.Count > MostDocuments)
        {
            throw SearchException.Limit("document", $"Một giỏ chứa được {MostDocuments} văn bản.", $"A list holds {MostDocuments} documents.");
        }

        Put(changes, basket);
        return basket;
    });

    private static void Put(IRecordChanges changes, Basket basket) => changes.Put(RecordKinds.Basket, basket.Id, RecordJson.Write(basket), basket.Owner);

    private static TextSpan? Span(NoteRequest request, string source, TextSpan document)
    {
        if (request.Start is null && request.End is null)
        {
            return string.IsNullOrWhiteSpace(request.Quote)
                ? null
                : QuotedPlace.Find(source, document, CitationCorrections.OneLine(request.Quote).Trim(), before: null, after: null)
                    ?? throw SearchException.Invalid("quote", "Văn bản không có những chữ này.", "The document does not hold these words.");
        }

        return request is { Start: { } start, End: { } end } && start >= document.Start && end > start && end <= document.End && end - start <= LongestQuote
            ? new TextSpan(start, end)
            : throw SearchException.Invalid("start", $"Chỗ ghi chú phải nằm trong văn bản và dài tối đa {LongestQuote} ký tự.", $"The place must lie in the document and have at most {LongestQuote} characters.");
    }

    private bool IsOf(Note note, DocumentKey key) => Known(note.Document) == key;

    // A corrected number or date gives a document another key, under which the old one is known.
    private DocumentKey? Known(string key) => !DocumentKey.TryParse(key, out var parsed) ? null
        : store.OfFormerKey(parsed) is { } now && store.Summary(parsed) is not { Status: DocumentStatus.Present or DocumentStatus.Abstract } ? now
        : store.Summary(parsed)?.Key;

    private static NoteLine Line(Note note, DocumentRecord record, string? owner)
    {
        var span = note.Quote is { } quote && record is { SourceText: { } source, Document: { } document }
            ? QuotedPlace.Find(source, document.Span, quote, note.Before, note.After)
            : null;
        return new NoteLine(
            note.Id, record.Summary.Key.Value, note.Text, note.IsShared, note.By, string.Equals(note.Owner, owner, StringComparison.Ordinal), note.At,
            note.Quote, span?.Start, span?.End, note.Quote is not null && span is null);
    }
}
