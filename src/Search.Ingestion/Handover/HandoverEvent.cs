using Search.Documents;
using Search.Store;

namespace Search.Ingestion.Handover;

/// <summary>What became of one file, as it goes over the socket.</summary>
internal sealed record HandoverEvent(
    string Path,
    IngestOutcome Outcome,
    IReadOnlyList<string> Documents,
    int Citations,
    int OpenCitations,
    IReadOnlyList<HandoverLink> Linked,
    string? Step,
    string? Code,
    string? Reason,
    string? ReasonEnglish,
    int Total)
{
    public static HandoverEvent Of(IngestEvent told) => new(
        told.Path, told.Outcome, [.. told.Documents.Select(key => key.Value)], told.Citations, told.OpenCitations,
        [.. told.Linked.Select(link => new HandoverLink(link.Citing.Value, link.Text, link.Target.Value))],
        told.Step, told.Code, told.Reason, told.ReasonEnglish, told.Total);

    public IngestEvent ToEvent() => new()
    {
        Path = Path,
        Outcome = Outcome,
        Documents = [.. Documents.Select(DocumentKey.Parse)],
        Citations = Citations,
        OpenCitations = OpenCitations,
        Linked = [.. Linked.Select(link => new LinkedCitation(DocumentKey.Parse(link.Citing), link.Text, DocumentKey.Parse(link.Target)))],
        Step = Step,
        Code = Code,
        Reason = Reason,
        ReasonEnglish = ReasonEnglish,
        Done = 0,
        Total = Total,
    };
}
