namespace Search.Application.Contracts;

/// <summary>A value of a facet with its count.</summary>
/// <param name="Value">What to send as a filter.</param>
/// <param name="Label">What to show.</param>
/// <param name="Count">How many documents carry it, the values chosen of this facet left out; filters in the query's text count.</param>
/// <param name="Selected">Whether it is chosen: a parameter filters by it.</param>
public sealed record FacetLine(string Value, string Label, long Count, bool Selected);
