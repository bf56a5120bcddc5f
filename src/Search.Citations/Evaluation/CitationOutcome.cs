namespace Search.Citations.Evaluation;

/// <summary>What became of one gold citation.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Tier">Its tier.</param>
/// <param name="Form">Its form.</param>
/// <param name="Found">Whether a predicted core overlaps its core by more than half.</param>
/// <param name="SpanExact">Whether the predicted span is the same.</param>
/// <param name="Target">right, open, or wrong.</param>
/// <param name="RelationRight">Whether the relation is right or an accepted alternative.</param>
public sealed record CitationOutcome(
    string Id, int Tier, string Form, bool Found, bool SpanExact, string Target, bool RelationRight)
{
    /// <summary>Found and, where it names a known document, linked to it.</summary>
    public bool IsRight => Found && Target is "right";
}
