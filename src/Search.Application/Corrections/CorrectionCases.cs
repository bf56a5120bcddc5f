using System.Text;
using Search.Ingestion;
using Search.Store.Corrections;

namespace Search.Application.Corrections;

/// <summary>Cases for tests out of what people corrected.</summary>
internal sealed class CorrectionCases(KnowledgeBase system)
{
    /// <summary>Letters of a document's head that are shown with a corrected field.</summary>
    private const int Head = 1200;

    private readonly CorrectionStates _states = new(system);

    /// <summary>A case of each correction of a field or a citation that stands and whose text is there.</summary>
    /// <param name="isAnonymous">Whether figures and the names of signers are replaced, each by another one everywhere.</param>
    public IEnumerable<CorrectionCase> All(bool isAnonymous)
    {
        foreach (var correction in system.Corrections.All.Where(correction => correction is { IsActive: true, Kind: CorrectionKinds.Field or CorrectionKinds.Citation }))
        {
            if (_states.RecordOf(correction) is not { Document: { } document, SourceText: { } source })
            {
                continue;
            }

            var text = correction.Kind is CorrectionKinds.Field
                ? source[document.Span.Start..Math.Min(document.Span.End, document.Span.Start + Head)]
                : $"{correction.Before} {correction.Quote} {correction.After}".Trim();
            var found = new CorrectionCase(correction.Kind, text, correction.Field ?? correction.Quote!, correction.Old, correction.New, correction.Relation);
            yield return isAnonymous ? Without(found, document.Signer) : found;
        }
    }

    private static CorrectionCase Without(CorrectionCase found, string? signer)
    {
        return found with { Text = Clean(found.Text), What = Clean(found.What), Read = found.Read is null ? null : Clean(found.Read), Right = found.Right is null ? null : Clean(found.Right) };

        string Clean(string text)
        {
            var named = string.IsNullOrEmpty(signer) ? text : text.Replace(signer, "Trần Văn Mẫu", StringComparison.OrdinalIgnoreCase);
            return Shifted(named);
        }
    }

    /// <summary>Every run of figures of three or more, and of two that no day or month can be, with each figure but the first
    /// moved on by one: years and numbers stay of their length, and equal ones stay equal.</summary>
    private static string Shifted(string text)
    {
        var shifted = new StringBuilder(text);
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsAsciiDigit(text[i]))
            {
                continue;
            }

            if (i - start >= 3)
            {
                for (var at = start + (i - start == 4 ? 2 : 0); at < i; at++)
                {
                    shifted[at] = (char)('0' + ((text[at] - '0' + 1) % 10));
                }
            }

            start = i + 1;
        }

        return shifted.ToString();
    }
}
