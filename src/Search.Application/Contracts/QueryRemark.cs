namespace Search.Application.Contracts;

/// <summary>Something in a query that was read otherwise than written.</summary>
/// <param name="Position">UTF-16 offset in the query.</param>
/// <param name="Length">UTF-16 length.</param>
/// <param name="Message">What was done: Vietnamese, then English in parentheses.</param>
public sealed record QueryRemark(int Position, int Length, string Message);
