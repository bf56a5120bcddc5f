namespace Search.Engine;

/// <summary>Something in a query that could not be read.</summary>
/// <param name="Position">UTF-16 offset in the query text.</param>
/// <param name="Length">UTF-16 length.</param>
/// <param name="Message">What is wrong, Vietnamese first, English in parentheses.</param>
public sealed record QueryError(int Position, int Length, string Message);
