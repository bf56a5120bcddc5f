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
        var accepted = new Dictionary<string, string>(StringComparer.Ordinal);
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
            accepted[correction.Id] = reading;
            applied.Add(new AppliedCorrection(correction.Id, TextField, correction.Old, correction.Shown, DateOnly.FromDateTime(correction.At.UtcDateTime)) { Span = span });
        }

        if (applied.Count == 0)
        {
            return document;
        }

        var read = document with { Edits = TextEdits.Of(edits.OrderBy(edit => edit.Start)), Corrected = [.. document.Corrected, .. applied] };
        // From the last one back: of equal words those before it are counted as the scan has them.
        return Enumerable.Reverse(applied).Aggregate(read, (reworded, one) => Reworded(reworded, source, one.Span!.Value, accepted[one.Id]));
    }

    /// <summary>A document whose title and headings read as a person accepted it. A title that a person wrote stays.</summary>
    private static Document Reworded(Document document, string source, TextSpan span, string reading)
    {
        if (document.TitleSpan is { } place && place.Start <= span.Start && span.End <= place.End
            && document.Title is { } title && !document.Corrected.Any(applied => applied.Field is "title"))
        {
            document = document with { Header = document.Header with { Title = Reworded(title, source, place.Start, span, reading) } };
        }

        var sections = document.Outline.ToList();
        var passages = document.Passages;
        for (var i = 0; i < sections.Count; i++)
        {
            var (around, heading) = (sections[i].Span, sections[i].Heading);
            if (heading is null || span.Start < around.Start || span.End > around.End
                || Reworded(heading, source, around.Start, span, reading) is var now && string.Equals(now, heading, StringComparison.Ordinal))
            {
                continue;
            }

            sections[i] = sections[i] with { Heading = now };
            passages =
            [
                .. passages.Select(passage => passage.Span.Start < around.Start || passage.Span.End > around.End
                    ? passage
                    : passage with { HeadingPath = [.. passage.HeadingPath.Select(line => line.Replace(heading, now, StringComparison.Ordinal))] }),
            ];
        }

        return document with { Outline = sections, Passages = passages };
    }

    /// <summary>A line that begins with the words of the source after an offset: the same words stand in it as often before the place
    /// as they do in the source, in whatever letter case.</summary>
    private static string Reworded(string line, string source, int start, TextSpan span, string reading)
    {
        var words = CitationCorrections.OneLine(source[span.Start..span.End]);
        var at = line.IndexOf(words, StringComparison.OrdinalIgnoreCase);
        for (var passed = Count(CitationCorrections.OneLine(source[start..span.Start]), words); passed > 0 && at >= 0; passed--)
        {
            at = line.IndexOf(words, at + words.Length, StringComparison.OrdinalIgnoreCase);
        }

        return at < 0 ? line : string.Concat(line.AsSpan(0, at), InCaseOf(line.Substring(at, words.Length), reading), line.AsSpan(at + words.Length));
    }

    private static int Count(string text, string words)
    {
        var count = 0;
        for (var at = text.IndexOf(words, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(words, at + words.Length, StringComparison.OrdinalIgnoreCase))
        {
            count++;
        }

        return count;
    }

    private static string InCaseOf(string shown, string reading) => string.Create(reading.Length, (shown, reading), static (letters, state) =>
    {
        for (var i = 0; i < letters.Length; i++)
        {
            var like = state.shown[Math.Min(i, state.shown.Length - 1)];
            letters[i] = char.IsLower(like) ? char.ToLowerInvariant(state.reading[i]) : char.IsUpper(like) ? char.ToUpperInvariant(state.reading[i]) : state.reading[i];
        }
    });

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
