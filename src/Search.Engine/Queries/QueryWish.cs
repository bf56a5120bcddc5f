namespace Search.Engine;

/// <summary>
/// Something in plain words that is liked but not asked for: a type, an issuer, a place, a date. Documents that meet it
/// rank higher; none is left out.
/// </summary>
/// <param name="Condition">What a liked document carries.</param>
/// <param name="Position">UTF-16 offset in the query text.</param>
/// <param name="Length">UTF-16 length.</param>
/// <param name="Message">How it was understood, Vietnamese first, English in parentheses.</param>
public sealed record QueryWish(Filter Condition, int Position, int Length, string Message);
