using Search.Documents;
using Search.Documents.Catalogues;

namespace Search.Citations;

/// <summary>The register of the catalogue as a registry: documents known to exist, all of them stubs.</summary>
public sealed class RegisterOfKnownDocuments : IDocumentRegistry
{
    private readonly MemoryRegistry _documents;
    private readonly Dictionary<string, KnownDocument> _bySlug = new(StringComparer.Ordinal);

    /// <summary>Reads the register of a catalogue.</summary>
    public RegisterOfKnownDocuments(Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        KnownDocument[] documents = [.. catalogue.Register.Where(entry => entry.IsConfirmed).Select(entry => new KnownDocument
        {
            Key = DocumentKey.Parse(KeyOf(catalogue, entry.Key)),
            Header = DocumentHeader.OfNumber(entry.Number) with
            {
                Type = entry.Type,
                Issuer = entry.Issuer,
                ProvinceId = entry.Province,
                Date = entry.Date,
                Term = entry.Term,
                Title = entry.Title,
            },
            Status = DocumentStatus.Known,
            IsRegistered = true,
        })];
        _documents = new MemoryRegistry(documents);
        foreach (var document in documents)
        {
            _bySlug[document.Key.Slug] = document;
        }
    }

    /// <summary>The document whose address ends in a slug, or null.</summary>
    public KnownDocument? FindBySlug(string slug) => _bySlug.GetValueOrDefault(slug);

    /// <summary>The document key of a register entry: its own key, or for a text known by name alone (Điều lệ Đảng) the
    /// key made of its title.</summary>
    public static string KeyOf(Catalogue catalogue, string registerKey)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        if (DocumentKey.TryParse(registerKey, out _) || catalogue.Known(registerKey) is not { } entry)
        {
            return registerKey;
        }

        return DocumentKey.ForUnnumbered(entry.Type, entry.Province, entry.Title ?? registerKey, entry.Date).Value;
    }

    /// <inheritdoc/>
    public KnownDocument? Find(DocumentKey key) => _documents.Find(key);

    /// <inheritdoc/>
    public IReadOnlyList<KnownDocument> FindByNumber(string canonicalNumber) => _documents.FindByNumber(canonicalNumber);

    /// <inheritdoc/>
    public IReadOnlyList<KnownDocument> FindBySequence(string type, string sequence) => _documents.FindBySequence(type, sequence);

    /// <inheritdoc/>
    public IReadOnlyList<KnownDocument> FindByTitle(string type, string title, int limit) => _documents.FindByTitle(type, title, limit);
}
