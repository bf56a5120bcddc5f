using Search.Api.Contracts;
using Search.Api.Hosting;
using Search.Api.Problems;
using Search.Citations;
using Search.Documents;
using Search.Engine;

namespace Search.Api.Services;

/// <summary>
/// Tells which documents citations in free text mean, and which citations mean none: the guard against invented ones.
/// </summary>
internal sealed class LookupService(Knowledge knowledge, CitationService citations)
{
    private const int MaxCandidates = 20;

    /// <summary>Every mention of a text, then every citation of a list.</summary>
    /// <exception cref="ProblemException">There is nothing to look up, or too much.</exception>
    public LookupListAnswer Lookup(LookupRequest request)
    {
        var list = request.Citations ?? [];
        if (string.IsNullOrWhiteSpace(request.Text) && list.Count == 0)
        {
            throw ProblemException.Invalid("text", "Cần 'text' hoặc 'citations'.", "'text' or 'citations' is needed.");
        }

        Limits.Check(
            "citations",
            (request.Text?.Length ?? 0) + list.Sum(c => (long)(c?.Length ?? 0)) <= ApiLimits.LookupLength,
            ApiLimits.LookupLength);
        var mentions = new List<LookupMention>();
        if (!string.IsNullOrWhiteSpace(request.Text))
        {
            mentions.AddRange(Found(request.Text).Select(citation =>
            {
                var answer = Answer(citation);
                return new LookupMention(
                    citation.Text, citation.Span.Start, citation.Span.End, answer.Status, answer.Canonical, answer.Candidates);
            }));
        }

        mentions.AddRange(list.Select(text =>
        {
            var answer = One(text ?? "");
            return new LookupMention(text ?? "", 0, text?.Length ?? 0, answer.Status, answer.Canonical, answer.Candidates);
        }));
        return new LookupListAnswer(mentions);
    }

    /// <summary>One citation in free text, typed with or without accents.</summary>
    public LookupAnswer One(string text)
    {
        text = text.Trim();
        if (text.Length == 0) return NoForm;
        if (DocumentKey.TryParse(text, out _))
        {
            var keys = KeyResolution.Find(knowledge.Store, text);
            return keys.Count > 0 ? Known(text, keys.Select(key => citations.Registry.Find(key)).OfType<KnownDocument>()) : new LookupAnswer(404, text, []);
        }

        if (Docket.TryParse(text, out var docket)) return Known(docket.Canonical, citations.Registry.FindByNumber(docket.Canonical));
        var mentions = Found(text);
        if (mentions.Count > 0)
        {
            var answers = mentions.Select(Answer).ToList();
            // A title that follows the number may hold a citation of its own: the first one is what is asked for.
            return answers[0];
        }

        return Short(text) ?? NoForm;
    }

    private static LookupAnswer NoForm { get; } = new(400, null, []);

    private List<Citation> Found(string text) =>
        [.. citations.Analyze(DocumentReaders.FromText("lookup.txt", text)).Citations.Where(c => c.Form != CitationForm.Bare && !c.IsSelf)];

    private LookupAnswer Answer(Citation citation)
    {
        var canonical = citation.Cited.Docket?.Canonical ?? citation.Text;
        if (citation.Target is { } target)
        {
            return citations.Registry.Find(target.Key) is { } known
                ? Known(canonical, [known])
                : citation.Cited.Docket is { } docket
                    ? Known(canonical, Fitting(citation.Cited, citations.Registry.FindByNumber(docket.Canonical)))
                    : new LookupAnswer(404, canonical, []);
        }

        return Known(canonical, citation.Candidates.Select(citations.Registry.Find).OfType<KnownDocument>());
    }

    // A number that is known with another date is not the document that was cited.
    private static IEnumerable<KnownDocument> Fitting(CitedDescription cited, IEnumerable<KnownDocument> known) =>
        known.Where(k => cited.Date is null || k.Date is null || k.Date == cited.Date);

    // "chi thi 04", "CT 04": a type word in any spelling and a number.
    private LookupAnswer? Short(string text)
    {
        var tokens = FieldAnalyzer.Shared.Analyze(text);
        for (var words = Math.Min(4, tokens.Count - 1); words >= 1; words--)
        {
            var name = text[tokens[0].Start..tokens[words - 1].End];
            if (knowledge.Names.FindType(name) is not { } type) continue;
            var at = words < tokens.Count - 1 && tokens[words].Folded == "so" ? words + 1 : words;
            if (at >= tokens.Count || !tokens[at].Folded.All(char.IsAsciiDigit)) continue;
            var sequence = tokens[at].Folded.TrimStart('0').PadLeft(2, '0');
            return Known($"{type.Name} {sequence}", citations.Registry.FindBySequence(type.Slug, sequence));
        }

        return null;
    }

    private LookupAnswer Known(string canonical, IEnumerable<KnownDocument> known)
    {
        var lines = known.DistinctBy(k => k.Key)
            .OrderBy(k => k.Status)
            .ThenByDescending(k => k.Date)
            .Take(MaxCandidates)
            .Select(k => knowledge.Store.Summary(k.Key) is { } summary ? DocumentLines.Of(summary) : DocumentLines.Of(k))
            .ToList();
        return new LookupAnswer(lines.Count switch { 0 => 404, 1 => 200, _ => 300 }, canonical, lines);
    }
}
