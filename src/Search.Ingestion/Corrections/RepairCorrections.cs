using Search.Documents;
using Search.Store.Corrections;
using Search.Text;

namespace Search.Ingestion.Corrections;

/// <summary>Readings of scanned words that people accepted or rejected. The source stays as it is: an accepted reading is an
/// edit of the document, so that it is shown, searched and cited by, and every offset holds.</summary>
public static class RepairCorrections
{
    /// <summary>The field under which <see cref="Document.Corrected"/> keeps an accepted reading, with its place.</summary>
    public const string TextField = "text";

    /// <summary>A document with the accepted readings.</summary>
    /// <param name="document">The document.</param>
    /// <param name="source">Its decoded source.</param>
    /// <param name="corrections">Those that stand of the document, oldest first; of two of one place the later one counts.</param>
    public static Document Apply(Document document, string source, IReadOnlyList<Correction> corrections)
    {
        ArgumentNullException.ThrowIfNull(document);
        var applied = new List<AppliedCorrection>();
        var edits = document.Edits.Items.ToList();
        foreach (var (correction, span) in Decided(document, source, corrections).OrderBy(decision => decision.Span.Start))
        {
            if (correction.New is not { } reading || (applied.Count > 0 && applied[^1].Span!.Value.End > span.Start))
            {
                continue;
            }

            // What ends a line inside the words goes with them; what reaches out of them on one side cannot be taken apart.
            if (edits.Exists(edit => edit.Start < span.End && edit.End > span.Start && (edit.Start < span.Start || edit.End > span.End)))
            {
                continue;
            }

            edits.RemoveAll(edit => edit.Start >= span.Start && edit.End <= span.End);
            edits.Add(new TextEdit(span.Start, span.Length, reading));
            applied.Add(new AppliedCorrection(correction.Id, TextField, correction.Old, correction.Shown, DateOnly.FromDateTime(correction.At.UtcDateTime)) { Span = span });
        }

        return applied.Count == 0
            ? document
            : document with { Edits = TextEdits.Of(edits.OrderBy(edit => edit.Start)), Corrected = [.. document.Corrected, .. applied] };
    }

    /// <summary>The places that people decided, each with the last decision.</summary>
    /// <param name="document">The document.</param>
    /// <param name="source">Its decoded source.</param>
    /// <param name="corrections">Those that stand of the document, oldest first.</param>
    public static IReadOnlyList<(Correction Correction, TextSpan Span)> Decided(Document document, string source, IReadOnlyList<Correction> corrections)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(corrections);
        var decided = new Dictionary<TextSpan, Correction>();
        foreach (var correction in corrections.Where(correction => correction.Kind is CorrectionKinds.Repair))
        {
            if (QuotedPlace.Find(correction, source, document.Span) is { } span)
            {
                decided[span] = correction;
            }
        }

        return [.. decided.Select(decision => (decision.Value, decision.Key))];
    }
}
