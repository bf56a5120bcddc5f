namespace Search.Citations;

/// <summary>A field of a citation that is not so.</summary>
/// <param name="Field"><c>date</c>, <c>issuer</c>, <c>title</c> or <c>type</c>.</param>
/// <param name="Said">What the citation says.</param>
/// <param name="Known">What is known.</param>
public sealed record WrongField(string Field, string Said, string Known);
