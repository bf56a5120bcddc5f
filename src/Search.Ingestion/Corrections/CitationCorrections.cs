using System.Globalization;
using System.Text;
using Search.Citations;
using Search.Documents;
using Search.Documents.Catalogues;
using Search.Store.Corrections;

namespace Search.Ingestion.Corrections;

/// <summary>Citations as people settled them: applied whenever citations are resolved, so that no later arrival undoes it.</summary>
public sealed class CitationCorrections(CorrectionIndex index, Catalogue catalogue)
{
    /// <summary>Letters of the source that are kept on each side of a quoted citation.</summary>
    public const int Context = 60;

    /// <summary>The place counts as found again while so many letters of either side are the same.</summary>
    private const int LeastContext = 12;

    /// <inheritdoc cref="CorrectionIndex.Over"/>
    public IDocumentRegistry Over(IDocumentRegistry store) => index.Over(store);

    /// <summary>Sets targets and relations.</summary>
    /// <param name="document">The citing document.</param>
    /// <param name="source">Its decoded source.</param>
    /// <param name="citations">Its citations as resolved.</param>
    /// <param name="registry">Knows the targets.</param>
    public IReadOnlyList<Citation> Apply(Document document, string source, IReadOnlyList<Citation> citations, IDocumentRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(citations);
        List<Citation>? changed = null;
        foreach (var correction in index.Of(document).Where(correction => correction.Kind is CorrectionKinds.Citation))
        {
            if (Find(correction, source, citations) is { } place)
            {
                changed ??= [.. citations];
                changed[place] = With(changed[place], correction, index.TargetOf(correction), registry);
            }
        }

        for (var i = 0; i < citations.Count; i++)
        {
            if ((changed?[i] ?? citations[i]) is { IsSelf: false, Target: { } cited } citation && index.MergeOf(cited.Key) is var (target, merge))
            {
                changed ??= [.. citations];
                changed[i] = With(citation, merge, target, registry);
            }
        }

        // What a person recorded stands in the record, so that it goes with it: a stub keeps what its citations say.
        var known = index.Known;
        for (var i = 0; i < citations.Count; i++)
        {
            if ((changed?[i] ?? citations[i]) is { Target: { Status: DocumentStatus.Stub } stub } citation && known.Of(stub.Key.Value) is not null)
            {
                changed ??= [.. citations];
                changed[i] = citation with { Target = stub with { Header = HeaderOf(stub.Key) } };
            }
        }

        return changed ?? citations;
    }

    /// <summary>The place of a corrected citation among those of a text; null where it is not there any more.</summary>
    /// <param name="correction">The correction.</param>
    /// <param name="source">The decoded source.</param>
    /// <param name="citations">Its citations.</param>
    public static int? Find(Correction correction, string source, IReadOnlyList<Citation> citations)
    {
        ArgumentNullException.ThrowIfNull(correction);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(citations);
        var (best, found) = (-1, (int?)null);
        for (var i = 0; i < citations.Count; i++)
        {
            if (citations[i].IsNote || !string.Equals(OneLine(citations[i].Text), correction.Quote, StringComparison.Ordinal))
            {
                continue;
            }

            var (before, after) = Around(source, citations[i]);
            var (left, right) = (CommonEnd(before, correction.Before ?? ""), CommonStart(after, correction.After ?? ""));
            // At the edge of a text there may be less than that to compare.
            var isSame = left >= Math.Min(LeastContext, correction.Before?.Length ?? 0) || right >= Math.Min(LeastContext, correction.After?.Length ?? 0);
            if (isSame && left + right > best)
            {
                (best, found) = (left + right, i);
            }
        }

        return found;
    }

    /// <summary>The words on both sides of a citation, whitespace as one blank.</summary>
    /// <param name="source">The decoded source.</param>
    /// <param name="citation">The citation.</param>
    public static (string Before, string After) Around(string source, Citation citation)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(citation);
        var (start, end) = (citation.Span.Start, citation.Span.End);
        var before = OneLine(source[Math.Max(0, start - (2 * Context))..start]);
        var after = OneLine(source[end..Math.Min(source.Length, end + (2 * Context))]);
        return (before[Math.Max(0, before.Length - Context)..], after[..Math.Min(after.Length, Context)]);
    }

    /// <summary>A text with whitespace as one blank.</summary>
    /// <param name="text">The text.</param>
    public static string OneLine(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                line.Append(c);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString().TrimEnd();
    }

    private Citation With(Citation citation, Correction correction, DocumentKey? key, IDocumentRegistry registry)
    {
        var target = key is null ? null : TargetOf(key, registry);
        return citation with
        {
            Target = target,
            // What the mention says is what the person says of it: stubs are distinguished by it. The key alone, for what is
            // known of its document depends on what has arrived.
            Cited = target is null ? citation.Cited : new CitedDescription { Header = HeaderOf(target.Key), Effective = citation.Cited.Effective },
            Candidates = [],
            IsSelf = target is not null && target.Key == citation.Document,
            Relation = correction.Relation ?? citation.Relation,
            Confidence = 1,
            Reason = string.Create(CultureInfo.InvariantCulture, $"Do {correction.Shown} sửa, ngày {correction.At.UtcDateTime:dd/MM/yyyy}."),
        };
    }

    private CitationTarget TargetOf(DocumentKey key, IDocumentRegistry registry) => registry.Find(key) is { Status: DocumentStatus.Present or DocumentStatus.Abstract } known
        ? new CitationTarget { Key = known.Key, Header = known.Header, Status = known.Status }
        : new CitationTarget { Key = key, Header = HeaderOf(key), Status = DocumentStatus.Stub };

    /// <summary>What a key says by itself: number, date, and the type that the number's sign stands for alone.</summary>
    private DocumentHeader HeaderOf(DocumentKey key)
    {
        var header = DocumentHeader.Of(key);
        return header.Docket?.Type is { } sign && catalogue.TypesByAbbreviation(sign) is [var type] ? header with { Type = type.Id } : header;
    }

    private static int CommonEnd(string a, string b)
    {
        var n = 0;
        while (n < a.Length && n < b.Length && a[^(n + 1)] == b[^(n + 1)])
        {
            n++;
        }

        return n;
    }

    private static int CommonStart(string a, string b) => a.AsSpan().CommonPrefixLength(b);
}
