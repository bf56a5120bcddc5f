namespace Search.Application.Contracts;

/// <summary>A field of a citation that is not so.</summary>
/// <param name="Field"><c>date issuer title type</c>.</param>
/// <param name="Said">What the citation says.</param>
/// <param name="Known">What is known.</param>
public sealed record WrongFieldLine(string Field, string Said, string Known);
