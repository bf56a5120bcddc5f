using Search.Documents;
using Search.Documents.Catalogues;

namespace Search.Citations;

/// <summary>The register of the catalogue as a registry: documents known to exist, and those that only one source gives the number
/// of another of the same term.</summary>
public sealed class RegisterOfKnownDocuments : IDocumentRegistry
{
    private readonly MemoryRegistry _documents;
    private readonly Dictionary<string, KnownDocument> _bySlug = new(StringComparer.Ordinal);

    /// <summary>Reads the register of a catalogue.</summary>
    public RegisterOfKnownDocuments(Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        // A number that one source gives to a second document of the same term names neither of them alone.
        var confirmed = catalogue.Register.Where(entry => entry.IsConfirmed).ToLookup(entry => entry.Number, StringComparer.Ordinal);
        bool IsRival(RegisterEntry entry) => entry is { Number: not null, Term: not null } && confirmed[entry.Number].Any(other =>
            string.Equals(other.Term, entry.Term, StringComparison.Ordinal) && string.Equals(other.Province, entry.Province, StringComparison.Ordinal));
        KnownDocument[] documents = [.. catalogue.Register.Where(entry => entry.IsConfirmed || IsRival(entry)).Select(entry => new KnownDocument
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
            IsRegistered = entry.IsConfirmed,
            IsDoubtful = !entry.IsConfirmed,
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
    public IReadOnlyList<KnownDocument> FindByTitle(string type, string title, int limit) =>
        [.. _documents.FindByTitle(type, title, limit).Where(document => !document.IsDoubtful)];
}
