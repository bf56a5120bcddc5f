using Search.Application.Comparison;
using Search.Application.Contracts;
using Search.Application.Reading;
using Search.Documents;
using Search.Store;

namespace Search.Application.UseCases;

/// <summary>
/// Finds documents that may be one and the same: a plan that came in as Word and as PDF, a draft without a number beside the
/// paper that was issued. They stay two, since only a person can say so, and each is shown with the other.
/// </summary>
internal sealed class ResemblanceService(CollectionReader knowledge)
{
    /// <summary>Share of the wording from which on two texts may be one: a scan in which every fifteenth word is misread still
    /// reaches it, this year's plan and last year's do not.</summary>
    private const double Enough = 0.6;

    /// <summary>How many of the documents with the same telling words are compared.</summary>
    private const int Compared = 8;

    /// <summary>The documents that may be the given one, the likest first.</summary>
    public IReadOnlyList<ResemblanceLine> Of(DocumentRecord record)
    {
        var key = record.Summary.Key;
        if (record.Summary.IsAbstract || record.Reading is not { } text || (key.IsNumbered && !knowledge.MayHoldUnnumbered))
        {
            return [];
        }

        using var lease = knowledge.Lease();
        HashSet<int>? runs = null;
        var found = new List<ResemblanceLine>();
        foreach (var hit in lease.Similar(key.Value).Take(Compared))
        {
            // Two numbers are two papers, whatever they say; only what may be one is read.
            if (DocumentKey.TryParse(hit.Group, out var candidate) && !candidate.Equals(key) && !(key.IsNumbered && candidate.IsNumbered)
                && lease.Shown(hit.Group) is { Record: { Reading: { } other, Summary: { IsAbstract: false } summary } } shown
                && MayBeOne(record.Summary, summary) && other.Length > text.Length / 2 && other.Length / 2 < text.Length)
            {
                runs ??= Resemblance.RunsOf(text);
                var likeness = Resemblance.Of(runs, Resemblance.RunsOf(other));
                if (likeness >= Enough)
                {
                    found.Add(new ResemblanceLine(shown.Line, Math.Round(likeness, 2)));
                }
            }
        }

        return [.. found.OrderByDescending(one => one.Likeness).ThenBy(one => one.Document.Key, StringComparer.Ordinal)];
    }

    /// <summary>Two dates, types or issuers that are both known are two papers.</summary>
    private static bool MayBeOne(DocumentSummary one, DocumentSummary other) =>
        (one.Date is null || other.Date is null || one.Date == other.Date)
        && Agree(one.Type, other.Type) && Agree(one.Issuer, other.Issuer) && Agree(one.ProvinceId, other.ProvinceId);

    private static bool Agree(string? one, string? other) =>
        one is null || other is null || string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
