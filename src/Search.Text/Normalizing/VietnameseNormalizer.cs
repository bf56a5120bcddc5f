using Search.Text.Legacy;
using Search.Text.Normalizing;

namespace Search.Text;

/// <summary>
/// Brings Vietnamese text into one canonical form for matching, and keeps the way back to every place of the source.
/// Case, line breaks and tabs stay. Normalizing twice equals normalizing once; the work is linear; no input throws.
/// The rules are listed in the project's README.
/// </summary>
public static class VietnameseNormalizer
{
    private const int MostPasses = 4;

    /// <summary>The canonical form of a text with its offset map.</summary>
    /// <param name="source">Decoded text of any length; may hold lone surrogates.</param>
    public static NormalizedText Normalize(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (!LegacyRuns.MayHold(source))
        {
            return Pass(source, []);
        }

        // A converted word can lay bare another one beside it; a few passes settle that.
        var result = Pass(source, LegacyRuns.Find(source));
        for (var i = 0; i < MostPasses && !result.IsIdentity; i++)
        {
            var legacy = LegacyRuns.Find(result.Text);
            if (legacy.Count == 0)
            {
                break;
            }

            result = result.Then(Pass(result.Text, legacy));
        }

        return result;
    }

    private static NormalizedText Pass(string source, List<LegacyRun> legacy)
    {
        var first = CanonicalScan.Find(source, 0);
        return first < 0 && legacy.Count == 0 ? new NormalizedText(source, source, []) : NormalizationRun.Normalize(source, first, legacy);
    }

    /// <summary>The canonical form alone; the same instance when the text is canonical already.</summary>
    public static string NormalizeText(string source) => Normalize(source).Text;
}
