using Search.Citations;
using Search.Documents;
using Search.Documents.Catalogues;
using Search.Store.Corrections;

namespace Search.Ingestion.Corrections;

/// <summary>Documents that people recorded as existing: like the catalogue's register, but of one collection, and with the person
/// who vouches for each. Never changes.</summary>
public sealed class KnownRecords
{
    private readonly MemoryRegistry _documents = new();
    private readonly Dictionary<string, (KnownDocument Document, Correction Correction)> _byName = new(StringComparer.Ordinal);

    /// <summary>The documents of some corrections; of two of one key the later one counts.</summary>
    /// <param name="corrections">Those that stand, oldest first.</param>
    /// <param name="catalogue">Knows types and provinces.</param>
    public KnownRecords(IReadOnlyList<Correction> corrections, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(corrections);
        foreach (var correction in corrections)
        {
            if (DocumentKey.TryParse(correction.Document, out var key))
            {
                var document = new KnownDocument
                {
                    Key = key,
                    Header = DocumentCorrections.HeaderOf(correction.Fields ?? new Dictionary<string, string>(StringComparer.Ordinal), catalogue),
                    Status = DocumentStatus.Known,
                    IsRegistered = true,
                };
                _documents.Add(document);
                _byName[key.Value] = _byName[key.Slug] = (document, correction);
            }
        }
    }

    /// <summary>A document with who recorded it; null where nobody did.</summary>
    /// <param name="keyOrSlug">Its key or address.</param>
    public (KnownDocument Document, Correction Correction)? Of(string keyOrSlug) => _byName.TryGetValue(keyOrSlug, out var found) ? found : null;

    /// <summary>The documents by number, sequence and title.</summary>
    public IDocumentRegistry Registry => _documents;
}
