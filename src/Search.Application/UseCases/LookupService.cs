using Search.Application.Contracts;
using Search.Application.Errors;
using Search.Application.Lines;
using Search.Application.Reading;
using Search.Citations;
using Search.Documents;

namespace Search.Application.UseCases;

/// <summary>
/// Tells which documents citations in free text mean, and which citations mean none: the guard against invented ones.
/// </summary>
internal sealed class LookupService
{
    private readonly CollectionReader _knowledge;
    private readonly CitationService _citations;
    private readonly CitationLookup _lookup;
    private readonly CitationVerifier _verifier;

    public LookupService(CollectionReader knowledge, CitationService citations)
    {
        _knowledge = knowledge;
        _citations = citations;
        _lookup = new CitationLookup(knowledge.Base.Catalogue, citations.Registry);
        _verifier = new CitationVerifier(knowledge.Base.Catalogue, citations.Registry);
    }

    /// <summary>Every mention of a text, then every citation of a list.</summary>
    /// <exception cref="SearchException">There is nothing to look up, or too much.</exception>
    public LookupListAnswer Lookup(LookupRequest request)
    {
        var list = request.Citations ?? [];
        if (string.IsNullOrWhiteSpace(request.Text) && list.Count == 0)
        {
            throw SearchException.Invalid("text", "Cần 'text' hoặc 'citations'.", "'text' or 'citations' is needed.");
        }

        Limits.Check(
            "citations",
            (request.Text?.Length ?? 0) + list.Sum(c => (long)(c?.Length ?? 0)) <= ApiLimits.LookupLength,
            ApiLimits.LookupLength);
        var mentions = new List<LookupMention>();
        if (!string.IsNullOrWhiteSpace(request.Text))
        {
            mentions.AddRange(Mentions(request.Text).Select(citation =>
            {
                var (status, canonical, candidates) = Answer(citation);
                return new LookupMention(citation.Text, citation.Span.Start, citation.Span.End, status, canonical, candidates);
            }));
        }

        mentions.AddRange(list.Select(text =>
        {
            var answer = One(text ?? "");
            return new LookupMention(text ?? "", 0, text?.Length ?? 0, answer.Status, answer.Canonical, answer.Candidates);
        }));
        return new LookupListAnswer(mentions);
    }

    /// <summary>One citation in free text, typed with or without accents: a number, a short form, a key, a nickname.</summary>
    public Contracts.LookupAnswer One(string text)
    {
        // A slug or a key without its place is ours, not a form of citation.
        if (text.Contains('@', StringComparison.Ordinal) && KeyResolution.Find(_knowledge, text) is { Count: > 0 } keys)
        {
            return new Contracts.LookupAnswer(keys.Count == 1 ? 200 : 300, text.Trim(), Lines(keys.Select(_citations.Registry.Find)), keys.Count == 1 ? "Một văn bản." : "Nhiều văn bản có thể là văn bản này.");
        }

        var answer = _lookup.Lookup(text);
        if (answer.Status == 404 && Mentions(text) is [{ Target: { } wanted }] && _knowledge.Base.Corrections.MergeOf(wanted.Key) is var (target, _))
        {
            return new Contracts.LookupAnswer(200, answer.Canonical, Lines([_citations.Registry.Find(target)]), "Văn bản này đã được gộp vào một văn bản khác.");
        }

        var lines = Lines(answer.Candidates);
        if (answer.Status == 300 && lines is [{ Number: { } number }] && string.Equals(text.Trim(), DocumentKey.SlugOf(number), StringComparison.Ordinal))
        {
            // "04-ct-tw" is how an address writes the number 04-CT/TW, so it is no odd spelling.
            return new Contracts.LookupAnswer(200, number, lines, "Một văn bản.");
        }

        return new Contracts.LookupAnswer(answer.Status, answer.Canonical, lines, answer.Reason);
    }

    /// <summary>
    /// The key of the one document that words name, for what opens it: what their look-up answers with, and nothing where it leaves
    /// several, though the store may hold only one of them.
    /// </summary>
    /// <returns>The key; the text itself where the look-up knows no document.</returns>
    /// <exception cref="SearchException">The look-up leaves it open: the reason, with the candidates.</exception>
    public string Address(string text)
    {
        var answer = One(text);
        return answer switch
        {
            { Status: 200, Candidates: [var only] } => only.Key,
            { Status: 300, Candidates: { Count: > 0 } several } => throw KeyResolution.Several(text, [.. several.Select(line => line.Key)], answer.Reason),
            _ => text,
        };
    }

    /// <summary>Checks number, date, issuer and title of a citation against what is known.</summary>
    public VerifiedCitation Verify(string? number, string? date, string? issuer, string? title)
    {
        var check = _verifier.Check(number, date, issuer, title);
        return new VerifiedCitation(
            check.Verdict, [.. check.Documents.Select(DocumentLines.Of)],
            [.. check.Wrong.Select(wrong => new WrongFieldLine(wrong.Field, wrong.Said, wrong.Known))], check.Unconfirmed, check.Reason);
    }

    private List<Citation> Mentions(string text) =>
    [
        .. _citations.Analyze(DocumentReaders.FromText("lookup.txt", text)).Citations
            .Where(citation => citation.Form is not (CitationForm.Bare or CitationForm.AliasDefinition) && !citation.IsSelf),
    ];

    private (int Status, string? Canonical, IReadOnlyList<DocumentLine> Candidates) Answer(Citation citation)
    {
        var canonical = citation.Cited.Docket?.Canonical ?? CitationLines.OneLine(citation.Text);
        // The text around may settle what its own words leave open, or a number of a document nobody knows.
        if (citation.Target is { } target && _citations.Registry.Find(_knowledge.Base.Corrections.MergeOf(target.Key)?.Target ?? target.Key) is { IsDoubtful: false } known)
        {
            return (200, canonical, Lines([known]));
        }

        if (citation.Target is null && citation.Candidates.Count > 0)
        {
            var candidates = Lines(citation.Candidates.Select(_citations.Registry.Find));
            return (candidates.Count == 0 ? 404 : 300, canonical, candidates); // what the text leaves open is no answer, be it one candidate
        }

        var answer = _lookup.Lookup(CitationLines.OneLine(citation.Text));
        return (answer.Status == 400 ? 404 : answer.Status, answer.Canonical ?? canonical, Lines(answer.Candidates));
    }

    private List<DocumentLine> Lines(IEnumerable<KnownDocument?> known) =>
    [
        .. known.OfType<KnownDocument>().Select(k => _knowledge.Summary(k.Key) is { } summary
            ? DocumentLines.Of(summary)
            : DocumentLines.Of(k)),
    ];
}
