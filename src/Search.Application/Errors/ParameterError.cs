namespace Search.Application.Errors;

/// <summary>One thing that is wrong with one parameter.</summary>
/// <param name="Parameter">The parameter, <c>q</c> for the query text.</param>
/// <param name="Message">What is wrong: Vietnamese, then English in parentheses.</param>
/// <param name="Position">UTF-16 offset in the parameter's text, where one place is to blame.</param>
/// <param name="Length">UTF-16 length from <paramref name="Position"/>.</param>
public sealed record ParameterError(string Parameter, string Message, int? Position = null, int? Length = null);
