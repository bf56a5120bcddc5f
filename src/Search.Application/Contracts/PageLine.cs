namespace Search.Application.Contracts;

/// <summary>From here on the text stands on this page of the file it was read from.</summary>
/// <param name="Number">Number of the page, from 1; 0 where the page is not known.</param>
/// <param name="Start">Offset into the source.</param>
public sealed record PageLine(int Number, int Start);
