namespace Search.Ingestion.Reading;

/// <summary>A word on a page of a file. Edges are shares of the page's width and height, from its upper left corner.</summary>
/// <param name="Text">Its letters.</param>
/// <param name="Left">Left edge, from 0 to 1.</param>
/// <param name="Top">Upper edge.</param>
/// <param name="Right">Right edge.</param>
/// <param name="Bottom">Lower edge.</param>
public sealed record PageWord(string Text, double Left, double Top, double Right, double Bottom);
