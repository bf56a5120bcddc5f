using System.Security.Cryptography;
using System.Text;
using Search.Citations;
using Search.Documents;
using Search.Documents.Catalogues;
using Search.Store;
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
        Ids = [.. corrections.Select(correction => correction.Id)];
        State = Ids.Count == 0 ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Ids))))[..8] + ".";
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

    /// <summary>The corrections that it is made of, oldest first.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>Tells what is recorded from what was recorded before, in every process alike; empty where nothing is.</summary>
    public string State { get; }

    /// <summary>A document with who recorded it; null where nobody did.</summary>
    /// <param name="keyOrSlug">Its key or address.</param>
    public (KnownDocument Document, Correction Correction)? Of(string keyOrSlug) => _byName.TryGetValue(keyOrSlug, out var found) ? found : null;

    /// <summary>A document that is only cited with what a person recorded of it, and who that was; any other as it is.</summary>
    /// <param name="summary">What the store says of it.</param>
    public DocumentSummary Over(DocumentSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        return summary.Status is DocumentStatus.Stub && Of(summary.Key.Value) is var (document, correction)
            ? summary with { Header = document.Header.Or(summary.Header), RecordedBy = correction.Shown }
            : summary;
    }

    /// <summary>Documents in a list with what people recorded of them.</summary>
    /// <param name="summaries">What the store says of them.</param>
    public IReadOnlyList<DocumentSummary> Over(IReadOnlyList<DocumentSummary> summaries) =>
        _byName.Count == 0 ? summaries : [.. summaries.Select(Over)];

    /// <summary>The documents by number, sequence and title.</summary>
    public IDocumentRegistry Registry => _documents;
}
