namespace Search.Application.Sheets;

/// <summary>A stretch of a line on a page, in shares of its width and height from the upper left corner.</summary>
/// <param name="Left">Left edge, from 0 to 1.</param>
/// <param name="Top">Upper edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
public sealed record SheetBox(double Left, double Top, double Width, double Height);
