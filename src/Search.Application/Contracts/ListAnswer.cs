namespace Search.Application.Contracts;

/// <summary>A list with its length.</summary>
/// <typeparam name="T">What it lists.</typeparam>
/// <param name="Total">How many there are in all.</param>
/// <param name="Items">Those of this page.</param>
public sealed record ListAnswer<T>(int Total, IReadOnlyList<T> Items);
