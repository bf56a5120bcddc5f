using Search.Application.Contracts;
using Search.Application.Lines;
using Search.Application.Reading;
using Search.Citations;
using Search.Documents;
using Search.Store;

namespace Search.Application.UseCases;

/// <summary>Says whether a document holds on a day, from what the documents of the collection say of it.</summary>
internal sealed class ValidityService(CollectionReader knowledge, TimeProvider clock)
{
    private readonly DocumentValidity _validity = new(knowledge.Base.Catalogue);

    /// <summary>The state of a document.</summary>
    /// <param name="record">The document.</param>
    /// <param name="asOf">The day asked for; null for today.</param>
    public ValidityDescription Of(DocumentRecord record, DateOnly? asOf)
    {
        var summary = record.Summary;
        var answer = At(summary, asOf);
        return new ValidityDescription
        {
            Key = summary.Key.Value,
            AsOf = answer.AsOf,
            State = ValidityNames.Id(answer.State),
            Label = ValidityNames.Label(answer.State),
            Since = answer.Since,
            By = [.. answer.By.Select(key => new ValidityActor(key.Value, key.IsNumbered ? key.Number : null, DocumentLines.Url(key)))],
            Evidence = [.. answer.Evidence.Select(Proof)],
            Events =
            [
                .. answer.Events.Select(happened => new ValidityHappening(
                    ValidityNames.Id(happened.Kind), happened.Date, happened.By.Value, happened.Evidence is { } shown ? Proof(shown) : null)),
            ],
            Notes = Notes(summary, answer.AsOf),
        };
    }

    private ValidityAnswer At(DocumentSummary summary, DateOnly? asOf)
    {
        var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        return _validity.At(summary, knowledge.CitedBy(summary.Key), Own(summary), asOf ?? today, today);
    }

    private List<CitationRecord> Own(DocumentSummary summary)
    {
        var own = knowledge.Store.OwnDays(summary.Key);
        if (own.Count == 0)
        {
            return [];
        }

        var record = knowledge.Document(summary.Key);
        return [.. own.Select(citation => new CitationRecord(summary, citation, record?.Slice(citation.Evidence ?? citation.Span) ?? citation.Text))];
    }

    /// <summary>A paper that guides or carries out what is no longer in force is marked: nothing says that it fell with it.</summary>
    private List<string> Notes(DocumentSummary summary, DateOnly asOf)
    {
        var notes = new List<string>();
        foreach (var citation in knowledge.CitationsOf(summary.Key).Where(citation => citation is { IsSelf: false, Target: not null })
            .DistinctBy(citation => (citation.Target!.Key, citation.Relation)))
        {
            var verb = citation.Relation switch
            {
                "huong-dan" => "hướng dẫn cho",
                "thuc-hien" or "trien-khai" or "quan-triet" => "thực hiện",
                _ => null,
            };
            if (verb is null || knowledge.Summary(citation.Target!.Key) is not { } cited)
            {
                continue;
            }

            var state = At(cited, asOf).State;
            var ended = state switch
            {
                ValidityState.Replaced => "văn bản đã bị thay thế",
                ValidityState.NotInForce => "văn bản đã hết hiệu lực",
                _ => null,
            };
            if (ended is not null)
            {
                notes.Add($"{char.ToUpperInvariant(verb[0])}{verb[1..]} {ended}: {cited.Number ?? cited.Key.Value}.");
            }
        }

        return [.. notes.Distinct(StringComparer.Ordinal)];
    }

    private static ValidityProof Proof(ValidityEvidence evidence) => new(evidence.Document.Value, evidence.Start, evidence.End, CitationLines.OneLine(evidence.Text));
}
