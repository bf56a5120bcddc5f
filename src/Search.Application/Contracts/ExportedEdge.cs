namespace Search.Application.Contracts;

/// <summary>A linked citation, as a row of an export.</summary>
/// <param name="Source">Key of the citing document.</param>
/// <param name="Target">Key of the cited document.</param>
/// <param name="Relation">The relation, citing to cited.</param>
/// <param name="Form">How it is written.</param>
/// <param name="Text">The mention.</param>
/// <param name="Pinpoint">The article or section that is meant.</param>
/// <param name="Start">Offset in the source of the citing document.</param>
/// <param name="End">Offset past it.</param>
/// <param name="Confidence">How sure the link is.</param>
public sealed record ExportedEdge(
    string Source,
    string Target,
    string Relation,
    string Form,
    string Text,
    string? Pinpoint,
    int Start,
    int End,
    double Confidence);
