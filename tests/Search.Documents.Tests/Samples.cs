using Search.Documents.Catalogues;
using Search.Testing;
using Search.Text;

namespace Search.Documents.Tests;

/// <summary>The sample files, read and analyzed.</summary>
internal static class Samples
{
    public static readonly DocumentAnalysis Analysis = new(Catalogue.Default);

    public static string TextOf(string prefix)
    {
        var path = SharedData.SampleFiles().Single(file => Path.GetFileName(file).StartsWith(prefix, StringComparison.Ordinal));
        return File.ReadAllText(path);
    }

    public static IReadOnlyList<Document> Analyze(string text, string name = "sample.txt") =>
        Analysis.Analyze(DocumentReaders.FromText(name, text));

    /// <summary>What must not change however a file is altered, in one line a document.</summary>
    public static string Fingerprint(Document document) => VietnameseNormalizer.NormalizeText(string.Join(
        " | ",
        document.Key.Value.Split('#')[0],
        document.Type,
        document.Issuer,
        document.Level,
        document.ProvinceId,
        document.Place,
        document.Title,
        string.Join("; ", document.Addressees),
        string.Join("; ", document.Recipients),
        document.SigningAuthority,
        document.SignerTitle,
        document.Signer,
        document.CopyOf?.Value));

    public static string[] Fingerprints(string text) => [.. Analyze(text).Select(Fingerprint)];
}
